package org.gongdan.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** The end of a log, enough to see why something died without opening the file. */
final class LogTail {
    private static final int LINES = 15;
    private static final int LONGEST_LINE = 300;

    private LogTail() {
    }

    static String of(Path log) {
        try {
            // Not readAllLines: a process that died may have left half a character.
            var lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
            return lines.stream().skip(Math.max(0, lines.size() - LINES)).map(LogTail::shortened)
                    .collect(Collectors.joining("\n", "Its last words:\n", "\nThe whole log: " + log));
        } catch (IOException e) {
            return "It left no log at " + log + ".";
        }
    }

    private static String shortened(String line) {
        return "    " + (line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + "…" : line);
    }
}
