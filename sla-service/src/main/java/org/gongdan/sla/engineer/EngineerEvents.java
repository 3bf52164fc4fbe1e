package org.gongdan.sla.engineer;

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

/** What our engineers are called, for reports, until a tombstone erases it. Of the customers' contacts, on the same topic, nothing is kept. */
@ApplicationScoped
@Startup
class EngineerEvents {

    private static final Sql NAMED = Sql
            .of("insert into engineer (id, name) values (:id, :name) on conflict (id) do update set name = excluded.name");
    private static final Sql FORGET = Sql.of("delete from engineer where id = :id");

    private final Consumer consumer;

    EngineerEvents(Inbox inbox) {
        this.consumer = inbox.consumer("contact-events", handlers());
    }

    @Incoming("contact-events")
    Uni<Void> on(ConsumerRecords<String, byte[]> records) {
        return consumer.receive(records);
    }

    Handlers handlers() {
        return new Handlers().on(EngineerChanged.class, EngineerEvents::changed);
    }

    private static Uni<Void> changed(Work work, Received<EngineerChanged> event) {
        EngineerChanged engineer = event.fact();
        return (engineer == null ? FORGET.with("id", event.envelope().subject())
                : NAMED.with("id", engineer.engineerId()).with("name", engineer.name())).update(work).replaceWithVoid();
    }

    record EngineerChanged(UUID engineerId, String name) {
    }
}
