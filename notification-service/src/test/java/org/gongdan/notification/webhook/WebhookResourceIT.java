package org.gongdan.notification.webhook;

import static io.restassured.RestAssured.given;
import static org.gongdan.notification.webhook.WebhookFixtures.aWebhook;
import static org.gongdan.notification.webhook.WebhookFixtures.as;
import static org.gongdan.notification.webhook.WebhookFixtures.delete;
import static org.gongdan.notification.webhook.WebhookFixtures.register;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.gongdan.notification.WithMailServer;
import org.gongdan.notification.webhook.WebhookFixtures.Registered;
import org.gongdan.testing.PostgresServer;
import org.gongdan.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(WithMailServer.class)
class WebhookResourceIT {

    private static final String URL = "http://localhost:9/hooks";
    private static final String FOREIGN_SYSTEM = Tokens.of(UUID.randomUUID(), "erp-yangguang", List.of("integration"),
            Map.of("yangguang", Tokens.YANGGUANG));

    @Test
    void secretIsShownOnce() {
        // When
        var registered = register(Tokens.integration(), URL, "SlaBreached", "SlaWarned", "SlaBreached");

        // Then
        registered.statusCode(201).header("Location", startsWith("/api/webhooks/")).body("secret", startsWith("whsec_"))
                .body("customerId", equalTo(Tokens.XINGFU.toString()))
                .body("events", equalTo(List.of("SlaBreached", "SlaWarned")));
        String id = registered.extract().jsonPath().getString("id");
        as(Tokens.integration()).get("/api/webhooks/" + id).then().statusCode(200).header("ETag", "\"0\"").body("url", equalTo(URL))
                .body("status", equalTo("ACTIVE")).body("secret", nullValue());
        as(Tokens.integration()).get("/api/webhooks").then().statusCode(200).body("items.id", hasItem(id)).body("items.secret",
                not(hasItem(notNullValue())));
        delete(UUID.fromString(id));
        as(Tokens.integration()).get("/api/webhooks/" + id).then().statusCode(404);
    }

    @Test
    void foreignWebhookAnswersLikeAMissingOne() {
        // Given
        Registered webhook = aWebhook(URL, "TicketOpened");
        UUID missing = UUID.randomUUID();

        // When
        String foreign = as(FOREIGN_SYSTEM).get("/api/webhooks/" + webhook.id()).then().statusCode(404).extract().jsonPath()
                .getString("detail");

        // Then
        String none = as(FOREIGN_SYSTEM).get("/api/webhooks/" + missing).then().statusCode(404).extract().jsonPath().getString("detail");
        assertEquals(none.replace(missing.toString(), ""), foreign.replace(webhook.id().toString(), ""));
        as(FOREIGN_SYSTEM).get("/api/webhooks/" + webhook.id() + "/deliveries").then().statusCode(404);
        as(FOREIGN_SYSTEM).delete("/api/webhooks/" + webhook.id()).then().statusCode(404);
        as(FOREIGN_SYSTEM).post("/api/webhooks/" + webhook.id() + "/deliveries/" + missing + "/replay").then().statusCode(404);
        as(FOREIGN_SYSTEM).get("/api/webhooks").then().statusCode(200).body("items.id", not(hasItem(webhook.id().toString())));
        as(Tokens.integration()).post("/api/webhooks/" + webhook.id() + "/deliveries/" + missing + "/replay").then().statusCode(404);
        as(FOREIGN_SYSTEM).body(Map.of("url", URL, "events", List.of("TicketOpened"), "customerId", Tokens.XINGFU)).post("/api/webhooks")
                .then().statusCode(404);
        delete(webhook.id());
    }

