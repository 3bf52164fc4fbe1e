package org.gongdan.sla.engineer;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;

import org.gongdan.platform.event.EventJson;
import org.gongdan.testing.EventContracts;
import org.junit.jupiter.api.Test;

class EngineerEventsContractTest {

    @Test
    void whatWeReadIsInTheProducersExamples() throws IOException {
        for (byte[] body : EventContracts.of("dispatch-service").bodies("EngineerChanged.v1")) {
            EngineerEvents.EngineerChanged engineer = EventJson.read(body, EngineerEvents.EngineerChanged.class);
            assertNotNull(engineer.engineerId());
            assertNotNull(engineer.name());
        }
    }
}
