package org.gongdan.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Which port every part listens on, by name: the infrastructure's names and the services' module names. */
public record Ports(Map<String, Integer> byName) {
    public static final String POSTGRES = "postgresql";
    public static final String KAFKA = "kafka";
    /** KRaft's controller listens on a port of its own, also on a single node. */
    public static final String KAFKA_CONTROLLER = "kafka-controller";
    public static final String KEYCLOAK = "keycloak";
    public static final String SMTP = "smtp";
    /** GreenMail's REST address, to read mails. */
    public static final String MAIL = "mail";
    /** The page on which people read the mails. */
    public static final String MAIL_PAGE = "mail-page";

    private static final Map<String, Integer> STANDARD = standardPorts();
    private static final int LOWEST = 26_000;
    private static final int COUNT = 6_000;
    /** Processes begin at different places. */
    private static final AtomicInteger NEXT = new AtomicInteger((int) (ProcessHandle.current().pid() * 97 % COUNT));

    public Ports {
        byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    private static Map<String, Integer> standardPorts() {
        var ports = new LinkedHashMap<String, Integer>();
        ports.put(POSTGRES, 15432);
        ports.put(KAFKA, 19092);
        ports.put(KAFKA_CONTROLLER, 19093);
        ports.put(KEYCLOAK, 8180);
        ports.put(SMTP, 13025);
        ports.put(MAIL, 13080);
        ports.put(MAIL_PAGE, 13081);
        for (var service : Service.values()) {
            ports.put(service.module(), service.port());
            ports.put(service.management(), service.port() + 10);
        }
        return ports;
    }

    public static Ports standard() {
        return new Ports(STANDARD);
    }

    /** The standard ports, each moved by the same distance: a second stack beside the first. */
    public static Ports offset(int distance) {
        var moved = new LinkedHashMap<String, Integer>();
        STANDARD.forEach((name, port) -> moved.put(name, port + distance));
        return new Ports(moved);
    }

    /**
     * Ports nobody listens on now, none of them named before by this process. They lie below those that the system gives to outgoing connections: by the
     * time the last process of a stack starts, such a connection could have taken its port.
     */
    public static Ports free() {
        var sockets = new ArrayList<ServerSocket>();
        try {
            var chosen = new LinkedHashMap<String, Integer>();
            for (var name : STANDARD.keySet()) {
                var socket = unused();
                sockets.add(socket);
                chosen.put(name, socket.getLocalPort());
            }
            return new Ports(chosen);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            sockets.forEach(Ports::close);
        }
    }

    private static ServerSocket unused() throws IOException {
        for (var tries = 0; tries < COUNT; tries++) {
            try {
                return new ServerSocket(LOWEST + Math.floorMod(NEXT.getAndIncrement(), COUNT), 1, InetAddress.getLoopbackAddress());
            } catch (BindException taken) {
                continue;
            }
        }
        throw new IOException("no port from " + LOWEST + " on is free");
    }

    public Ports with(String name, int port) {
        of(name);
        var changed = new LinkedHashMap<>(byName);
        changed.put(name, port);
        return new Ports(changed);
    }

    public int of(String name) {
        var port = byName.get(name);
        if (port == null) {
            throw new IllegalArgumentException("No port is known for " + name + "; known are " + List.copyOf(byName.keySet()));
        }
        return port;
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
