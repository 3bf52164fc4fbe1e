package org.gongdan.stack.demo;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The services' public API, as people of the demo use it. */
final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** Tokens live five minutes. */
    private static final Duration TOKEN = Duration.ofMinutes(4);
    private static final Map<String, String> MODULES = modules();

    private final Place place;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
    private final Map<String, Token> tokens = new HashMap<>();

    private record Token(String text, Instant until) {
    }

    Api(Place place) {
        this.place = place;
    }

    private static Map<String, String> modules() {
        var modules = new LinkedHashMap<String, String>();
        for (var start : new String[] {"customers", "tickets", "surveys"}) {
            modules.put(start, "ticket-service");
        }
        for (var start : new String[] {"engineers", "visits", "duties", "shifts", "signatures"}) {
            modules.put(start, "dispatch-service");
        }
        for (var start : new String[] {"agreements", "clocks", "compensations", "sla-reports", "escalations", "risks"}) {
            modules.put(start, "sla-service");
        }
        modules.put("articles", "knowledge-service");
        modules.put("bell", "notification-service");
        return modules;
    }

    JsonNode get(String who, String path) {
        return send(who, "GET", path, null);
    }

    JsonNode post(String who, String path, Object... body) {
        return send(who, "POST", path, object(body));
    }

    JsonNode put(String who, String path, Object... body) {
        return send(who, "PUT", path, object(body));
    }

    /** Asks until the answer is as wanted: what one service tells another takes a moment. */
    JsonNode await(String who, String path, Predicate<JsonNode> wanted) {
        var begin = System.nanoTime();
        while (System.nanoTime() - begin < PATIENCE.toNanos()) {
            var answer = get(who, path);
            if (wanted.test(answer)) {
                return answer;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(5);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new DemoStopped("waiting for " + path + " was interrupted", e);
            }
        }
        throw new DemoStopped("what was expected at " + path + " did not come within " + PATIENCE.toSeconds() + " s");
    }

    /** Names and values in turn; what is null is left out. */
    static Map<String, Object> object(Object... pairs) {
        var object = new LinkedHashMap<String, Object>();
        for (var place = 0; place < pairs.length; place += 2) {
            if (pairs[place + 1] != null) {
                object.put((String) pairs[place], pairs[place + 1] instanceof Instant time ? time.toString() : pairs[place + 1]);
            }
        }
        return object;
    }

    static String inQuery(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private JsonNode send(String who, String method, String path, Map<String, Object> body) {
        var module = MODULES.get(path.split("[/?]")[2]);
        try {
            var request = HttpRequest.newBuilder(URI.create(place.address().apply(module) + path)).timeout(PATIENCE)
                    .header("Accept-Language", "zh-CN")
                    .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(JSON.writeValueAsString(body)));
            if (body != null) {
                request.header("Content-Type", "application/json");
            }
            if (who != null) {
                request.header("Authorization", "Bearer " + token(who));
            }
            var answer = client.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new DemoStopped("%s %s by %s with %s answered %d: %s".formatted(method, path, who, body, answer.statusCode(),
                        answer.body()));
            }
            return answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new DemoStopped(module + " does not answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoStopped("the play was interrupted", e);
        }
    }

    private String token(String who) {
        var known = tokens.get(who);
        if (known == null || Instant.now().isAfter(known.until())) {
            known = new Token(place.token().apply(who), Instant.now().plus(TOKEN));
            tokens.put(who, known);
        }
        return known.text();
    }
}
