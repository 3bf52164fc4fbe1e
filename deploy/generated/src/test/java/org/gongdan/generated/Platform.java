package org.gongdan.generated;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
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
import java.util.concurrent.atomic.AtomicReference;

import org.gongdan.stack.Ports;
import org.gongdan.stack.Seed;
import org.gongdan.stack.Service;
import org.gongdan.stack.Stack;
import org.gongdan.stack.Tokens;

import com.fasterxml.jackson.databind.JsonNode;

/** Every process of Gongdan on free ports; requests go through the gateway, as everybody's do. */
final class Platform implements AutoCloseable {
    static final List<String> SERVICES = List.of("ticket-service", "dispatch-service", "sla-service", "knowledge-service",
            "notification-service");
    private static final List<String> DEMO_CUSTOMERS = List.of("0190a000-0000-7000-8000-000000000001",
            "0190a000-0000-7000-8000-000000000002");
    /** Kept after the run: the processes' logs tell what an answer does not. */
    private static final Path DATA = Path.of("target/platform");
    /** Well below the five minutes a token lives. */
    private static final Duration FRESH = Duration.ofMinutes(3);

    private final Stack stack;
    private final Tokens tokens;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(30))
            .build();
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    /** @param subject id of the account */
    private record Kept(String token, Instant since, String subject) {
    }

    private Platform(Stack stack) {
        this.stack = stack;
        this.tokens = new Tokens(stack.realm());
    }

    static Platform start() {
        var stack = Stack.builder().ports(Ports.free()).data(DATA).fresh(true).shortLived()
                .environment(Service.GATEWAY.module(), Map.of("GATEWAY_RATE_LIMIT", "false")).build();
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

    HttpResponse<byte[]> send(Request request) throws IOException {
        var user = request.plan().user();
        return send(request.toHttp(stack.address(Service.GATEWAY.module()), user.equals(People.NOBODY) ? null : kept(user).token()));
    }

    /** @param process one of the stack's */
    HttpResponse<byte[]> get(String process, String target, String user) throws IOException {
        return send(HttpRequest.newBuilder(URI.create(stack.address(process) + target)).timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + kept(user).token()).build());
    }

    private HttpResponse<byte[]> send(HttpRequest request) throws IOException {
        try {
            var stream = new AtomicReference<InputStream>();
            var answer = http.send(request, head -> goesOn(head) ? BodySubscribers.mapping(BodySubscribers.ofInputStream(), body -> {
                stream.set(body);
                return new byte[0];
            }) : BodySubscribers.ofByteArray());
            if (stream.get() != null) {
                stream.get().close();
            }
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Files of the demo's customers, whose people have accounts. */
    List<JsonNode> customers() throws IOException {
        var files = new ArrayList<JsonNode>();
        for (var id : DEMO_CUSTOMERS) {
            files.add(Judge.json(get(Service.GATEWAY.module(), "/api/customers/" + id, "agent")));
        }
        return files;
    }

    private static boolean goesOn(ResponseInfo head) {
        return head.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
    }

    /** Id of somebody's account. */
    String subject(String user) {
        return user.equals(People.NOBODY) ? user : kept(user).subject();
    }

    private Kept kept(String user) {
        return kept.compute(user, (name, known) -> known != null && known.since().plus(FRESH).isAfter(Instant.now()) ? known : fresh(name));
    }

    private Kept fresh(String user) {
        var token = user.equals(People.INTEGRATION) ? tokens.ofClient(user, user + "-secret") : tokens.ofUser(user);
        return new Kept(token, Instant.now(), Tokens.claims(token).path("sub").textValue());
    }

    /** The demo's mail server keeps all mails in memory. */
    void emptyMailboxes() throws IOException {
        var mail = "http://localhost:" + stack.ports().of(Ports.MAIL) + "/api/mail/purge";
        send(HttpRequest.newBuilder(URI.create(mail)).timeout(Duration.ofSeconds(60)).POST(HttpRequest.BodyPublishers.noBody()).build());
    }

    String kafka() {
        return "127.0.0.1:" + stack.ports().of(Ports.KAFKA);
    }

    /** How many events lie parked in all services. */
    long parked() {
        return SERVICES.stream().mapToLong(service -> Long.parseLong(rows(service, "select count(*) from inbox_parked").getFirst())).sum();
    }

    /** First column of every row, as text, from the database of a service. */
    List<String> rows(String service, String sql) {
        var name = service.replace("-service", "");
        var url = "jdbc:postgresql://127.0.0.1:" + stack.ports().of(Ports.POSTGRES) + "/" + name;
        try (Connection connection = DriverManager.getConnection(url, name, "gongdan");
                var rows = connection.createStatement().executeQuery(sql)) {
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
