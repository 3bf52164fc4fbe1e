package org.gongdan.notification.mail;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.gongdan.notification.Audience;
import org.gongdan.notification.Reason;
import org.gongdan.notification.Template;

/**
 * A message to be sent, with what is known now of its ticket and contact; unknown parts are null.
 *
 * @param claim proves that this process still holds the message
 * @param behind an earlier step of the same ticket has not been told yet
 * @param data  JSON object: what the template needs beyond ticket and contact
 * @param unnamed it is about a kind of promise whose name has not been heard of, but will be
 * @param kind  what that kind is called; null when that is not known, or when it is about none
 * @param around what letters say besides
 */
record Pending(UUID id, UUID claim, Template template, UUID customerId, UUID ticketId, UUID contactId, String data, boolean expired,
        boolean behind, int attempts, Ticket ticket, Contact contact, boolean unnamed, KindName kind, Around around) {

    /** @param product null when the ticket names none */
    record Ticket(String number, String summary, String product) {
    }

    /** @param language zh or en; null when he never said */
    record Contact(String salutation, String email, String language) {
    }

    /**
     * What else is known of what the message is about; each is null where nobody told.
     *
     * @param customer    what the customer is called
     * @param owner       who is responsible for the ticket
     * @param visitNumber of the visit the message names
     * @param engineer    who goes there
     * @param onDuty      what those are called who are on duty, of the user names that the message has
     */
    record Around(String customer, String owner, String visitNumber, String engineer, String onDuty) {
    }

    record KindName(String zh, String en) {

        String in(Locale language) {
            return language.getLanguage().equals("zh") ? zh : en;
        }
    }

    /** What makes the message undeliverable, however long one waits. */
    Optional<Reason> obstacle() {
        if (expired) {
            return Optional.of(Reason.EXPIRED);
        }
        if (isWaiting() || template.audience() == Audience.SUPERVISOR) {
            return Optional.empty();
        }
        if (contactId == null) {
            return Optional.of(Reason.NO_CONTACT);
        }
        return contact.email() == null || contact.email().isBlank() ? Optional.of(Reason.NO_ADDRESS) : Optional.empty();
    }

    /** A step of a ticket that names nobody: there is nobody who could miss it. */
    boolean concernsNobody() {
        return template.isStep() && ticket != null && contactId == null;
    }

    /** The ticket, the contact or the name of the kind has not been heard of yet: topics and their partitions are read independently of each other. */
    boolean isWaiting() {
        boolean contactMissing = template.audience() == Audience.CONTACT && contactId != null && contact == null;
        return contactMissing || template.namesTicket() && ticket == null || unnamed;
    }
}
