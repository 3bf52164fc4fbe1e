package org.gongdan.notification.webhook;

import static io.restassured.RestAssured.given;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.gongdan.testing.Tokens;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** Webhooks as tests need them, made through the API. */
final class WebhookFixtures {

    private WebhookFixtures() {
    }

    record Registered(UUID id, String secret) {
    }

    /** A DNS that knows a public host, one of our own, one that is both, and nothing else. */
    static InetAddress[] names(String host) throws UnknownHostException {
        return switch (host) {
            case "erp.example" -> new InetAddress[] {InetAddress.getByName("8.8.8.8")};
            case "inner.example" -> new InetAddress[] {InetAddress.getByName("10.1.2.3")};
            case "both.example" -> new InetAddress[] {InetAddress.getByName("8.8.8.8"), InetAddress.getByName("10.1.2.3")};
            case "empty.example" -> new InetAddress[0];
            default -> {
                if (host.endsWith(".example")) {
                    throw new UnknownHostException(host);
                }
                yield InetAddress.getAllByName(host);
            }
        };
    }

    static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON).header("Accept-Language", "en").header("Idempotency-Key",
                UUID.randomUUID().toString());
    }

    static ValidatableResponse register(String token, String url, String... events) {
        return as(token).body(Map.of("url", url, "events", List.of(events))).post("/api/webhooks").then();
    }

    /** @return a webhook of the customer Xingfu */
    static Registered aWebhook(String url, String... events) {
        JsonPath webhook = register(Tokens.integration(), url, events).statusCode(201).extract().jsonPath();
        return new Registered(webhook.getUUID("id"), webhook.getString("secret"));
    }

    static ValidatableResponse deliveries(UUID webhook) {
        return as(Tokens.integration()).get("/api/webhooks/" + webhook + "/deliveries").then().statusCode(200);
    }

    static void delete(UUID webhook) {
        as(Tokens.admin()).delete("/api/webhooks/" + webhook).then().statusCode(204);
    }
}
