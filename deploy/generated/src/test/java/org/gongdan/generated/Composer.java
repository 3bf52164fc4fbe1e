package org.gongdan.generated;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Makes the next request of one asker from what it knows. */
final class Composer {
    /** Who has which role in the demo realm. */
    private static final Map<String, List<String>> USERS = Map.of("agent", List.of("agent"), "engineer", List.of("engineer", "engineer2"),
            "supervisor", List.of("supervisor", "dispatcher"), "manager", List.of("manager"), "admin", List.of("admin"),
            "customer", List.of("customer", "customer2"), "integration", List.of("erp-xingfu"));
    private static final List<String> EVERYBODY = List.of("agent", "engineer", "dispatcher", "supervisor", "manager", "admin", "customer", "erp-xingfu");
    private static final Map<String, String> ODD_HEADERS = Map.of("Accept", "image/png", "Accept-Language", "en;q=abc", "Content-Type", "text/x", "If-Match", "W/\"x\"",
            "Idempotency-Key", "a b", "X-Odd", "1");

    private final List<Operation> operations = new ArrayList<>();
    private final Random random;
    private final Known known;
    private final Values values;
    private final Spoiler spoiler;

    Composer(Apis apis, Random random, Known known, Clock clock) {
        this.random = random;
        this.known = known;
        this.values = new Values(random, known, clock);
        this.spoiler = new Spoiler(random);
        for (var operation : apis.operations()) {
            operations.addAll(java.util.Collections.nCopies(weight(operation), operation));
        }
    }

    /** Streams never end; what nobody can work without is asked more often, and reading less often than doing. */
    private static int weight(Operation operation) {
        if (operation.path().endsWith("/stream")) {
            return 0;
        }
        return switch (operation.toString()) {
            case "POST /api/tickets" -> 30;
            case "POST /api/customers", "POST /api/tickets/{id}/request-visit", "POST /api/tickets/{id}/phone-fix", "POST /api/visits/{id}/schedule",
                    "POST /api/tickets/{id}/acknowledge", "POST /api/tickets/{id}/extend", "POST /api/shifts", "POST /api/agreements" -> 8;
            case "PUT /api/duties/{code}", "PUT /api/calendars/{name}", "POST /api/webhooks" -> 5;
            default -> operation.isList() ? 4 : operation.reads() ? 1 : 3;
        };
    }

    Request next() {
        return of(operations.get(random.nextInt(operations.size())));
    }

    Request of(Operation operation) {
        var usual = random.nextInt(5) > 1;
        values.mood(usual);
        var user = user(operation);
        var headers = new TreeMap<String, String>();
        if (user.equals("erp-xingfu") && !operation.reads()) {
            headers.put("Idempotency-Key", new UUID(random.nextLong(), random.nextLong()).toString());
        }
        var query = query(operation, usual);
        var spoiltQuery = random.nextInt(40) == 0;
        if (spoiltQuery) {
            query.put("noSuchParameter", "1");
        }
        var body = body(operation, headers, usual);
        if (random.nextInt(40) == 0) {
            var name = List.copyOf(new TreeMap<>(ODD_HEADERS).keySet()).get(random.nextInt(ODD_HEADERS.size()));
            headers.put(name, ODD_HEADERS.get(name));
        }
        var target = path(operation) + (query.isEmpty() ? "" : "?" + query.entrySet().stream()
                .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue())).collect(Collectors.joining("&")));
        return new Request(operation, user, target, headers, body == null ? null : body.text(), spoiltQuery || body != null && body.certain());
    }

    private String user(Operation operation) {
        var may = operation.roles().stream().flatMap(role -> USERS.getOrDefault(role, List.of()).stream()).distinct().sorted().toList();
        var from = may.isEmpty() || random.nextInt(25) == 0 ? EVERYBODY : may;
        return from.get(random.nextInt(from.size()));
    }

    private Map<String, String> query(Operation operation, boolean usual) {
        var query = new HashMap<String, String>();
        for (var parameter : operation.parameters()) {
            if (parameter.in().equals("query") && (parameter.required() || random.nextInt(usual ? 10 : 3) == 0)) {
                query.put(parameter.name(), !usual && random.nextInt(10) == 0 ? Texts.phrase(random) : single(values.draw(parameter.name(), parameter.schema())));
            }
        }
        return query;
    }

    private static String single(com.fasterxml.jackson.databind.JsonNode value) {
        return value.isArray() ? value.path(0).asText() : value.asText();
    }

    private String path(Operation operation) {
        var path = operation.path();
        for (var parameter : operation.parameters()) {
            if (parameter.in().equals("path")) {
                var collection = Operation.collectionBefore(operation.path(), parameter.name());
                var value = values.place(collection, parameter, operation.service());
                // An empty segment or dots would name another address.
                path = path.replace("{" + parameter.name() + "}", value.isBlank() || value.startsWith(".") ? "x" : encoded(value));
            }
        }
        return path;
    }

    private Spoiler.Body body(Operation operation, Map<String, String> headers, boolean usual) {
        if (operation.bodies().isEmpty()) {
            return null;
        }
        var types = List.copyOf(operation.bodies().keySet());
        var type = types.get(random.nextInt(types.size()));
        headers.put("Content-Type", type);
        if (!type.equals("application/json")) {
            return new Spoiler.Body(Calendars.notice(random), false);
        }
        var good = values.draw("", operation.bodies().get(type));
        return !usual && random.nextInt(2) == 0 ? spoiler.spoil(good) : new Spoiler.Body(good.toString(), false);
    }

    Known known() {
        return known;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
