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
import org.gongdan.platform.web.KeptAnswers;

import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;

/** What we hear of contacts: whom visits lead to. A tombstone erases the person; what stays tells only that nothing older may come back. */
@ApplicationScoped
@Startup
class ContactEvents {

    private static final Sql REMEMBER = Sql.of("""
            insert into contact (id, customer_id, name, salutation, phone, phone_number, address, sequence)
            values (:id, :customer, :name, :salutation, :phone, :number, :address, :sequence)
            on conflict (id) do update set customer_id = excluded.customer_id, name = excluded.name, salutation = excluded.salutation,
                phone = excluded.phone, phone_number = excluded.phone_number, address = excluded.address, sequence = excluded.sequence
            where contact.sequence <= excluded.sequence""");
    /** Visits that lead to the person, and others of his customer where this very name was typed. */
    private static final String OF_PERSON = """
            (v.contact_id = :id or exists (select 1 from contact c where c.id = :id and c.customer_id = v.customer_id
                and (c.name = %1$s or length(c.name) > 1 and position(c.name in %1$s) > 0)))""";
    private static final Sql FORGET_SIGNATURES = Sql.of("""
            update signature s set signer_name = null, strokes = null, remote_address = null, user_agent = null from visit v
            where v.id = s.visit_id and s.signer_name is not null and %s""".formatted(OF_PERSON.formatted("s.signer_name")));
    /** A new version, so that nobody who has read the visit before writes the name back. */
    private static final Sql FORGET_CONSENT = Sql.of("""
            update visit v set window_consent_by = null, version = version + 1
            where v.window_consent_by is not null and %s""".formatted(OF_PERSON.formatted("v.window_consent_by")));
    private static final Sql ERASE = Sql.of("""
            insert into contact (id, sequence) values (:id, :sequence)
            on conflict (id) do update set customer_id = null, name = null, salutation = null, phone = null, phone_number = null, address = null,
                sequence = greatest(contact.sequence, excluded.sequence)""");

    private final KeptAnswers answers;
    private final Consumer consumer;

    ContactEvents(Inbox inbox, KeptAnswers answers) {
        this.answers = answers;
        this.consumer = inbox.consumer("contact-events", handlers());
    }

    @Incoming("contact-events")
    Uni<Void> on(ConsumerRecords<String, byte[]> records) {
        return consumer.receive(records);
    }

    Handlers handlers() {
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

    private Uni<Void> erase(Work work, Received<ContactChanged> event) {
        UUID id = event.envelope().subject();
        return FORGET_SIGNATURES.with("id", id).update(work)
                .chain(() -> FORGET_CONSENT.with("id", id).update(work))
                .chain(() -> ERASE.with("id", id).with("sequence", event.envelope().sequence()).update(work))
                .chain(() -> answers.forget(work, id));
    }

    record ContactChanged(UUID contactId, UUID customerId, String name, String salutation, String phone, String phoneNumber,
            String address) {
    }
}
