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

import com.fasterxml.jackson.databind.JsonNode;

/** Makes of a plan the request itself. */
final class Composer {
    private static final Map<String, String> ODD_HEADERS = Map.of("Accept", "image/png", "Accept-Language", "en;q=abc",
            "Content-Type", "text/x", "If-Match", "W/\"x\"", "Idempotency-Key", "a b", "X-Odd", "1");

    private final Random random;
    private final Known known;
    private final Bodies bodies;
    private final Values values;
    private final Spoiler spoiler;

    Composer(Random random, Known known, Bodies bodies, Clock clock) {
        this.random = random;
        this.known = known;
        this.bodies = bodies;
        this.values = new Values(random, known, clock);
        this.spoiler = new Spoiler(random);
    }

    Request of(Plan plan) {
        var operation = plan.operation();
        var usual = random.nextInt(5) > 1;
        values.begin(operation, plan.about(), usual);
        var keys = keys(operation, plan.about(), usual);
        var headers = headers(plan, usual);
        var query = query(operation, usual);
        var spoiltQuery = random.nextInt(40) == 0;
        if (spoiltQuery) {
            query.put("noSuchParameter", "1");
        }
        var body = body(operation, headers, usual);
        var odd = random.nextInt(40) == 0;
        if (odd) {
            var name = List.copyOf(new TreeMap<>(ODD_HEADERS).keySet()).get(random.nextInt(ODD_HEADERS.size()));
            headers.put(name, ODD_HEADERS.get(name));
        }
        return new Request(plan, target(operation, keys, query), keys, headers, body == null ? null : body.text(), usual && !odd,
                spoiltQuery || body != null && body.certain());
    }

    private Map<String, String> headers(Plan plan, boolean usual) {
        var headers = new TreeMap<String, String>();
        if (plan.user().equals(People.INTEGRATION) && !plan.operation().reads()) {
            headers.put("Idempotency-Key", new UUID(random.nextLong(), random.nextLong()).toString());
        }
        if (plan.operation().takes("If-Match") && plan.about() != null && plan.about().tag() != null && random.nextBoolean()) {
            headers.put("If-Match", usual || random.nextBoolean() ? plan.about().tag() : "\"" + random.nextInt(4) + "\"");
        }
        return headers;
    }

    private Map<String, String> query(Operation operation, boolean usual) {
        var query = new HashMap<String, String>();
        for (var parameter : operation.parameters()) {
            var wanted = parameter.required() || values.wants(parameter.name()) && random.nextInt(10) > 0;
            if (parameter.in().equals("query") && (wanted || random.nextInt(usual ? 10 : 3) == 0)) {
                query.put(parameter.name(), !usual && random.nextInt(10) == 0 ? Texts.phrase(random)
                        : single(values.draw(parameter.name(), parameter.schema())));
            }
        }
        return query;
    }

    private static String single(JsonNode value) {
        return value.isArray() ? value.path(0).asText() : value.asText();
    }

    /** What stands in the braces of the path: mostly something that exists. */
    private List<String> keys(Operation operation, Thing about, boolean usual) {
        var keys = new ArrayList<>(about == null || !usual && random.nextInt(15) == 0 ? List.of() : about.keys());
        var path = "";
        for (var name : operation.named()) {
            path = operation.path().substring(0, operation.path().indexOf("{" + name + "}") + name.length() + 2);
            if (keys.size() < Places.depth(Places.named(path))) {
                var some = known.some(Places.named(path), 1, random);
                if (some.isEmpty()) {
                    keys.add(values.key(operation.pathParameter(name)));
                } else {
                    keys = new ArrayList<>(some.getFirst().keys());
                }
            }
        }
        if (!keys.isEmpty()) {
            var fresh = values.fresh(operation.pathParameter(operation.named().getLast()));
            keys.set(keys.size() - 1, fresh == null ? keys.getLast() : fresh);
        }
        return List.copyOf(keys);
    }

    private static String target(Operation operation, List<String> keys, Map<String, String> query) {
        var path = operation.path();
        for (var key = 0; key < keys.size(); key++) {
            // An empty segment or dots would name another address.
            var safe = keys.get(key).isBlank() || keys.get(key).startsWith(".") ? "x" : encoded(keys.get(key));
            path = path.replace("{" + operation.named().get(key) + "}", safe);
        }
        return path + (query.isEmpty() ? "" : "?" + query.entrySet().stream()
                .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue())).collect(Collectors.joining("&")));
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
        var good = values.body(operation.bodies().get(type), random.nextInt(3) == 0 ? null : bodies.some(operation, random));
        return !usual && random.nextInt(2) == 0 ? spoiler.spoil(good) : new Spoiler.Body(good.toString(), false);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
