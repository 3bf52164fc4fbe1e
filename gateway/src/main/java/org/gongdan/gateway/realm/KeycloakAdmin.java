package org.gongdan.gateway.realm;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Keycloak's admin REST API, of one realm. */
final class KeycloakAdmin {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int NOT_FOUND = 404;

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
    private final String server;
    private final String realm;
    private final String token;

    /** @param account form fields by which the realm `master` gives an administrator's token */
    KeycloakAdmin(String server, String realm, Map<String, String> account) {
        this.server = server;
        this.realm = server + "/admin/realms/" + realm;
        this.token = token(account);
    }

    private String token(Map<String, String> account) {
        var form = account.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var answer = send(HttpRequest.newBuilder(URI.create(server + "/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form)));
        if (answer.statusCode() != 200) {
            throw new Refused("Keycloak gives the administrator no token: " + answer.statusCode() + " " + answer.body());
        }
        return new JsonObject(answer.body()).getString("access_token");
    }

    /** Empty when there is no such thing. @param path below the realm, empty for the realm itself */
    Optional<JsonObject> find(String path) {
        var answer = send(to(path).GET());
        return answer.statusCode() == NOT_FOUND ? Optional.empty() : Optional.of(new JsonObject(good(answer, path).body()));
    }

    List<JsonObject> list(String path) {
        return new JsonArray(good(send(to(path).GET()), path).body()).stream().map(JsonObject.class::cast).toList();
    }

    void create(JsonObject wholeRealm) {
        good(send(request(server + "/admin/realms").POST(body(wholeRealm))), "the new realm");
    }

    void post(String path, Object body) {
        good(send(to(path).POST(body(body))), path);
    }

    void put(String path, Object body) {
        good(send(to(path).PUT(body(body))), path);
    }

    private static HttpRequest.BodyPublisher body(Object body) {
        return BodyPublishers.ofString(Json.encode(body));
    }

    private HttpRequest.Builder to(String path) {
        return request(realm + path);
    }

    private HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(address)).header("Authorization", "Bearer " + token).header("Content-Type",
                "application/json");
    }

    private static HttpResponse<String> good(HttpResponse<String> answer, String what) {
        if (answer.statusCode() / 100 != 2) {
            throw new Refused(answer.request().method() + " " + what + ": Keycloak answers " + answer.statusCode() + " " + answer.body());
        }
        return answer;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new Refused("Keycloak does not answer at " + server + ": " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("interrupted");
        }
    }
}
