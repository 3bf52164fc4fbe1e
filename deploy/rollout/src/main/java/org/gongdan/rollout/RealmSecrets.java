package org.gongdan.rollout;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Gives the realm's clients other secrets than the demo's, as an operator does. */
record RealmSecrets(String keycloak) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** @param name of the Secret that the gateway is given */
    void change(Secrets secrets, String name) throws IOException, InterruptedException {
        var form = "grant_type=password&client_id=admin-cli&username=admin&password=gongdan";
        var token = send(HttpRequest.newBuilder(URI.create(keycloak + "/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form))).path("access_token")
                .textValue();
        for (var client : Map.of("gongdan-console", "client", "gongdan-sessions", "sessions-client").entrySet()) {
            var clients = keycloak + "/admin/realms/gongdan/clients";
            var known = (ObjectNode) send(HttpRequest.newBuilder(URI.create(clients + "?clientId=" + client.getKey()))
                    .header("Authorization", "Bearer " + token)).get(0);
            known.put("secret", secrets.make(name, client.getValue()));
            send(HttpRequest.newBuilder(URI.create(clients + "/" + known.path("id").textValue())).header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json").PUT(BodyPublishers.ofString(known.toString())));
        }
    }

    private static JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = HTTP.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(answer.request().uri() + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return JSON.readTree(answer.body());
    }
}
