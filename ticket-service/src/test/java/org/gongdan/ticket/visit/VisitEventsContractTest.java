package org.gongdan.ticket.visit;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;

import org.gongdan.platform.event.EventJson;
import org.gongdan.platform.event.EventTypes;
import org.gongdan.testing.EventContracts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisitEventsContractTest {

    @ParameterizedTest
    @ValueSource(classes = {VisitEvents.VisitOrdered.class, VisitEvents.VisitScheduled.class, VisitEvents.VisitScheduledV2.class,
            VisitEvents.VisitAccepted.class, VisitEvents.VisitDeclined.class,
            VisitEvents.VisitRescheduled.class, VisitEvents.VisitRescheduledV2.class, VisitEvents.VisitDelayed.class,
            VisitEvents.EngineerDeparted.class, VisitEvents.VisitStarted.class,
            VisitEvents.CustomerAbsent.class, VisitEvents.VisitRefused.class, VisitEvents.VisitCompleted.class,
            VisitEvents.VisitSigned.class, VisitEvents.OrderSubmitted.class,
            VisitEvents.VisitCancelled.class})
    void whatDispatchPublishesCanBeRead(Class<? extends VisitEvents.OfVisit> record) throws IOException {
        for (byte[] example : EventContracts.of("dispatch-service").bodies(EventTypes.nameOf(record))) {
            VisitEvents.OfVisit event = EventJson.read(example, record);
            assertNotNull(event.ticketId());
            assertNotNull(event.visitId());
        }
    }
}
