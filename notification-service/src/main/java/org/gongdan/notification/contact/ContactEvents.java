package org.gongdan.notification.contact;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.gongdan.notification.Notifications;
import org.gongdan.platform.inbox.Consumer;
import org.gongdan.platform.inbox.Handlers;
import org.gongdan.platform.inbox.Inbox;
import org.gongdan.platform.inbox.Received;
import org.gongdan.platform.tx.Sql;
import org.gongdan.platform.tx.Work;

import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;

/** Whom we can reach and how, and what our engineers are called: the newest state of each, until a tombstone erases it here as well. */
@ApplicationScoped
@Startup
class ContactEvents {

    private static final Sql STORE = Sql.of("""
            insert into contact (id, customer_id, name, salutation, email, phone, language)
                values (:id, :customer, :name, :salutation, :email, :phone, :language)
            on conflict (id) do update set customer_id = excluded.customer_id, name = excluded.name, salutation = excluded.salutation,
                email = excluded.email, phone = excluded.phone, language = excluded.language""");
    private static final Sql FORGET = Sql.of("delete from contact where id = :id");
    private static final Sql ENGINEER = Sql
            .of("""
            insert into engineer (id, name, username) values (:id, :name, :username)
            on conflict (id) do update set name = excluded.name, username = excluded.username""");
    private static final Sql FORGET_ENGINEER = Sql.of("delete from engineer where id = :id");

    private final Notifications notifications;
    private final Consumer consumer;

    ContactEvents(Inbox inbox, Notifications notifications) {
        this.notifications = notifications;
        this.consumer = inbox.consumer("contact-events", handlers());
    }

    @Incoming("contact-events")
    Uni<Void> on(ConsumerRecords<String, byte[]> records) {
        return consumer.receive(records);
    }

    Handlers handlers() {
        return new Handlers().on(ContactChanged.class, this::changed).on(EngineerChanged.class, this::engineer);
    }

    record ContactChanged(UUID contactId, UUID customerId, String name, String salutation, String email, String phone, String language) {
    }

    record EngineerChanged(UUID engineerId, String name, String username) {
    }

    private Uni<Void> changed(Work work, Received<ContactChanged> event) {
        return event.fact() == null ? erase(work, event.envelope().subject()) : store(work, event.fact());
    }

    private Uni<Void> store(Work work, ContactChanged contact) {
        return STORE.with("id", contact.contactId()).with("customer", contact.customerId()).with("name", contact.name())
                .with("salutation", contact.salutation())
                .with("email", contact.email()).with("phone", contact.phone()).with("language", contact.language()).update(work)
                .chain(() -> notifications.contactIsKnown(work, contact.contactId()));
    }

    /** What our engineers are called: the customer is told who comes. */
    private Uni<Void> engineer(Work work, Received<EngineerChanged> event) {
        return (event.fact() == null ? FORGET_ENGINEER.with("id", event.envelope().subject())
                : ENGINEER.with("id", event.fact().engineerId()).with("name", event.fact().name())
                        .with("username", event.fact().username()))
                .update(work).replaceWithVoid();
    }

    private Uni<Void> erase(Work work, UUID contactId) {
        return FORGET.with("id", contactId).update(work)
                .chain(() -> notifications.erase(work, contactId));
    }
}
