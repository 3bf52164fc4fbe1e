package org.gongdan.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** After a kill, PostgreSQL's lock file stays; when its pid meanwhile belongs to something else, PostgreSQL would refuse to start. */
final class StaleLock {
    private StaleLock() {
    }

    static void remove(Path lock) throws IOException {
        if (!Files.exists(lock)) {
            return;
        }
        var pid = Files.readAllLines(lock).getFirst().strip();
        var holder = ProcessHandle.of(Long.parseLong(pid)).flatMap(process -> process.info().command()).orElse("");
        if (holder.endsWith("/postgres")) {
            throw new StackException("A PostgreSQL (process " + pid + ") still runs on " + lock.getParent()
                    + ", left over by an earlier run: end it with `deploy/run --stop` or `kill -INT " + pid + "`.");
        }
        Files.delete(lock);
    }
}
