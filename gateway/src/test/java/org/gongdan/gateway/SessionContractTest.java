package org.gongdan.gateway;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.gongdan.platform.session.SessionEvent;
import org.gongdan.platform.session.SessionEvent.AccessChanged;
import org.gongdan.platform.session.SessionEvent.SessionEnded;
import org.gongdan.platform.session.SessionMessages;
import org.gongdan.testing.EventContracts;
import org.junit.jupiter.api.Test;

class SessionContractTest {

    private static final EventContracts CONTRACTS = EventContracts.of("gateway");

    @Test
    void examplesFitAndEveryRecordHasItsContract() {
        CONTRACTS.assertExamplesFit();
        CONTRACTS.assertRecordsAre(type -> type.getSimpleName() + ".v1", SessionEvent.class);
    }

    @Test
    void whatIsWrittenFits() {
        CONTRACTS.assertFits("SessionEnded.v1", body(new SessionEnded("s1", Instant.EPOCH)));
        CONTRACTS.assertFits("AccessChanged.v1", body(new AccessChanged("li", Instant.EPOCH)));
        CONTRACTS.assertFits("AccessChanged.v1", body(new AccessChanged(null, Instant.EPOCH)));
    }

    private static String body(SessionEvent event) {
        return new String(SessionMessages.write(event, "/gateway").value(), StandardCharsets.UTF_8);
    }
}
