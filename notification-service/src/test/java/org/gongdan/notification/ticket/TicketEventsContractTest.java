package org.gongdan.notification.ticket;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.gongdan.notification.ticket.TicketEvents.MessageReceived;
import org.gongdan.notification.ticket.TicketEvents.MessageSent;
import org.gongdan.notification.ticket.TicketEvents.Step;
import org.gongdan.notification.ticket.TicketEvents.TicketAcknowledged;
import org.gongdan.notification.ticket.TicketEvents.TicketAssigned;
import org.gongdan.notification.ticket.TicketEvents.TicketCancelled;
import org.gongdan.notification.ticket.TicketEvents.TicketClosed;
import org.gongdan.notification.ticket.TicketEvents.TicketClosedV2;
import org.gongdan.notification.ticket.TicketEvents.TicketHandedOver;
import org.gongdan.notification.ticket.TicketEvents.TicketOpened;
import org.gongdan.notification.ticket.TicketEvents.TicketReopened;
import org.gongdan.notification.ticket.TicketEvents.TicketResolved;
import org.gongdan.notification.ticket.TicketEvents.TicketResumed;
import org.gongdan.notification.ticket.TicketEvents.TicketWaiting;
import org.gongdan.notification.ticket.TicketEvents.VisitRequested;
import org.gongdan.platform.event.EventJson;
import org.gongdan.platform.event.EventTypes;
import org.gongdan.testing.EventContracts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TicketEventsContractTest {

    static Stream<Class<? extends Step>> everyStep() {
        return Stream.of(TicketAcknowledged.class, TicketAssigned.class, TicketHandedOver.class, VisitRequested.class, TicketWaiting.class,
                TicketResumed.class,
                TicketResolved.class, TicketReopened.class, MessageSent.class, TicketClosed.class, TicketClosedV2.class,
                TicketCancelled.class);
    }

    private static <T> List<T> examples(Class<T> type) throws IOException {
        List<T> facts = new ArrayList<>();
        for (byte[] body : EventContracts.of("ticket-service").bodies(EventTypes.nameOf(type))) {
            facts.add(EventJson.read(body, type));
        }
        assertFalse(facts.isEmpty());
        return facts;
    }

    @Test
    void weCanReadWhatTicketServicePublishes() throws IOException {
        for (TicketOpened ticket : examples(TicketOpened.class)) {
            assertNotNull(ticket.ticketId());
            assertNotNull(ticket.customerId());
            assertNotNull(ticket.number());
            assertNotNull(ticket.summary());
            assertNotNull(ticket.openedAt());
        }
    }

    @ParameterizedTest
    @MethodSource("everyStep")
    void weCanReadEveryStep(Class<? extends Step> type) throws IOException {
        for (Step step : examples(type)) {
            assertNotNull(step.ticketId());
            assertNotNull(step.customerId());
        }
    }

    @Test
    void weKnowWhatIsWaitedForAndHowItWasSolved() throws IOException {
        assertTrue(examples(TicketWaiting.class).stream().allMatch(waiting -> waiting.reason() != null));
        assertTrue(examples(TicketResolved.class).stream().allMatch(resolved -> resolved.method() != null));
    }

    @Test
    void weKnowWhatTheCustomerIsWritten() throws IOException {
        assertTrue(examples(MessageSent.class).stream().allMatch(message -> message.text() != null));
        assertTrue(
                examples(MessageReceived.class).stream().allMatch(message -> message.ticketId() != null && message.customerId() != null));
    }

    @Test
    void weKnowWhenTheCustomerDidItHimself() throws IOException {
        assertTrue(examples(TicketReopened.class).stream().anyMatch(reopened -> Boolean.TRUE.equals(reopened.byCustomer())));
        assertFalse(examples(TicketCancelled.class).getLast().byCustomer());
    }
}
