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

    private final Consumer consumer;

    CustomerEvents(Inbox inbox) {
        this.consumer = inbox.consumer("customer-events", handlers());
    }

    @Incoming("customer-events")
    Uni<Void> on(ConsumerRecords<String, byte[]> records) {
        return consumer.receive(records);
    }

    Handlers handlers() {
        return new Handlers().on(CustomerRegistered.class, (work, event) -> registered(work, event.fact()));
    }

    private static Uni<Void> registered(Work work, CustomerRegistered customer) {
        return Sql.update(work, "insert into customer (id, name) values ($1, $2) on conflict (id) do update set name = excluded.name",
                customer.customerId(), customer.name()).replaceWithVoid();
    }

    record CustomerRegistered(UUID customerId, String name) {
    }
}
