package org.gongdan.stack;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Keycloak's administrator, and clients at its token endpoint; answers as JSON. */
record KeycloakAdmin(String server) {
    static final ObjectMapper JSON = new ObjectMapper();

    /** @param body missing where there is none */
    record Answer(int status, JsonNode body) {
    }

    Answer admin(String method, String path, String body) {
        var token = form("/realms/master/protocol/openid-connect/token",
                Map.of("grant_type", "password", "client_id", "admin-cli", "username", "admin", "password", "gongdan")).body()
                .path("access_token").textValue();
        return send(HttpRequest.newBuilder(URI.create(server + "/admin/realms" + path)).header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    JsonNode get(String path) {
        return admin("GET", path, null).body();
    }

    Answer form(String path, Map<String, String> fields) {
        return send(HttpRequest.newBuilder(URI.create(server + path)).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields.entrySet().stream()
                        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")))));
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = Probe.CLIENT.send(request.build(), BodyHandlers.ofString());
            return new Answer(answer.statusCode(), JSON.readTree(answer.body()));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
