package org.gongdan.dispatch.ticket;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;

import org.gongdan.dispatch.Visit;
import org.gongdan.dispatch.ticket.TicketEvents.TicketCancelled;
import org.gongdan.dispatch.ticket.TicketEvents.TicketClosed;
import org.gongdan.dispatch.ticket.TicketEvents.TicketClosedV2;
import org.gongdan.dispatch.ticket.TicketEvents.VisitRequested;
import org.gongdan.platform.event.EventJson;
import org.gongdan.testing.EventContracts;
import org.junit.jupiter.api.Test;

/** ticket-service's examples hold what we read. */
class TicketContractTest {

    private static final EventContracts TICKET = EventContracts.of("ticket-service");

    @Test
    void requestedVisitsCanBeOrdered() throws IOException {
        for (byte[] body : TICKET.bodies("VisitRequested.v1")) {
            Visit.Order order = EventJson.read(body, VisitRequested.class).order();
            assertNotNull(order.need());
        }
    }

    @Test
    void endsOfTicketsNameTheTicket() throws IOException {
        for (byte[] body : TICKET.bodies("TicketCancelled.v1")) {
            TicketCancelled cancelled = EventJson.read(body, TicketCancelled.class);
            assertNotNull(cancelled.ticketId());
            assertNotNull(cancelled.reason());
        }
        for (byte[] body : TICKET.bodies("TicketClosed.v1")) {
            assertNotNull(EventJson.read(body, TicketClosed.class).ticketId());
        }
        for (byte[] body : TICKET.bodies("TicketClosed.v2")) {
            assertNotNull(EventJson.read(body, TicketClosedV2.class).ticketId());
        }
    }
}
