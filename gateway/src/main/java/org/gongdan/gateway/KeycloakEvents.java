package org.gongdan.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Keycloak's two lists of events over its admin REST API, asked with a service account that may do nothing else. Blocks. */
final class KeycloakEvents implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int PAGE = 500;
    /** Renewed this long before the end of its life. */
    private static final Duration SPARE = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT).build();
    private final URI token;
    private final URI admin;
    private final GatewayConfig.Sessions account;
    private String bearer;
    private Instant bearerUntil = Instant.EPOCH;

    /** @param realm the issuer, for example http://localhost:8180/realms/gongdan */
    KeycloakEvents(String realm, GatewayConfig.Sessions account) {
        this.account = account;
        token = URI.create(realm + "/protocol/openid-connect/token");
        admin = account.adminUrl().orElseGet(() -> URI.create(realm.replace("/realms/", "/admin/realms/")));
    }

    /** Events of users since a moment, oldest first. */
    List<JsonObject> ofUsers(Set<String> types, Instant since) throws IOException, InterruptedException {
        return all("/events?" + types.stream().sorted().map(type -> "type=" + type + "&").collect(Collectors.joining()), since);
    }

    /** What administrators did since a moment, oldest first. */
    List<JsonObject> ofAdministrators(Instant since) throws IOException, InterruptedException {
        return all("/admin-events?", since);
    }

    /** @param query to which further parameters can be added */
    private List<JsonObject> all(String query, Instant since) throws IOException, InterruptedException {
        var found = new ArrayList<JsonObject>();
        while (true) {
            var page = new JsonArray(
                    get(query + "direction=asc&max=" + PAGE + "&first=" + found.size() + "&dateFrom=" + since.toEpochMilli()));
            page.forEach(event -> found.add((JsonObject) event));
            if (page.size() < PAGE) {
                return found;
            }
        }
    }

    private String get(String query) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(admin + query)).timeout(TIMEOUT).header("Authorization", "Bearer " + bearer());
        return body(request, "events");
    }

    private String bearer() throws IOException, InterruptedException {
        if (Instant.now().isAfter(bearerUntil)) {
            var form = Map.of("grant_type", "client_credentials", "client_id", account.clientId(), "client_secret", account.clientSecret());
            var request = HttpRequest.newBuilder(token).timeout(TIMEOUT).header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(form.entrySet().stream()
                            .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                            .collect(Collectors.joining("&"))));
            var answer = new JsonObject(body(request, "a token for " + account.clientId()));
            bearer = answer.getString("access_token");
            bearerUntil = Instant.now().plusSeconds(answer.getLong("expires_in")).minus(SPARE);
        }
        return bearer;
    }

    private String body(HttpRequest.Builder request, String what) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            bearerUntil = Instant.EPOCH;
            throw new IOException("Keycloak gave no " + what + ": status " + answer.statusCode());
        }
        return answer.body();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
