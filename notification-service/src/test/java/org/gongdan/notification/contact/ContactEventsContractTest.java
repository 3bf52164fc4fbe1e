package org.gongdan.notification.contact;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.gongdan.notification.contact.ContactEvents.ContactChanged;
import org.gongdan.notification.contact.ContactEvents.EngineerChanged;
import org.gongdan.platform.event.EventJson;
import org.gongdan.testing.EventContracts;
import org.junit.jupiter.api.Test;

class ContactEventsContractTest {

    @Test
    void weCanReadWhatTicketServicePublishes() throws IOException {
        for (byte[] body : EventContracts.of("ticket-service").bodies("ContactChanged.v1")) {
            ContactChanged contact = EventJson.read(body, ContactChanged.class);
            assertNotNull(contact.contactId());
            assertNotNull(contact.customerId());
            assertNotNull(contact.name());
            assertNotNull(contact.salutation());
        }
    }

    @Test
    void weCanReadTheLanguageOfWhoSaidIt() throws IOException {
        List<String> languages = new ArrayList<>();
        for (byte[] body : EventContracts.of("ticket-service").bodies("ContactChanged.v1")) {
            languages.add(EventJson.read(body, ContactChanged.class).language());
        }
        assertTrue(languages.contains("en") && languages.contains(null), languages.toString());
    }

    @Test
    void weCanReadWhatEngineersAreCalled() throws IOException {
        for (byte[] body : EventContracts.of("dispatch-service").bodies("EngineerChanged.v1")) {
            EngineerChanged engineer = EventJson.read(body, EngineerChanged.class);
            assertNotNull(engineer.engineerId());
            assertNotNull(engineer.name());
        }
    }
}
