package org.gongdan.ticket.sla;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;

import org.gongdan.platform.event.EventJson;
import org.gongdan.platform.event.EventTypes;
import org.gongdan.testing.EventContracts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlaEventsContractTest {

    @ParameterizedTest
    @ValueSource(classes = {SlaEvents.PromiseMade.class, SlaEvents.SlaExtended.class, SlaEvents.SlaWarned.class,
            SlaEvents.SlaBreached.class,
            SlaEvents.SlaBreachWithdrawn.class, SlaEvents.SlaMet.class})
    void whatSlaPublishesCanBeRead(Class<? extends SlaEvents.OfTicket> record) throws IOException {
        for (byte[] example : EventContracts.of("sla-service").bodies(EventTypes.nameOf(record))) {
            SlaEvents.OfTicket event = EventJson.read(example, record);
            assertEquals(EventJson.mapper().readTree(example).has("shiftId"), event.ticketId() == null);
            if (event instanceof SlaEvents.Promise promise) {
                assertNotNull(promise.kind());
                assertNotNull(promise.dueAt());
            }
        }
    }
}
