package org.gongdan.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

import org.gongdan.stack.demo.Demo;
import org.gongdan.stack.demo.DemoStopped;
import org.gongdan.stack.demo.Place;

/** The whole platform, or only its infrastructure, as processes of this machine. */
public final class Stack implements AutoCloseable {
    private static final List<String> SERVICES = EnumSet.complementOf(EnumSet.of(Service.GATEWAY)).stream().map(Service::module).toList();

    private final Layout layout;
    private final Ports ports;
    private final boolean fresh;
    private final Consumer<String> progress;
    private final Map<String, Part> parts = new LinkedHashMap<>();
    private final Map<String, StackProcess> processes = new LinkedHashMap<>();
    private final List<StackProcess> replicas = new CopyOnWriteArrayList<>();
    private final Map<String, String> leftOut = new LinkedHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final RunFile run;
    private final CompletableFuture<Void> stopped = new CompletableFuture<>();
    private volatile boolean stopping;

    Stack(StackBuilder builder) {
        layout = builder.layout();
        ports = builder.ports;
        fresh = builder.fresh;
        progress = builder.progress;
        run = new RunFile(layout.runFile());
        var wanted = new ArrayList<Part>(
                List.of(new Postgres(layout, ports, builder.databases, builder.settings(Ports.POSTGRES)),
                        new Kafka(layout, ports, builder.settings(Ports.KAFKA)), new Mail(layout, ports), new Keycloak(layout, ports)));
        builder.services.stream().map(service -> new BuiltService(service, layout, ports, builder.training)).filter(this::built)
                .forEach(wanted::add);
        for (var part : wanted) {
            parts.put(part.name(), part);
            processes.put(part.name(),
                    new StackProcess(part, layout.logs(), builder.custom(part.name()), run, dead -> progress.accept(dead.obituary())));
        }
    }

    private boolean built(BuiltService part) {
        var jar = layout.jar(part.service());
        var built = Files.exists(jar);
        if (!built) {
            leftOut.put(part.name(), "not built (" + layout.root().relativize(jar) + " is missing)");
        }
        return built;
    }

    public static StackBuilder builder() {
        return new StackBuilder();
    }

    /** Returns when everything is ready; on a failure everything is stopped and the exception says what and where to look. */
    public Stack start() {
        // The parts do not belong to our terminal: whatever ends this program must end them.
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
        try {
            check();
            leftOut.forEach((name, why) -> progress.accept(name + ": " + why + ", left out"));
            new Startup(parts, processes, threads, progress, () -> stopping).run();
            return this;
        } catch (RuntimeException e) {
            var interrupted = stopping;
            stop();
            throw interrupted ? new StackException("Starting was interrupted.", e) : e;
        }
    }

    private void check() {
        run.refuseSurvivors();
        parts.values().forEach(part -> part.ports().forEach(name -> Checks.portFree(name, ports.of(name))));
        if (fresh) {
            Layout.deleteTree(layout.data());
        }
        try {
            Files.createDirectories(layout.logs());
        } catch (IOException e) {
            throw new StackException(layout.data() + " cannot be written: " + e.getMessage(), e);
        }
        Checks.diskSpace(layout.data());
        run.begin();
    }

    /** Last started, first stopped; those that do not need each other together. Does nothing the second time. */
    public void stop() {
        if (stopping) {
            stopped.join();
            return;
        }
        stopping = true;
        threads.shutdownNow();
        replicas.parallelStream().forEach(StackProcess::end);
        for (var tier : List.of(List.of(Service.GATEWAY.module()), SERVICES, List.of(Ports.KEYCLOAK, Ports.MAIL), List.of(Ports.KAFKA),
                List.of(Ports.POSTGRES))) {
            var known = tier.stream().map(processes::get).filter(Objects::nonNull).toList();
            var alive = known.stream().filter(StackProcess::alive).map(StackProcess::name).toList();
            if (!alive.isEmpty()) {
                progress.accept("stopping " + String.join(", ", alive) + (known.stream().anyMatch(StackProcess::trains)
                        ? " (they write down what will make the next start fast: once per build, about a minute)" : ""));
            }
            known.parallelStream().forEach(StackProcess::end);
        }
        run.end();
        stopped.complete(null);
    }

    @Override
    public void close() {
        stop();
    }

    /** By a module's name, or "postgresql", "kafka", "keycloak", "mail". */
    public StackProcess process(String name) {
        var process = processes.get(name);
        if (process == null) {
            throw new IllegalArgumentException(
                    name + " is not part of this stack: " + leftOut.getOrDefault(name, "known are " + processes.keySet()));
        }
        return process;
    }

    /** A further process of a service beside the stack's own one, on ports of its own; not started. It ends with the stack. */
    public StackProcess replica(Service service) {
        var free = Ports.free();
        var others = ports.with(service.module(), free.of(service.module())).with(service.management(), free.of(service.management()));
        var part = new BuiltService(service, layout, others, false);
        var replica = new StackProcess(part, layout.logs().resolve("replica"), StackBuilder.Custom.NONE, run,
                dead -> progress.accept(dead.obituary()));
        replicas.add(replica);
        return replica;
    }

    /** Whether any of its services will write a cache for fast starts when it stops. */
    public boolean trains() {
        return parts.values().stream().anyMatch(Part::trains);
    }

    public boolean has(Service service) {
        return processes.containsKey(service.module());
    }

    public Ports ports() {
        return ports;
    }

    /** Where a part answers, for example {@code http://localhost:8081}. */
    public String address(String name) {
        process(name);
        return parts.get(name).address();
    }

    /** The issuer of every token. */
    public String realm() {
        return new Keycloak(layout, ports).realmAddress();
    }

    /**
     * Plays what it was built with: {@link StackBuilder#demo}.
     *
     * @return a sentence about what was planted
     * @throws DemoStopped when a scene fails; the services have their own time all the same
     */
    public String play(Demo demo) {
        var tokens = new Tokens(realm());
        return demo.play(new Place(this::address, tokens::ofUser, this::database, new Kafka(layout, ports).address(), layout.demoClock()));
    }

    /** Somebody has asked it to stop. */
    boolean isStopping() {
        return stopping;
    }

    /** A service's database as its superuser. */
    public Connection database(String name) throws SQLException {
        return new Postgres(layout, ports, List.of()).open(name);
    }

    public Path data() {
        return layout.data();
    }

    public Path logs() {
        return layout.logs();
    }
}
