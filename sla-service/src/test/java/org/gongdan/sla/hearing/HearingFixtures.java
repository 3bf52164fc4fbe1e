package org.gongdan.sla.hearing;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.gongdan.platform.event.Envelope;
import org.gongdan.platform.event.EventJson;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Events and rules in code for tests of what events mean. */
final class HearingFixtures {

    private HearingFixtures() {
    }

    /** The rules in code that our data calls; what they decide is tested elsewhere. */
    static RulesInCode inCode() {
        Judgement judgement = new Judgement() {
            @Override
            public String name() {
                return "notice-of-delay";
            }

            @Override
            public Optional<Verdict> of(Body event) {
                return Optional.of(new Verdict(event.instant("previousStart"), Map.of()));
            }
        };
        Exemption exemption = new Exemption() {
            @Override
            public String name() {
                return "coming-late";
            }

            @Override
            public boolean holds(Body event) {
                return false;
            }
        };
        return new RulesInCode(List.of(judgement), List.of(exemption));
    }

    static Body body(String event, String json) throws IOException {
        Envelope envelope = new Envelope(UUID.randomUUID(), event + ".v1", "/test", UUID.randomUUID(), Instant.EPOCH, 7, null, null);
        return new Body(event, envelope, (ObjectNode) EventJson.mapper().readTree(json));
    }
}
