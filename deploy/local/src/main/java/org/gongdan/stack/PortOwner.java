package org.gongdan.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds who listens on a port, where the system tells it (Linux's /proc); elsewhere, and for other users' processes, nobody. */
final class PortOwner {
    private static final String LISTENING = "0A";

    private PortOwner() {
    }

    static Optional<String> of(int port) {
        return Stream.of("/proc/net/tcp", "/proc/net/tcp6").map(Path::of).flatMap(table -> socketOf(table, port).stream())
                .flatMap(socket -> holderOf(socket).stream()).findFirst();
    }

    private static Optional<String> socketOf(Path table, int port) {
        var suffix = ":%04X".formatted(port);
        return lines(table).stream().map(line -> line.strip().split("\\s+"))
                .filter(fields -> fields.length > 9 && fields[1].endsWith(suffix) && fields[3].equals(LISTENING))
                .map(fields -> "socket:[" + fields[9] + "]").findFirst();
    }

    private static Optional<String> holderOf(String socket) {
        return ProcessHandle.allProcesses().filter(process -> holds(process.pid(), socket))
                .map(process -> process.info().command().map(command -> Path.of(command).getFileName() + " ").orElse("") + "(process "
                        + process.pid() + ")")
                .findFirst();
    }

    private static boolean holds(long pid, String socket) {
        try (var descriptors = Files.list(Path.of("/proc", String.valueOf(pid), "fd"))) {
            return descriptors.anyMatch(descriptor -> socket.equals(target(descriptor)));
        } catch (IOException e) {
            return false;
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return "";
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            return List.of();
        }
    }
}
