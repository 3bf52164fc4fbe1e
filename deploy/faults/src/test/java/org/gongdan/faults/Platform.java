package org.gongdan.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.gongdan.stack.Ports;
import org.gongdan.stack.Seed;
import org.gongdan.stack.Service;
import org.gongdan.stack.Stack;
import org.gongdan.stack.StackProcess;
import org.gongdan.stack.Tokens;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** ticket-service and sla-service with their infrastructure, as processes that may be killed. */
final class Platform implements Surroundings, AutoCloseable {
    static final String XINGFU = "0190a000-0000-7000-8000-000000000001";
    static final ObjectMapper JSON = new ObjectMapper();
    /** Kept after the run: the processes' logs tell what a failed proof does not. */
    private static final Path DATA = Path.of("target/platform");
    /** Well below the five minutes a token lives. */
    private static final Duration FRESH = Duration.ofMinutes(3);

    final StackProcess ticketService;
    final StackProcess slaService;
    final StackProcess broker;
    final StackProcess postgres;
    final Database ticketDatabase;
    final Database slaDatabase;
    private final Stack stack;
    private final Tokens tokens;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(2))
            .build();
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    private record Kept(String token, Instant since) {
    }

    private Platform(Stack stack) {
        this.stack = stack;
        ticketService = stack.process(Service.TICKET.module());
        slaService = stack.process(Service.SLA.module());
        broker = stack.process(Ports.KAFKA);
        postgres = stack.process(Ports.POSTGRES);
        ticketDatabase = new Database(stack.ports().of(Ports.POSTGRES), "ticket");
        slaDatabase = new Database(stack.ports().of(Ports.POSTGRES), "sla");
        tokens = new Tokens(stack.realm());
    }

    static Platform start() {
        var stack = Stack.builder().ports(Ports.free()).data(DATA).fresh(true).shortLived().services(Service.TICKET, Service.SLA).build();
        if (!stack.has(Service.TICKET) || !stack.has(Service.SLA)) {
            throw new IllegalStateException("The proofs run built services: run `./mvnw -DskipTests -DskipITs package` first.");
        }
        stack.start();
        new Seed(stack).plant();
        return new Platform(stack);
    }

    @Override
    public void close() {
        stack.stop();
    }

    @Override
    public HttpClient http() {
        return http;
    }

    @Override
    public String ticketAddress() {
        return stack.address(Service.TICKET.module());
    }

    @Override
    public String kafka() {
        return "127.0.0.1:" + stack.ports().of(Ports.KAFKA);
    }

    @Override
    public Database ticketDatabase() {
        return ticketDatabase;
    }

    @Override
    public Database slaDatabase() {
        return slaDatabase;
    }

    int port(String name) {
        return stack.ports().of(name);
    }

    /** A token for the next three minutes, even when nobody gives out tokens meanwhile. */
    void renewToken(String user) {
        kept.remove(user);
        token(user);
    }

    @Override
    public String token(String user) {
        return kept.compute(user, (name, known) -> known != null && known.since().plus(FRESH).isAfter(Instant.now()) ? known
                : new Kept(tokens.ofUser(name), Instant.now())).token();
    }

    /** What operators ask a service. */
    JsonNode operations(StackProcess service, String question) {
        var address = stack.address(service.name()) + "/api/operations/" + service.name() + question;
        var request = HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + token("admin")).build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError(address + " answered " + answer.statusCode() + ": " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new AssertionError(address + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