    @Test
    void integrationCannotSeeWebhooksOfEverybody() {
        String id = register(Tokens.admin(), URL, "TicketOpened").statusCode(201).body("customerId", nullValue()).extract().jsonPath()
                .getString("id");
        as(Tokens.integration()).get("/api/webhooks/" + id).then().statusCode(404);
        as(Tokens.admin()).get("/api/webhooks/" + id).then().statusCode(200);
        delete(UUID.fromString(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://127.0.0.1/", "https://[::1]/", "https://10.0.0.1/", "https://169.254.169.254/latest/meta-data",
            "http://127.0.0.1:8080/", "https://localhost.:8443/",
            "https://[::ffff:127.0.0.1]/", "http://8.8.8.8/", "https://8.8.8.8:8443/"})
    void addressesThatOnlyWeCanReachAreRefused(String url) {
        register(Tokens.integration(), url, "TicketOpened").statusCode(422).body("type", equalTo("/problems/webhook-address-refused"));
    }

    @Test
    void refusalDoesNotTellWhatOurDnsKnowsCase38() {
        // Given
        List<String> urls = List.of("https://127.0.0.1/", "https://no-such-host.invalid/", "https://localhost.localdomain/",
                "https://kubernetes.default.svc/",
                "https://10.0.0.1/", "https://8.8.8.8:8443/", "http://8.8.8.8/", "https://metadata.google.internal/computeMetadata/v1/");

        // When
        List<Map<String, Object>> answers = urls.stream().map(
                url -> register(Tokens.integration(), url, "TicketOpened").statusCode(422).extract().jsonPath().<String, Object>getMap("$"))
                .toList();

        // Then
        answers.forEach(answer -> answer.remove("traceId"));
        assertEquals(1, new HashSet<>(answers).size(), answers.toString());
    }

    @Test
    void nonsenseIsRefused() {
        register(Tokens.integration(), "nonsense", "TicketOpened").statusCode(400).body("errors[0].field", equalTo("url"));
        register(Tokens.integration(), "https://u:p@8.8.8.8/", "TicketOpened").statusCode(400);
        register(Tokens.integration(), URL, "TicketOpened", "Nonsense").statusCode(400).body("errors[0].field", equalTo("events"))
                .body("errors[0].message", containsString("SlaBreached"));
        register(Tokens.integration(), URL).statusCode(400).body("errors[0].field", equalTo("events"));
        as(Tokens.integration()).body("{nonsense").post("/api/webhooks").then().statusCode(400);
        as(Tokens.integration()).body("").post("/api/webhooks").then().statusCode(400);
        as(Tokens.admin()).get("/api/webhooks?cursor=bm9uc2Vuc2U").then().statusCode(400);
        given().auth().oauth2(Tokens.integration()).contentType("application/json")
                .body(Map.of("url", URL, "events", List.of("TicketOpened"))).post("/api/webhooks").then()
                .statusCode(400).body("errors[0].field", equalTo("Idempotency-Key"));
    }

    @Test
    void repeatedRegistrationMakesOneWebhook() {
        // Given
        String key = UUID.randomUUID().toString();
        String first = registerWith(key);

        // When
        String second = registerWith(key);

        // Then
        assertEquals(first, second);
        delete(UUID.fromString(first));
    }

    @Test
    void theSecretIsKeptNowhereAndARepetitionSaysThatItWasShown() throws Exception {
        // Given
        String key = UUID.randomUUID().toString();
        var first = given().auth().oauth2(Tokens.integration()).contentType("application/json").header("Idempotency-Key", key)
                .body(Map.of("url", URL, "events", List.of("TicketOpened"))).post("/api/webhooks").then().statusCode(201)
                .body("secretShown", nullValue()).extract().jsonPath();

        // When
        var again = given().auth().oauth2(Tokens.integration()).contentType("application/json").header("Idempotency-Key", key)
                .body(Map.of("url", URL, "events", List.of("TicketOpened"))).post("/api/webhooks").then();

        // Then
        again.statusCode(201).header("Idempotency-Replayed", "true").body("id", equalTo(first.getString("id"))).body("secret", nullValue())
                .body("secretShown", equalTo(true));
        try (var connection = PostgresServer.shared().connect();
                var select = connection.prepareStatement("select body from idempotency_key where key = ?")) {
            select.setString(1, key);
            var row = select.executeQuery();
            assertEquals(true, row.next());
            assertEquals(false, row.getString(1).contains("whsec_"));
        }
        delete(UUID.fromString(first.getString("id")));
    }

    private static String registerWith(String key) {
        return given().auth().oauth2(Tokens.integration()).contentType("application/json").header("Idempotency-Key", key)
                .body(Map.of("url", URL, "events", List.of("TicketOpened"))).post("/api/webhooks").then().statusCode(201).extract()
                .jsonPath().getString("id");
    }

    @Test
    void customerHasTwentyWebhooksAtMost() {
        List<UUID> made = new java.util.ArrayList<>();
        for (int at = 0; at < 20; at++) {
            made.add(UUID.fromString(register(FOREIGN_SYSTEM, URL, "TicketOpened").statusCode(201).extract().jsonPath().getString("id")));
        }
        register(FOREIGN_SYSTEM, URL, "TicketOpened").statusCode(422).body("type", equalTo("/problems/too-many-webhooks"));
        as(FOREIGN_SYSTEM).get("/api/webhooks?limit=15").then().statusCode(200).body("items", hasSize(15)).body("next", notNullValue());
        made.forEach(WebhookFixtures::delete);
    }

    @Test
    void callersWithoutTokenOrRoleAreTurnedAway() {
        given().get("/api/webhooks").then().statusCode(401);
        for (String token : List.of(Tokens.nobody(), Tokens.agent(), Tokens.customer(), Tokens.supervisor())) {
            register(token, URL, "TicketOpened").statusCode(403);
            as(token).get("/api/webhooks").then().statusCode(403);
            as(token).delete("/api/webhooks/" + UUID.randomUUID()).then().statusCode(403);
        }
        String unbound = Tokens.of(UUID.randomUUID(), "unbound", List.of("integration"), Map.of());
        register(unbound, URL, "TicketOpened").statusCode(403).body("type", equalTo("/problems/webhook-of-nobody"));
        as(unbound).get("/api/webhooks").then().statusCode(200).body("items", hasSize(0));
    }
}
