package org.gongdan.rollout;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A Service: one address before the ready pods of a process. It shares out connections, not calls, and looks into none, as kube-proxy does. */
final class Balancer implements AutoCloseable {
    private static final int PORT = 8080;
    private static final int PATIENCE = 2_000;
    private final ServerSocket door;
    private final Supplier<List<Pod>> endpoints;
    private final AtomicInteger turn = new AtomicInteger();

    Balancer(String address, Supplier<List<Pod>> endpoints) throws IOException {
        this.endpoints = endpoints;
        door = new ServerSocket(PORT, 512, InetAddress.getByName(address));
        Thread.ofVirtual().start(this::accept);
    }

    String address() {
        return door.getInetAddress().getHostAddress();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var client = door.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                // Closed, which the loop sees; or one client that went away.
                continue;
            }
        }
    }

    private void serve(Socket client) {
        var pods = endpoints.get();
        if (pods.isEmpty()) {
            // Nobody is there: refused.
            reset(client);
            return;
        }
        var pod = pods.get(Math.floorMod(turn.getAndIncrement(), pods.size()));
        var server = new Socket();
        try {
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            server.connect(new InetSocketAddress(pod.address(), PORT), PATIENCE);
        } catch (IOException e) {
            reset(client);
            return;
        }
        Thread.ofVirtual().start(() -> copy(client, server));
        copy(server, client);
    }

    /** What one side ends in order the other is told in order; what breaks off breaks off there as well. */
    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            reset(from);
            reset(to);
        }
        if (from.isOutputShutdown() && to.isOutputShutdown()) {
            close(from);
            close(to);
        }
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            // It is closed already.
            return;
        }
        close(socket);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
