package org.gongdan.journeys;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.gongdan.stack.StackProcess;

/**
 * Leads each new connection to the next of several processes that are ready, as a Service of Kubernetes does: it looks at nothing that passes, tries no second
 * time, and hears of a process that is not ready any more a moment late.
 */
final class Balancer implements AutoCloseable {
    private static final int LOOK_MILLIS = 500;

    private final List<StackProcess> processes;
    private final ServerSocket door;
    private final Set<StackProcess> ready = ConcurrentHashMap.newKeySet();
    private final Map<StackProcess, Integer> led = new ConcurrentHashMap<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService look = Executors.newSingleThreadScheduledExecutor();
    private volatile boolean cut;
    private int next;

    Balancer(StackProcess... processes) {
        this.processes = List.of(processes);
        try {
            door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        look.scheduleWithFixedDelay(this::look, 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        threads.submit(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    String address() {
        return "http://localhost:" + port();
    }

    /** From now on nobody gets through, and whoever is through is cut off. */
    void cut() throws IOException {
        cut = true;
        for (var socket : open) {
            socket.close();
        }
    }

    void mend() {
        cut = false;
    }

    /** Connections that were led to it. */
    int led(StackProcess process) {
        return led.getOrDefault(process, 0);
    }

    boolean sees(StackProcess process) {
        return ready.contains(process);
    }

    private void look() {
        for (var process : processes) {
            if (process.alive() && process.ready()) {
                ready.add(process);
            } else {
                ready.remove(process);
            }
        }
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var client = door.accept();
                open.add(client);
                threads.submit(() -> lead(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void lead(Socket client) {
        try (client; var process = new Socket(InetAddress.getLoopbackAddress(), URI.create(choose().address()).getPort())) {
            open.add(process);
            var back = threads.submit(() -> pump(process, client));
            pump(client, process);
            back.get();
        } catch (Exception broken) {
            // Either side is told by the end of its connection.
        } finally {
            open.remove(client);
        }
    }

    private synchronized StackProcess choose() throws IOException {
        for (var each = 0; each < processes.size(); each++) {
            var process = processes.get(next++ % processes.size());
            if (!cut && ready.contains(process)) {
                led.merge(process, 1, Integer::sum);
                return process;
            }
        }
        throw new IOException("nobody is ready");
    }

    private Void pump(Socket from, Socket to) throws IOException {
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        var buffer = new byte[16_384];
        for (var length = in.read(buffer); length >= 0; length = in.read(buffer)) {
            out.write(buffer, 0, length);
            out.flush();
        }
        to.shutdownOutput();
        return null;
    }

    @Override
    public void close() throws IOException {
        look.shutdownNow();
        door.close();
        for (var socket : open) {
            socket.close();
        }
        threads.shutdownNow();
    }
}
