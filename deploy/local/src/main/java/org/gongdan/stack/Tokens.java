package org.gongdan.stack;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Access tokens of the demo's users and integrators, straight from Keycloak; they live five minutes. */
public record Tokens(String realm) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DEMO_PASSWORD = "gongdan";

    public String ofUser(String name) {
        return ofUser(name, DEMO_PASSWORD);
    }

    public String ofUser(String name, String password) {
        return ask(Map.of("grant_type", "password", "client_id", "gongdan-cli", "username", name, "password", password));
    }

    /** Of an integrating system, for example erp-xingfu with erp-xingfu-secret. */
    public String ofClient(String id, String secret) {
        return ask(Map.of("grant_type", "client_credentials", "client_id", id, "client_secret", secret));
    }

    /** What a token says, its signature not checked. */
    public static JsonNode claims(String token) {
        try {
            return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
        } catch (IOException e) {
            throw new IllegalArgumentException("No JSON web token: " + token, e);
        }
    }

    private String ask(Map<String, String> form) {
        var body = form.entrySet().stream().map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/token")).timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(body)).build();
        try {
            var answer = Probe.CLIENT.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new StackException("Keycloak gave no token (" + answer.statusCode() + "): " + answer.body());
            }
            return JSON.readTree(answer.body()).path("access_token").textValue();
        } catch (IOException e) {
            throw new StackException("Keycloak gave no token: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Waiting for a token was interrupted.", e);
        }
    }
}
