package org.gongdan.generated;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gongdan.stack.Ports;
import org.gongdan.stack.Seed;
import org.gongdan.stack.Service;
import org.gongdan.stack.Stack;
import org.gongdan.stack.Tokens;

/** Every process of Gongdan on free ports; requests go through the gateway, as everybody's do. */
final class Platform implements AutoCloseable {
    static final List<String> SERVICES = List.of("ticket-service", "dispatch-service", "sla-service", "knowledge-service", "notification-service");
    private static final List<String> DEMO_CUSTOMERS = List.of("0190a000-0000-7000-8000-000000000001", "0190a000-0000-7000-8000-000000000002");
    /** Kept after the run: the processes' logs tell what an answer does not. */
    private static final Path DATA = Path.of("target/platform");
    /** Well below the five minutes a token lives. */
    private static final Duration FRESH = Duration.ofMinutes(3);

    private final Stack stack;
    private final Tokens tokens;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(5)).build();
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    private record Kept(String token, Instant since) {
    }

    private Platform(Stack stack) {
        this.stack = stack;
        this.tokens = new Tokens(stack.realm());
    }

    static Platform start() {
        var stack = Stack.builder().ports(Ports.free()).data(DATA).fresh(true).environment(Service.GATEWAY.module(), Map.of("GATEWAY_RATE_LIMIT", "false")).build();
        for (var service : Service.values()) {
            if (!stack.has(service)) {
                throw new IllegalStateException(service.module() + " is not built: run `./mvnw -DskipTests -DskipITs package` first.");
            }
        }
        Runtime.getRuntime().addShutdownHook(new Thread(stack::stop));
        stack.start();
        new Seed(stack).plant();
        return new Platform(stack);
    }

    @Override
    public void close() {
        stack.stop();
    }

    HttpResponse<byte[]> send(Request request) {
        return send(request.toHttp(stack.address(Service.GATEWAY.module()), token(request.user())));
    }

    /** @param address of a process of the stack */
    HttpResponse<byte[]> get(String process, String target, String user) {
        return send(HttpRequest.newBuilder(URI.create(stack.address(process) + target)).timeout(Duration.ofSeconds(60)).header("Authorization", "Bearer " + token(user)).build());
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new AssertionError(request.method() + " " + request.uri() + " got no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Files of the demo's customers, whose people have accounts. */
    List<JsonNode> customers() {
        return DEMO_CUSTOMERS.stream().map(id -> Judge.json(get(Service.GATEWAY.module(), "/api/customers/" + id, "agent"))).toList();
    }

    private String token(String user) {
        return kept.compute(user, (name, known) -> known != null && known.since().plus(FRESH).isAfter(Instant.now()) ? known
                : new Kept(name.startsWith("erp-") ? tokens.ofClient(name, name + "-secret") : tokens.ofUser(name), Instant.now())).token();
    }

    String kafka() {
        return "127.0.0.1:" + stack.ports().of(Ports.KAFKA);
    }

    /** First column of every row, as text, from the database of a service. */
    List<String> rows(String service, String sql) {
        var name = service.replace("-service", "");
        var url = "jdbc:postgresql://127.0.0.1:" + stack.ports().of(Ports.POSTGRES) + "/" + name;
        try (Connection connection = DriverManager.getConnection(url, name, "gongdan"); var rows = connection.createStatement().executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new AssertionError(sql + " in " + name, e);
        }
    }
}
