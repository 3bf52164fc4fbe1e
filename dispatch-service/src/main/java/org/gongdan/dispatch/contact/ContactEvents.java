package org.gongdan.dispatch.contact;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.gongdan.platform.inbox.Consumer;
import org.gongdan.platform.inbox.Handlers;
import org.gongdan.platform.inbox.Inbox;
import org.gongdan.platform.inbox.Received;
import org.gongdan.platform.problem.DomainException.Rejected;
import org.gongdan.platform.tx.Sql;
import org.gongdan.platform.tx.Work;

import io.smallrye.mutiny.Uni;

/** What we hear of contacts: whom visits lead to. A tombstone erases the person; what stays tells only that nothing older may come back. */
@ApplicationScoped
class ContactEvents {

    private static final Sql REMEMBER = Sql.of("""
            insert into contact (id, customer_id, name, salutation, phone, phone_number, address, sequence)
            values (:id, :customer, :name, :salutation, :phone, :number, :address, :sequence)
            on conflict (id) do update set customer_id = excluded.customer_id, name = excluded.name, salutation = excluded.salutation,
                phone = excluded.phone, phone_number = excluded.phone_number, address = excluded.address, sequence = excluded.sequence
            where contact.sequence <= excluded.sequence""");
    private static final Sql ERASE = Sql.of("""
            insert into contact (id, sequence) values (:id, :sequence)
            on conflict (id) do update set customer_id = null, name = null, salutation = null, phone = null, phone_number = null, address = null,
                sequence = greatest(contact.sequence, excluded.sequence)""");

    private final Consumer consumer;

    ContactEvents(Inbox inbox) {
        this.consumer = inbox.consumer("contact-events", handlers());
    }

    @Incoming("contact-events")
    Uni<Void> on(ConsumerRecords<String, byte[]> records) {
        return consumer.receive(records);
    }

    static Handlers handlers() {
        return new Handlers().on(ContactChanged.class, (work, event) -> event.fact() == null ? erase(work, event) : remember(work, event));
    }

    private static Uni<Void> remember(Work work, Received<ContactChanged> event) {
        ContactChanged contact = event.fact();
        if (contact.contactId() == null || contact.customerId() == null) {
            throw new Rejected("contact-incomplete");
        }
        return REMEMBER.with("id", contact.contactId()).with("customer", contact.customerId()).with("name", contact.name())
                .with("salutation", contact.salutation())
                .with("phone", contact.phone()).with("number", contact.phoneNumber()).with("address", contact.address())
                .with("sequence", event.envelope().sequence()).update(work).replaceWithVoid();
    }

    private static Uni<Void> erase(Work work, Received<ContactChanged> event) {
        return ERASE.with("id", event.envelope().subject()).with("sequence", event.envelope().sequence()).update(work).replaceWithVoid();
    }

    record ContactChanged(UUID contactId, UUID customerId, String name, String salutation, String phone, String phoneNumber,
            String address) {
    }
}
