package org.gongdan.stack;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A program that does one thing and ends: initdb, Kafka's format, Keycloak's build. */
record Command(String purpose, List<String> line, Map<String, String> environment, Path folder) {

    void run(Path log) throws IOException, InterruptedException {
        Files.createDirectories(log.getParent());
        var builder = new ProcessBuilder(Detached.from(line)).directory(folder.toFile());
        builder.environment().putAll(environment);
        var process = builder.redirectErrorStream(true).redirectInput(new File("/dev/null"))
                .redirectOutput(Redirect.to(log.toFile())).start();
        try {
            if (process.waitFor() != 0) {
                throw new StackException("%s failed with exit code %d.%n%s".formatted(purpose, process.exitValue(), LogTail.of(log)));
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            throw e;
        }
    }
}
