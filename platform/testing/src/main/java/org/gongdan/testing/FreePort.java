package org.gongdan.testing;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports for servers of tests, below those that the system gives to outgoing connections: one that it has just named as free may be taken by a connection
 * before the server starts. No port is named twice in a JVM; JVMs begin at different places.
 */
public final class FreePort {

    private static final int LOWEST = 20_000;
    private static final int COUNT = 6_000;
    private static final AtomicInteger NEXT = new AtomicInteger((int) (ProcessHandle.current().pid() * 97 % COUNT));

    private FreePort() {
    }

    /** @return a port of this machine nobody listens on now */
    public static int next() throws IOException {
        for (int tries = 0; tries < COUNT; tries++) {
            int port = LOWEST + Math.floorMod(NEXT.getAndIncrement(), COUNT);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (BindException taken) {
                continue;
            }
        }
        throw new IOException("no port from " + LOWEST + " on is free");
    }
}
