package org.gongdan.sla.kind;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.gongdan.platform.event.Envelope;
import org.gongdan.platform.event.EventJson;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Our own kinds as they are read at start, without a container. */
final class KindFixtures {

    private static final Map<String, String> SETTINGS = new HashMap<>(Map.of("gongdan.sla.resolution.within", "24h", "gongdan.sla.resolution.pauses-on", "CUSTOMER",
            "gongdan.sla.acknowledge.within", "30m", "gongdan.sla.resolution.calendar", "24x7", "gongdan.sla.acknowledge.calendar", "office-cn",
            "gongdan.sla.update-cadence.within", "4h", "gongdan.sla.time-to-assign.within", "30m",
            "gongdan.sla.hand-off.within", "30m", "gongdan.sla.complaint.within", "8h"));

    static {
        SETTINGS.putAll(Map.of("gongdan.sla.order-submission.days", "1", "gongdan.sla.order-submission.calendar", "office-cn",
                "gongdan.sla.roster-handover.within", "15m"));
    }

    private KindFixtures() {
    }

    static List<Kind> ours() {
        return read(KindFiles.ours());
    }

    static List<Kind> read(String yaml) {
        return KindFile.read("test.yaml", yaml, SETTINGS::get, 80);
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

    static Path root() {
        for (Path root = Path.of("").toAbsolutePath(); root != null; root = root.getParent()) {
            if (Files.exists(root.resolve("mvnw"))) {
                return root;
            }
        }
        throw new IllegalStateException("not inside the project");
    }
}
