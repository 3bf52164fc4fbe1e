package org.gongdan.knowledge.ticket;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.gongdan.knowledge.Article;
import org.gongdan.knowledge.Articles;
import org.gongdan.platform.inbox.Consumer;
import org.gongdan.platform.inbox.Handlers;
import org.gongdan.platform.inbox.Inbox;
import org.gongdan.platform.inbox.Received;
import org.gongdan.platform.tx.Read;
import org.gongdan.platform.tx.Work;

import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;

/** What we hear from ticket-service: a fix that no article had is worth a draft (R175), one that an article had is its success (R29). */
@ApplicationScoped
@Startup
class TicketEvents {

    private final Articles articles;
    private final Consumer consumer;

    TicketEvents(Inbox inbox, Articles articles) {
        this.articles = articles;
        this.consumer = inbox.consumer("ticket-events", handlers());
    }

    @Incoming("ticket-events")
    Uni<Void> on(ConsumerRecords<String, byte[]> records) {
        return consumer.receive(records);
    }

    Handlers handlers() {
        return new Handlers()
                .on(PhoneFixAttempted.class, this::tried)
                .on(TicketResolved.class, this::resolved);
    }

    record PhoneFixAttempted(UUID ticketId, UUID articleId, boolean succeeded, String by) {
    }

    record TicketResolved(UUID ticketId, String product, String summary, String symptom, String category, String cause, String fix,
            UUID articleId,
            String resolvedBy) {

        Article.Text lesson() {
            return new Article.Text(summary, symptom == null || symptom.isBlank() ? summary : symptom, cause, fix, product, category);
        }
    }

    private Uni<?> tried(Work work, Received<PhoneFixAttempted> event) {
        PhoneFixAttempted attempt = event.fact();
        return known(work, attempt.articleId())
                .chain(known -> known ? articles.apply(work, attempt.articleId(), attempt.ticketId(), attempt.succeeded(), attempt.by())
                        : Uni.createFrom().voidItem());
    }

    private Uni<?> resolved(Work work, Received<TicketResolved> event) {
        TicketResolved ticket = event.fact();
        return known(work, ticket.articleId())
                .chain(known -> known ? articles.apply(work, ticket.articleId(), ticket.ticketId(), true, ticket.resolvedBy())
                        : articles.learn(work, ticket.ticketId(), ticket.lesson(), ticket.resolvedBy()).replaceWithVoid());
    }

    /** An article we never had teaches nothing: the ticket then counts as solved without one. */
    private Uni<Boolean> known(Read read, UUID articleId) {
        return articleId == null ? Uni.createFrom().item(false) : articles.exists(read, articleId);
    }
}
