package org.gongdan.rollout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Runs one program and waits for it. */
final class Shell {
    private Shell() {
    }

    /** @return what it printed; @throws IllegalStateException with its output when it failed */
    static String run(String... line) {
        return run(List.of(line));
    }

    static String run(List<String> line) {
        try {
            var process = new ProcessBuilder(line).redirectErrorStream(true).redirectInput(Path.of("/dev/null").toFile()).start();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", line) + " failed: " + output.strip());
            }
            return output.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
