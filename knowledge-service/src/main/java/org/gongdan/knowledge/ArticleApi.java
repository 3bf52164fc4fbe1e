package org.gongdan.knowledge;

import java.time.Instant;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;

import org.gongdan.platform.input.Line;
import org.gongdan.platform.input.Prose;

/** Requests and views of articles. */
final class ArticleApi {

    private ArticleApi() {
    }

    record WriteArticle(@NotNull @Line(max = 200) String title, @NotNull @Prose(max = 4000) String symptom,
            @NotNull @Prose(max = 2000) String cause,
            @NotNull @Prose(max = 4000) String fix, @Line(max = 200) String product, @Line(max = 100) String category) {

        Article.Text text() {
            return new Article.Text(title, symptom, cause, fix, product, category);
        }
    }

    record RejectArticle(@NotNull @Prose(max = 1000) String reason) {
    }

    record ApplyFix(@NotNull UUID ticketId, @NotNull Boolean succeeded) {
    }

    /** @param approved the words that were approved before the present ones, for a review; null when these are the approved ones, or none ever were */
    record ArticleView(UUID id, long version, String title, String symptom, String cause, String fix, String product, String category,
            ArticleStatus status, UUID ticketId, String author, String editor, String reviewer, String rejection, int applied,
            int succeeded,
            Instant createdAt, Instant changedAt, Approved approved) {

        static ArticleView of(Article article) {
            return new ArticleView(article.id, article.version, article.title, article.symptom, article.cause, article.fix, article.product,
                    article.category,
                    article.status, article.ticketId, article.author, article.editor, article.reviewer, article.rejection, article.applied,
                    article.succeeded,
                    article.createdAt, article.changedAt, article.approvedBefore());
        }
    }

    /** @param score how well it fits, comparable within one answer only; null when nothing was searched for */
    record FoundArticle(UUID id, String title, String symptom, String cause, String fix, String product, String category,
            ArticleStatus status,
            int applied, int succeeded, Float score) {

        static FoundArticle of(Article article, Float score) {
            return new FoundArticle(article.id, article.title, article.symptom, article.cause, article.fix, article.product,
                    article.category, article.status,
                    article.applied, article.succeeded, score);
        }
    }
}
