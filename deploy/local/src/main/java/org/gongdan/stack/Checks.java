package org.gongdan.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** What can be told before anything is started. */
final class Checks {
    private static final long NEEDED_BYTES = 2L << 30;

    private Checks() {
    }

    static void portFree(String name, int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            socket.setReuseAddress(true);
        } catch (IOException e) {
            var owner = PortOwner.of(port).map(process -> " by " + process).orElse("");
            throw new StackException("Port " + port + ", which " + name + " needs, is taken" + owner
                    + ": end that program, or move all ports with `deploy/run --port-offset 1000`.");
        }
    }

    static void diskSpace(Path data) {
        try {
            diskSpace(data, Files.getFileStore(data).getUsableSpace());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void diskSpace(Path data, long usable) {
        if (usable < NEEDED_BYTES) {
            throw new StackException("Only %d MB are left on the disk of %s; at least 2 GB are needed.".formatted(usable >> 20, data));
        }
    }
}
