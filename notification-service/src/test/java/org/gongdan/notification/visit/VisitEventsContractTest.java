package org.gongdan.notification.visit;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;

import org.gongdan.notification.visit.VisitEvents.Appointment;
import org.gongdan.notification.visit.VisitEvents.Change;
import org.gongdan.notification.visit.VisitEvents.VisitDelayed;
import org.gongdan.notification.visit.VisitEvents.VisitRescheduled;
import org.gongdan.notification.visit.VisitEvents.VisitRescheduledV2;
import org.gongdan.notification.visit.VisitEvents.VisitScheduled;
import org.gongdan.notification.visit.VisitEvents.VisitScheduledV2;
import org.gongdan.platform.event.EventJson;
import org.gongdan.platform.event.EventTypes;
import org.gongdan.testing.EventContracts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisitEventsContractTest {

    private static final EventContracts DISPATCH = EventContracts.of("dispatch-service");

    @Test
    void weCanReadVisitScheduled() throws IOException {
        for (byte[] body : DISPATCH.bodies("VisitScheduled.v1")) {
            VisitScheduled visit = EventJson.read(body, VisitScheduled.class);
            assertNotNull(visit.number());
            assertNotNull(visit.engineerName());
            assertComplete(visit);
        }
    }

    @Test
    void weCanReadVisitScheduledWithoutAName() throws IOException {
        for (byte[] body : DISPATCH.bodies("VisitScheduled.v2")) {
            VisitScheduledV2 visit = EventJson.read(body, VisitScheduledV2.class);
            assertNotNull(visit.visitId());
            assertNotNull(visit.engineerId());
            assertComplete(visit);
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {VisitRescheduled.class, VisitRescheduledV2.class, VisitDelayed.class})
    void weCanReadChangesOfAppointments(Class<? extends Change> type) throws IOException {
        for (byte[] body : DISPATCH.bodies(EventTypes.nameOf(type))) {
            Change change = EventJson.read(body, type);
            assertComplete(change);
            assertTrue(change.previousStart().isBefore(change.previousEnd()));
            assertNotNull(change.reason());
        }
    }

    @Test
    void weCanReadWhatWasSigned() throws IOException {
        for (byte[] body : DISPATCH.bodies("VisitSigned.v1")) {
            VisitEvents.VisitSigned visit = EventJson.read(body, VisitEvents.VisitSigned.class);
            assertNotNull(visit.visitId());
            assertNotNull(visit.ticketId());
            assertNotNull(visit.at());
        }
    }

    private static void assertComplete(Appointment visit) {
        assertNotNull(visit.visitId());
        assertNotNull(visit.ticketId());
        assertNotNull(visit.customerId());
        assertTrue(visit.windowStart().isBefore(visit.windowEnd()));
    }
}
