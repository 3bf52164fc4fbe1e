package org.gongdan.ticket.knowledge;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.gongdan.platform.inbox.Consumer;
import org.gongdan.platform.inbox.Handlers;
import org.gongdan.platform.inbox.Inbox;
import org.gongdan.platform.inbox.Received;
import org.gongdan.platform.tx.Work;
import org.gongdan.ticket.story.Story;

import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;

/** What we hear from knowledge-service: what was learned from a ticket, and which known fix was used on it. */
@ApplicationScoped
@Startup
class KnowledgeEvents {

    private final Story story;
    private final Consumer consumer;

    KnowledgeEvents(Inbox inbox, Story story) {
        this.story = story;
        this.consumer = inbox.consumer("knowledge-events", handlers());
    }

    @Incoming("knowledge-events")
    Uni<Void> on(ConsumerRecords<String, byte[]> records) {
        return consumer.receive(records);
    }

    Handlers handlers() {
        return new Handlers()
                .on(ArticleDrafted.class, (work, event) -> tell(work, event.fact().ticketId(), event))
                .on(ArticlePublished.class, (work, event) -> tell(work, event.fact().ticketId(), event))
                .on(FixApplied.class, (work, event) -> tell(work, event.fact().ticketId(), event));
    }

    private Uni<Void> tell(Work work, UUID ticketId, Received<?> event) {
        if (ticketId != null) {
            story.addHeard(work, ticketId, event);
        }
        return Uni.createFrom().voidItem();
    }

    record ArticleDrafted(UUID ticketId) {
    }

    record ArticlePublished(UUID ticketId) {
    }

    record FixApplied(UUID ticketId) {
    }
}
