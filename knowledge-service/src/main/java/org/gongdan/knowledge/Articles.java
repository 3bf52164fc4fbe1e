package org.gongdan.knowledge;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.knowledge.ArticleEvent.FixApplied;
import org.gongdan.knowledge.search.SearchIndex;
import org.gongdan.platform.event.Ids;
import org.gongdan.platform.outbox.Outbox;
import org.gongdan.platform.problem.DomainException.NotFound;
import org.gongdan.platform.security.Caller;
import org.gongdan.platform.text.SearchForm;
import org.gongdan.platform.tx.Read;
import org.gongdan.platform.tx.Sql;
import org.gongdan.platform.tx.Where;
import org.gongdan.platform.tx.Work;
import org.gongdan.platform.web.Etags;

import io.smallrye.mutiny.Uni;

/** The only door to articles: every change goes through here, with its fact in the outbox and word to the search index. */
@ApplicationScoped
public class Articles {

    private static final Sql USED = Sql.of("""
            insert into article_use as u (article_id, ticket_id, succeeded, at, by) values (:article, :ticket, :succeeded, :at, :by)
            on conflict (article_id, ticket_id) do update set succeeded = true, at = excluded.at, by = excluded.by
                where not u.succeeded and excluded.succeeded
            returning xmax = 0 as first""");
    private static final Sql COUNTED = Sql.of("""
            update article set sequence = sequence + 1, touched_at = now(), applied = applied + :used, succeeded = succeeded + :solved
            where id = :article returning sequence""");

    private final Outbox outbox;
    private final Clock clock;

    Articles(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    public Uni<Article> draft(Work work, UUID ticketId, Article.Text text, String author) {
        Article article = Article.draft(Ids.next(), ticketId, text, clock.instant(), author);
        return work.session().persist(article).chain(work.session()::flush).chain(() -> note(work, article.id, 0, 0, article.drafted()))
                .replaceWith(article);
    }

    /** What was learned from a ticket: a draft, or its draft rewritten when the ticket is resolved a second time. */
    public Uni<Article> learn(Work work, UUID ticketId, Article.Text text, String by) {
        return work.session().createSelectionQuery("from Article where ticketId = ?1 and status = ?2", Article.class)
                .setParameter(1, ticketId).setParameter(2, ArticleStatus.DRAFT).getSingleResultOrNull()
                .chain(draft -> {
                    if (draft == null) {
                        return draft(work, ticketId, text, by);
                    }
                    draft.revise(text, clock.instant(), by);
                    return work.session().flush().chain(() -> note(work, draft.id, 0, 0)).replaceWith(draft);
                });
    }

    /**
     * Changes an article the caller may see.
     *
     * @param ifMatch    entity tag the caller saw, or null
     * @param transition returns the fact it made, or null when others need not hear of it
     */
    Uni<Article> change(Work work, UUID id, String ifMatch, Caller caller, BiFunction<Article, Instant, ArticleEvent> transition) {
        return find(work, id, caller).chain(article -> {
            Etags.check(ifMatch, article.version, "article", id);
            ArticleEvent fact = transition.apply(article, clock.instant());
            return work.session().flush().chain(() -> fact == null ? note(work, id, 0, 0) : note(work, id, 0, 0, fact))
                    .replaceWith(article);
        });
    }

    /** Published articles are for all staff, the others for who wrote them and for supervisors. */
    Uni<Article> find(Read read, UUID id, Caller caller) {
        return read.session().find(Article.class, id).invoke(article -> {
            if (article == null
                    || article.status != ArticleStatus.PUBLISHED && !caller.has("supervisor") && !caller.username().equals(article.author)
                            && !caller.username().equals(article.editor)) {
                throw new NotFound("article", id);
            }
        });
    }

    public Uni<Boolean> exists(Read read, UUID id) {
        return read.session().find(Article.class, id).map(article -> article != null);
    }

    /**
     * Counts that an article was used for a ticket: once per ticket, whoever says so how often; a success after a failure counts as one.
     */
    public Uni<Void> apply(Work work, UUID id, UUID ticketId, boolean succeeded, String by) {
        Instant now = clock.instant();
        return USED.with("article", id).with("ticket", ticketId).with("succeeded", succeeded).with("at", now).with("by", by).row(work)
                .chain(use -> use == null ? Uni.createFrom().voidItem()
                        : note(work, id, use.flag("first") ? 1 : 0, succeeded ? 1 : 0, new FixApplied(id, ticketId, succeeded, now)));
    }

    /** @param before id of the last one seen, or null */
    Uni<List<Article>> list(Read read, ArticleStatus status, String product, UUID before, int limit) {
        Where where = new Where().and("status = :status", status).andIfGiven("productForm = :product", SearchForm.of(product))
                .andIfGiven("id < :before", before);
        return where.bind(read.session().createSelectionQuery("from Article where " + where + " order by id desc", Article.class))
                .setMaxResults(limit).getResultList();
    }

    Uni<List<Article>> all(Read read, List<UUID> ids, ArticleStatus status) {
        return ids.isEmpty() ? Uni.createFrom().item(List.of())
                : read.session().createSelectionQuery("from Article where id in ?1 and status = ?2", Article.class).setParameter(1, ids)
                        .setParameter(2, status).getResultList();
    }

    private Uni<Void> note(Work work, UUID id, int used, int solved, ArticleEvent... facts) {
        work.touch(new SearchIndex.Changed());
        return COUNTED.with("article", id).with("used", used).with("solved", solved).row(work)
                .chain(article -> outbox.add(work, article.number("sequence"), clock.instant(), facts));
    }
}
