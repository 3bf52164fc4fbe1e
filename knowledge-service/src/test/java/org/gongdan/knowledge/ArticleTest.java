package org.gongdan.knowledge;

import static org.gongdan.knowledge.ArticleStatus.DRAFT;
import static org.gongdan.knowledge.ArticleStatus.PUBLISHED;
import static org.gongdan.knowledge.ArticleStatus.REJECTED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.gongdan.platform.problem.DomainException.Forbidden;
import org.gongdan.platform.problem.DomainException.IllegalTransition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ArticleTest {

    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
    private static final Article.Text TEXT = new Article.Text("t", "s", "c", "f", null, null);
    private static final Map<ArticleStatus, Set<ArticleStatus>> LEGAL = Map.of(DRAFT, Set.of(DRAFT, PUBLISHED, REJECTED), PUBLISHED,
            Set.of(DRAFT), REJECTED, Set.of(DRAFT));
    private static final Map<ArticleStatus, Consumer<Article>> TRANSITIONS = Map.of(
            DRAFT, article -> article.revise(TEXT, NOW, "engineer"),
            PUBLISHED, article -> article.publish(NOW, "supervisor"),
            REJECTED, article -> article.reject("r", NOW, "supervisor"));

    static Stream<Arguments> everyPair() {
        return Arrays.stream(ArticleStatus.values())
                .flatMap(from -> Arrays.stream(ArticleStatus.values()).map(to -> Arguments.of(from, to)));
    }

    private static Article article(ArticleStatus status) {
        Article article = Article.draft(UUID.randomUUID(), null, TEXT, NOW, "engineer");
        article.status = status;
        return article;
    }

    @ParameterizedTest
    @MethodSource("everyPair")
    void onlyTheTablesTransitionsArePossible(ArticleStatus from, ArticleStatus to) {
        Article article = article(from);
        if (LEGAL.get(from).contains(to)) {
            TRANSITIONS.get(to).accept(article);
            assertEquals(to, article.status);
        } else {
            assertThrows(IllegalTransition.class, () -> TRANSITIONS.get(to).accept(article));
            assertEquals(from, article.status);
        }
    }

    @Test
    void authorCannotPublishHisOwnArticle() {
        assertThrows(Forbidden.class, () -> article(DRAFT).publish(NOW, "engineer"));
    }

    @Test
    void whoRewroteAnArticleCannotPublishIt() {
        // Given
        Article article = article(DRAFT);
        article.revise(TEXT, NOW, "supervisor");

        // When
        assertThrows(Forbidden.class, () -> article.publish(NOW, "supervisor"));

        // Then
        assertEquals("engineer", article.author);
        assertEquals("dispatcher", article.publish(NOW, "dispatcher").reviewer());
    }

    @Test
    void newWordsAreComparedWithThoseThatWereApprovedLast() {
        // Given
        Article article = Article.draft(UUID.randomUUID(), null, TEXT, NOW, "author");
        assertNull(article.approvedBefore());
        article.publish(NOW, "reviewer");
        assertNull(article.approvedBefore());

        // When
        article.revise(new Article.Text("t", "s", "c", "new fix", null, null), NOW, "editor");

        // Then
        assertEquals(new Approved("t", "s", "c", "f", null, null, NOW), article.approvedBefore());
        article.reject("unclear", NOW, "reviewer");
        assertEquals("f", article.approvedBefore().fix());
        article.revise(TEXT, NOW, "editor");
        article.publish(NOW, "reviewer");
        assertNull(article.approvedBefore());
    }

    @Test
    void publishingForgetsAnEarlierRejection() {
        // Given
        Article article = article(DRAFT);
        article.reject("unclear", NOW, "supervisor");
        article.revise(TEXT, NOW, "engineer");

        // When
        article.publish(NOW, "supervisor");

        // Then
        assertNull(article.rejection);
    }
}
