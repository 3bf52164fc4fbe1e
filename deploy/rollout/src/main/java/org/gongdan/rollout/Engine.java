package org.gongdan.rollout;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** podman with the project's own settings and store. @param script deploy/images/engine */
record Engine(Path script) {

    String podman(List<String> arguments) {
        var line = new ArrayList<>(List.of(script.toString(), "podman"));
        line.addAll(arguments);
        return Shell.run(line);
    }

    /** The first process of a container. */
    ProcessHandle process(String container) {
        var pid = Long.parseLong(podman(List.of("inspect", "--format", "{{.State.Pid}}", container)));
        return ProcessHandle.of(pid)
                .orElseThrow(() -> new IllegalStateException(container + " ended at once: " + podman(List.of("logs", container))));
    }

    boolean has(String image) {
        return podman(List.of("images", "--format", "{{.Repository}}:{{.Tag}}")).lines().anyMatch(image::equals);
    }
}
