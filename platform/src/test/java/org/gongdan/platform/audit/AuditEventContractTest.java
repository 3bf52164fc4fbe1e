package org.gongdan.platform.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;

import org.gongdan.platform.audit.AuditEvent.AuditAnchored;
import org.gongdan.platform.event.EventJson;
import org.gongdan.platform.event.EventTypes;
import org.gongdan.testing.EventContracts;
import org.gongdan.testing.PersonalDataRules;
import org.junit.jupiter.api.Test;

class AuditEventContractTest {

    private static final EventContracts CONTRACTS = EventContracts.of("platform");

    @Test
    void examplesFitTheirSchemasAndCanBeRead() throws IOException {
        CONTRACTS.assertExamplesFit();
        for (byte[] example : CONTRACTS.bodies("AuditAnchored.v1")) {
            assertEquals(64, EventJson.read(example, AuditAnchored.class).hash().length());
        }
    }

    @Test
    void whatWePublishFitsItsSchema() {
        CONTRACTS.assertRecordsAre(EventTypes::nameOf, AuditEvent.class);
        CONTRACTS.assertFits("AuditAnchored.v1", EventJson.write(
                AuditAnchored.of("ticket-service", new AuditHead(1, AuditChain.START), Instant.parse("2026-11-22T01:02:03.456789Z"))));
    }

    @Test
    void noEventNamesAPerson() {
        PersonalDataRules.assertKept("platform", Map.of());
    }
}
