package org.gongdan.notification.ticket;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;

import org.gongdan.notification.ticket.TicketEvents.TicketOpened;
import org.gongdan.platform.event.EventJson;
import org.gongdan.testing.EventContracts;
import org.junit.jupiter.api.Test;

class TicketEventsContractTest {

    @Test
    void weCanReadWhatTicketServicePublishes() throws IOException {
        for (byte[] body : EventContracts.of("ticket-service").bodies("TicketOpened.v1")) {
            TicketOpened ticket = EventJson.read(body, TicketOpened.class);
            assertNotNull(ticket.ticketId());
            assertNotNull(ticket.customerId());
            assertNotNull(ticket.number());
            assertNotNull(ticket.summary());
            assertNotNull(ticket.openedAt());
        }
    }
}
