package org.gongdan.dispatch.customer;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.gongdan.platform.inbox.Consumer;
import org.gongdan.platform.inbox.Handlers;
import org.gongdan.platform.inbox.Inbox;
import org.gongdan.platform.tx.Sql;
import org.gongdan.platform.tx.Work;

import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;

/** What we hear of customers: what they and their sites are called, for printed orders. */
@ApplicationScoped
@Startup
class CustomerEvents {

    private static final Sql NAMED = Sql
            .of("insert into customer_name (id, name) values (:id, :name) on conflict (id) do update set name = excluded.name");

    private final Consumer consumer;

    CustomerEvents(Inbox inbox) {
        this.consumer = inbox.consumer("customer-events", handlers());
    }

    @Incoming("customer-events")
    Uni<Void> on(ConsumerRecords<String, byte[]> records) {
        return consumer.receive(records);
    }

    Handlers handlers() {
        return new Handlers().on(CustomerRegistered.class, (work, event) -> named(work, event.fact().customerId(), event.fact().name()))
                .on(CustomerChanged.class, (work, event) -> named(work, event.fact().customerId(), event.fact().name()))
                .on(SiteChanged.class, (work, event) -> named(work, event.fact().siteId(), event.fact().name()));
    }

    private static Uni<Void> named(Work work, UUID id, String name) {
        return NAMED.with("id", id).with("name", name).update(work).replaceWithVoid();
    }

    record CustomerRegistered(UUID customerId, String name) {
    }

    record CustomerChanged(UUID customerId, String name) {
    }

    record SiteChanged(UUID siteId, String name) {
    }
}
