package org.gongdan.rollout;

import java.io.IOException;
import java.nio.file.Files;
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

    /** As a kubelet does, gives all containers together as much as the machine has: else they share what one program gets. */
    void shareProcessors() throws IOException {
        var shares = Path.of("/sys/fs/cgroup/cpu/libpod_parent/cpu.shares");
        var all = Runtime.getRuntime().availableProcessors() * 1024;
        if (Files.exists(shares) && Integer.parseInt(Files.readString(shares).strip()) < all) {
            Files.writeString(shares, String.valueOf(all));
        }
    }
}
