package org.gongdan.sla.kind;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Our own kinds as they are read at start, without a container. */
public final class KindFixtures {

    private static final Map<String, String> SETTINGS = new HashMap<>(
            Map.of("gongdan.sla.resolution.within", "24h", "gongdan.sla.resolution.pauses-on", "CUSTOMER",
                    "gongdan.sla.acknowledge.within", "30m", "gongdan.sla.resolution.calendar", "24x7", "gongdan.sla.acknowledge.calendar",
                    "office-cn",
                    "gongdan.sla.update-cadence.within", "4h", "gongdan.sla.time-to-assign.within", "30m",
                    "gongdan.sla.hand-off.within", "30m", "gongdan.sla.complaint.within", "8h"));

    static {
        SETTINGS.putAll(Map.of("gongdan.sla.order-submission.days", "1", "gongdan.sla.order-submission.calendar", "office-cn",
                "gongdan.sla.roster-handover.within", "15m"));
    }

    private KindFixtures() {
    }

    public static List<Kind> ours() {
        return read(KindFiles.ours());
    }

    public static List<Kind> read(String yaml) {
        return KindFile.read("test.yaml", yaml, SETTINGS::get, 80);
    }

    public static Path root() {
        for (Path root = Path.of("").toAbsolutePath(); root != null; root = root.getParent()) {
            if (Files.exists(root.resolve("mvnw"))) {
                return root;
            }
        }
        throw new IllegalStateException("not inside the project");
    }
}
