package org.gongdan.dispatch.contact;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;

import org.gongdan.dispatch.contact.ContactEvents.ContactChanged;
import org.gongdan.platform.event.EventJson;
import org.gongdan.testing.EventContracts;
import org.junit.jupiter.api.Test;

/** ticket-service's examples hold what we read. */
class ContactContractTest {

    @Test
    void contactsSayWhomAVisitLeadsTo() throws IOException {
        for (byte[] body : EventContracts.of("ticket-service").bodies("ContactChanged.v1")) {
            ContactChanged contact = EventJson.read(body, ContactChanged.class);
            assertNotNull(contact.contactId());
            assertNotNull(contact.customerId());
            assertNotNull(contact.name());
            assertNotNull(contact.phone());
        }
    }
}
