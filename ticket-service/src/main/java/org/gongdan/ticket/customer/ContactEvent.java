package org.gongdan.ticket.customer;

import java.util.UUID;

import org.gongdan.platform.event.Fact;
import org.gongdan.platform.event.Topic;

/** Personal data of contacts; the only topic that carries any. It is compacted, and a tombstone erases a contact. */
@Topic("contact-events")
public sealed interface ContactEvent extends Fact {

    UUID contactId();

    @Override
    default UUID subject() {
        return contactId();
    }

    /** @param phone as it was typed. @param phoneNumber the same number in the form of RFC 3966 */
    record ContactChanged(UUID contactId, UUID customerId, UUID siteId, String name, String salutation, String phone, String phoneNumber,
            String email,
            String address, Language language) implements ContactEvent {
    }
}
