package org.gongdan.stack;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A terminal sends Ctrl-C to every process of its group at once; a session of its own keeps a child out of that,
 * so that the stack can stop its parts one after the other. `setsid` replaces itself: the pid stays the child's.
 */
final class Detached {
    private static final Optional<Path> SETSID = onPath("setsid");

    private Detached() {
    }

    static List<String> from(List<String> command) {
        var line = new ArrayList<String>();
        SETSID.ifPresent(setsid -> line.add(setsid.toString()));
        line.addAll(command);
        return line;
    }

    static Optional<Path> onPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "/usr/bin:/bin").split(File.pathSeparator))
                .map(folder -> Path.of(folder, program)).filter(Files::isExecutable).findFirst();
    }
}
