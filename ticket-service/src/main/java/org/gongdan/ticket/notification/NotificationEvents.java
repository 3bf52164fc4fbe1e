package org.gongdan.ticket.notification;

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

/** What we hear from notification-service: whom the customer's news reached. Messages that concern no ticket are no part of a story. */
@ApplicationScoped
@Startup
class NotificationEvents {

    private final Story story;
    private final Consumer consumer;

    NotificationEvents(Inbox inbox, Story story) {
        this.story = story;
        this.consumer = inbox.consumer("notification-events", handlers());
    }

    @Incoming("notification-events")
    Uni<Void> on(ConsumerRecords<String, byte[]> records) {
        return consumer.receive(records);
    }

    Handlers handlers() {
        return new Handlers()
                .on(NotificationDelivered.class, (work, event) -> tell(work, event.fact().ticketId(), event))
                .on(NotificationFailed.class, (work, event) -> tell(work, event.fact().ticketId(), event));
    }

    private Uni<Void> tell(Work work, UUID ticketId, Received<?> event) {
        if (ticketId != null) {
            story.addHeard(work, ticketId, event);
        }
        return Uni.createFrom().voidItem();
    }

    record NotificationDelivered(UUID ticketId) {
    }

    record NotificationFailed(UUID ticketId) {
    }
}
