package org.gongdan.knowledge.ticket;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;

import org.gongdan.knowledge.ticket.TicketEvents.PhoneFixAttempted;
import org.gongdan.knowledge.ticket.TicketEvents.TicketResolved;
import org.gongdan.platform.event.EventJson;
import org.gongdan.testing.EventContracts;
import org.junit.jupiter.api.Test;

class TicketEventsContractTest {

    private static final EventContracts TICKET = EventContracts.of("ticket-service");

    @Test
    void weCanReadResolutions() throws IOException {
        for (byte[] body : TICKET.bodies("TicketResolved.v1")) {
            TicketResolved ticket = EventJson.read(body, TicketResolved.class);
            assertNotNull(ticket.ticketId());
            assertNotNull(ticket.resolvedBy());
            assertNotNull(ticket.lesson().title());
            assertFalse(ticket.lesson().symptom().isBlank());
            assertNotNull(ticket.lesson().cause());
            assertNotNull(ticket.lesson().fix());
        }
    }

    @Test
    void weCanReadPhoneFixes() throws IOException {
        for (byte[] body : TICKET.bodies("PhoneFixAttempted.v1")) {
            PhoneFixAttempted attempt = EventJson.read(body, PhoneFixAttempted.class);
            assertNotNull(attempt.ticketId());
            assertNotNull(attempt.by());
        }
    }
}
