package org.gongdan.knowledge;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.gongdan.knowledge.ArticleEvent.ArticleDrafted;
import org.gongdan.knowledge.ArticleEvent.ArticlePublished;
import org.gongdan.platform.problem.DomainException.Forbidden;
import org.gongdan.platform.problem.DomainException.IllegalTransition;
import org.gongdan.platform.text.SearchForm;

/** A known fault and its fix. Nobody publishes his own words: author and reviewer are two people. */
@Entity
@Table(name = "article")
public class Article {

    @Id
    UUID id;
    @Version
    long version;
    String title;
    String symptom;
    String cause;
    String fix;
    String product;
    /** The product in the form texts are compared in. */
    @Column(name = "product_form")
    String productForm;
    short form;
    String category;
    @Enumerated(EnumType.STRING)
    ArticleStatus status;
    @Column(name = "ticket_id")
    UUID ticketId;
    String author;
    String editor;
    String reviewer;
    String rejection;
    /** Null until somebody approved it. */
    @Embedded
    Approved approved;
    @Column(name = "created_at")
    Instant createdAt;
    @Column(name = "changed_at")
    Instant changedAt;

    // Written by native updates only, so that using an article never collides with editing it.
    @Column(insertable = false, updatable = false)
    int applied;
    @Column(insertable = false, updatable = false)
    int succeeded;

    protected Article() {
    }

    /** What an article says. */
    public record Text(String title, String symptom, String cause, String fix, String product, String category) {
    }

    /** @param ticketId ticket it is learned from, or null */
    static Article draft(UUID id, UUID ticketId, Text text, Instant now, String author) {
        Article article = new Article();
        article.id = id;
        article.ticketId = ticketId;
        article.author = author;
        article.createdAt = now;
        article.status = ArticleStatus.DRAFT;
        article.write(text, now, author);
        return article;
    }

    ArticleDrafted drafted() {
        return new ArticleDrafted(id, ticketId, title, createdAt);
    }

    /** New words need a new review. */
    void revise(Text text, Instant now, String by) {
        become(ArticleStatus.DRAFT);
        write(text, now, by);
    }

    ArticlePublished publish(Instant now, String by) {
        mustNotBeOwn(by);
        become(ArticleStatus.PUBLISHED);
        reviewer = by;
        rejection = null;
        approved = new Approved(title, symptom, cause, fix, product, category, now);
        changedAt = now;
        return new ArticlePublished(id, ticketId, title, by, now);
    }

    /** What the present words are compared with in review; null when there is nothing to compare. */
    Approved approvedBefore() {
        return status == ArticleStatus.PUBLISHED ? null : approved;
    }

    void reject(String reason, Instant now, String by) {
        become(ArticleStatus.REJECTED);
        reviewer = by;
        rejection = reason;
        changedAt = now;
    }

    private void write(Text text, Instant now, String by) {
        title = text.title();
        symptom = text.symptom();
        cause = text.cause();
        fix = text.fix();
        product = text.product();
        productForm = SearchForm.of(product);
        form = SearchForm.VERSION;
        category = text.category();
        editor = by;
        changedAt = now;
    }

    private void mustNotBeOwn(String by) {
        if (by.equals(author) || by.equals(editor)) {
            throw new Forbidden("author-cannot-review");
        }
    }

    private void become(ArticleStatus next) {
        if (!status.canBecome(next)) {
            throw new IllegalTransition("article", id, status, next.name());
        }
        status = next;
    }
}
