package org.gongdan.notification.customer;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.gongdan.platform.inbox.Consumer;
import org.gongdan.platform.inbox.Handlers;
import org.gongdan.platform.inbox.Inbox;
import org.gongdan.platform.inbox.Received;
import org.gongdan.platform.tx.Sql;
import org.gongdan.platform.tx.Work;

import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;

/** What customers are called, for letters that name them, and which of their contacts have left. */
@ApplicationScoped
@Startup
class CustomerEvents {

    private static final Sql NAME = Sql
            .of("insert into customer (id, name) values (:id, :name) on conflict (id) do update set name = excluded.name");
    private static final Sql LEFT = Sql.of("insert into contact_withdrawn (id) values (:id) on conflict do nothing");
    private static final Sql BACK = Sql.of("delete from contact_withdrawn where id = :id");

    private final Consumer consumer;

    CustomerEvents(Inbox inbox) {
        this.consumer = inbox.consumer("customer-events", handlers());
    }

    @Incoming("customer-events")
    Uni<Void> on(ConsumerRecords<String, byte[]> records) {
        return consumer.receive(records);
    }

    Handlers handlers() {
        return new Handlers()
                .on(CustomerRegistered.class, CustomerEvents::named)
                .on(CustomerChanged.class, CustomerEvents::named)
                .on(ContactWithdrawn.class, (work, event) -> LEFT.with("id", event.fact().contactId()).update(work).replaceWithVoid())
                .on(ContactReinstated.class, (work, event) -> BACK.with("id", event.fact().contactId()).update(work).replaceWithVoid());
    }

    interface Named {
        UUID customerId();

        String name();
    }

    record CustomerRegistered(UUID customerId, String name) implements Named {
    }

    record CustomerChanged(UUID customerId, String name) implements Named {
    }

    record ContactWithdrawn(UUID contactId) {
    }

    record ContactReinstated(UUID contactId) {
    }

    private static Uni<Void> named(Work work, Received<? extends Named> event) {
        return NAME.with("id", event.fact().customerId()).with("name", event.fact().name()).update(work).replaceWithVoid();
    }
}
