package org.gongdan.sla.customer;

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

/** What we hear about customers: their names, for reports. */
@ApplicationScoped
@Startup
class CustomerEvents {

    private static final Sql NAMED = Sql
            .of("insert into customer (id, name) values (:id, :name) on conflict (id) do update set name = excluded.name");

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
                .on(CustomerChanged.class, (work, event) -> named(work, event.fact().customerId(), event.fact().name()));
    }

    private static Uni<Void> named(Work work, UUID customer, String name) {
        return NAMED.with("id", customer).with("name", name).update(work).replaceWithVoid();
    }

    record CustomerRegistered(UUID customerId, String name) {
    }

    record CustomerChanged(UUID customerId, String name) {
    }
}
