package org.gongdan.journeys;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.gongdan.stack.Ports;
import org.gongdan.stack.Seed;
import org.gongdan.stack.Service;
import org.gongdan.stack.Stack;
import org.gongdan.stack.StackProcess;
import org.gongdan.stack.Tokens;

import io.restassured.RestAssured;

/** Every process of Gongdan on free ports, with the demo's customers and engineers, started once for all journeys of a run. */
final class Platform implements AutoCloseable {
    /** Kept after the run: the processes' logs tell what a failed journey does not. */
    private static final Path DATA = Path.of("target/platform");
    /** Well below the five minutes a token lives. */
    private static final Duration FRESH = Duration.ofMinutes(3);

    private final Stack stack;
    private final Tokens tokens;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();
    private StackProcess secondGateway;

    private record Kept(String token, Instant since) {
    }

    private Platform(Stack stack) {
        this.stack = stack;
        this.tokens = new Tokens(stack.realm());
    }

    static Platform start() {
        var stack = Stack.builder().ports(Ports.free()).data(DATA).fresh(true).shortLived()
                // The receivers of webhooks run in here.
                .settings(Ports.POSTGRES, Backup.settings(DATA))
                .environment(Service.NOTIFICATION.module(), Map.of("WEBHOOK_ALLOWED_HOSTS", "localhost")).build();
        var missing = Arrays.stream(Service.values()).filter(service -> !stack.has(service)).map(Service::module)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new IllegalStateException("The journeys run the built platform, and these are not built: " + missing
                    + ". Run `./mvnw -DskipTests -DskipITs package` first.");
        }
        // For a run that is broken off; after a complete one there is nothing left to stop.
        Runtime.getRuntime().addShutdownHook(new Thread(stack::stop));
        stack.start();
        new Seed(stack).plant();
        return new Platform(stack);
    }

    @Override
    public void close() {
        stack.stop();
    }

    /** The only address journeys talk to. */
    String gateway() {
        return stack.address(Service.GATEWAY.module());
    }

    String realm() {
        return stack.realm();
    }

    String mails() {
        return stack.address(Ports.MAIL);
    }

    /** Where people read them. */
    String mailPage() {
        return "http://localhost:" + stack.ports().of(Ports.MAIL_PAGE);
    }

    String kafka() {
        return "127.0.0.1:" + stack.ports().of(Ports.KAFKA);
    }

    /** Host and port of a process's health and metrics. */
    String management(String process) {
        return "127.0.0.1:" + stack.ports().of(process + "-management");
    }

    /** JDBC address of a service's database. */
    String database(String service) {
        return "jdbc:postgresql://127.0.0.1:" + stack.ports().of(Ports.POSTGRES) + "/" + service;
    }

    String tokenOfUser(String name) {
        return fresh(name, () -> tokens.ofUser(name));
    }

    String tokenOfClient(String id) {
        return fresh(id, () -> tokens.ofClient(id, id + "-secret"));
    }

    /** Status of a list asked for past the gateway. */
    int straightAtTickets(String token) {
        return RestAssured.given().auth().oauth2(token).get(stack.address(Service.TICKET.module()) + "/api/tickets").statusCode();
    }

    /** Address of a further process of the gateway, started at the first question. */
    synchronized String secondGateway() {
        if (secondGateway == null) {
            secondGateway = stack.replica(Service.GATEWAY);
            secondGateway.restart();
        }
        return secondGateway.address();
    }

    /** A part of the stack, for a journey that stops it and starts it again. */
    StackProcess process(String name) {
        return stack.process(name);
    }

    Path data() {
        return stack.data();
    }

    int port(String name) {
        return stack.ports().of(name);
    }

    StackProcess keycloak() {
        return stack.process(Ports.KEYCLOAK);
    }

    /** A further process beside the platform's own one, not started: for a journey that ends or kills it. It ends with the platform at the latest. */
    StackProcess replica(Service service) {
        return stack.replica(service);
    }

    private String fresh(String who, Supplier<String> ask) {
        return kept.compute(who, (name, known) -> known != null && known.since().plus(FRESH).isAfter(Instant.now()) ? known
                : new Kept(ask.get(), Instant.now())).token();
    }
}
