package org.gongdan.journeys;

import static org.gongdan.journeys.Refusal.assertRefused;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.restassured.path.json.JsonPath;

/** A customer's own system reports faults and is told what happens, by signed webhooks (R31, R170). */
@OnPlatform
class IntegrationJourney {
    private static final Duration SOON = Duration.ofSeconds(6);

    private final Play play;
    private final String key = UUID.randomUUID().toString();

    IntegrationJourney(Play play) {
        this.play = play;
    }

    @Test
    void theSameRequestSentTwiceIsOneTicket() {
        // Given
        var report = Reports.with(Reports.written(play.xingfu(), "API"), "summary", "接口报修 " + key);
        var first = play.erp.open(report, key).statusCode(201).extract();

        // When
        var second = play.erp.open(report, key);

        // Then
        second.statusCode(201).header("Idempotency-Replayed", "true").body("id", equalTo(first.jsonPath().getString("id")));
        play.agent.caller().get("/api/tickets", Map.of("customerId", Play.XINGFU, "query", key)).statusCode(200).body("items.size()",
                equalTo(1));
    }

    @Test
    void aKeyIsForOneRequestOnly() {
        // Given
        var report = Reports.written(play.xingfu(), "API");
        play.erp.open(report, key).statusCode(201);

        // When
        var answer = play.erp.open(Reports.with(report, "summary", "另一件事"), key);

        // Then
        assertRefused(answer, 422, "idempotency-key-reused");
        play.erp.openWithoutKey(report).statusCode(400).body("errors[0].field", equalTo("Idempotency-Key"));
    }

    @Test
    void aSystemReportsForItsOwnCustomerOnly() {
        // Given
        var other = play.newShop();

        // When
        var answer = play.erp.open(Reports.written(other, "API"), key);

        // Then
        assertRefused(answer, 404, "not-found");
        assertRefused(play.erp.caller().get(play.reported(other).path()), 404, "not-found");
        assertRefused(play.erp.caller().get("/api/visits"), 403, "forbidden");
    }

    @Test
    void aBreachIsToldByASignedWebhook() {
        try (var receiver = new WebhookReceiver(0)) {
            // Given
            var webhook = subscribed(receiver, "SlaBreached");

            // When
            var ticket = play.reported(play.xingfu(), Instant.now().plus(SOON));

            // Then
            var told = receiver.await(ticket.id());
            assertTrue(told.isSignedWith(webhook.getString("secret")), told.toString());
            assertFalse(told.isSignedWith("whsec_" + Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8))),
                    "any secret fits");
            assertTrue(told.body().contains("SlaBreached") && told.body().contains("EXPECTED_TIME"), told.body());
            play.erp.unsubscribe(webhook.getString("id")).statusCode(204);
        }
    }

    @Test
    void aBreachHeardTwiceIsSentOnce() {
        try (var receiver = new WebhookReceiver(0)) {
            // Given
            var webhook = subscribed(receiver, "SlaBreached");
            var ticket = play.reported(play.xingfu(), Instant.now().plus(SOON));
            receiver.await(ticket.id());

            // When
            play.events.repeat(play.events.await("sla-events", "SlaBreached", ticket.id()), "notification-service");

            // Then
            play.erp.deliveries(webhook.getString("id")).statusCode(200).body("items.size()", equalTo(1)).body("items[0].type",
                    equalTo("SlaBreached"));
            assertEquals(1, receiver.deliveries().size());
            play.erp.unsubscribe(webhook.getString("id")).statusCode(204);
        }
    }

    @Test
    void aReceiverThatIsDownIsAskedAgain() {
        try (var receiver = new WebhookReceiver(1)) {
            // Given
            var webhook = subscribed(receiver, "TicketOpened");

            // When
            var ticket = play.reported(play.xingfu());

            // Then
            var told = receiver.await(ticket.id());
            assertTrue(told.isSignedWith(webhook.getString("secret")), told.toString());
            Patience.await("both tries are on record").untilAsserted(() -> play.erp.deliveries(webhook.getString("id")).statusCode(200)
                    .body("items.size()", equalTo(1)).body("items[0].attempts", equalTo(2)).body("items[0].deliveredAt", notNullValue()));
            play.erp.unsubscribe(webhook.getString("id")).statusCode(204);
        }
    }

    @Test
    void aSystemHearsNothingOfOtherCustomers() {
        try (var receiver = new WebhookReceiver(0)) {
            // Given
            var webhook = subscribed(receiver, "TicketOpened");
            var foreign = play.reported(play.newShop());

            // When
            var own = play.reported(play.xingfu());

            // Then
            receiver.await(own.id());
            assertTrue(receiver.deliveries().stream().noneMatch(delivery -> delivery.body().contains(foreign.id())),
                    receiver.deliveries().toString());
            assertTrue(receiver.deliveries().stream().noneMatch(delivery -> delivery.body().contains("收银机")),
                    "free text leaves the house: " + receiver.deliveries());
            assertRefused(play.foreigner.caller().get("/api/webhooks/" + webhook.getString("id") + "/deliveries"), 403, "forbidden");
            play.erp.unsubscribe(webhook.getString("id")).statusCode(204);
        }
    }

    @Test
    void webhooksLeadToNobodysInside() {
        // When
        var answer = play.erp.subscribe("http://169.254.169.254/latest/meta-data", List.of("SlaBreached"), key);

        // Then
        assertRefused(answer, 422, "webhook-address-refused");
        assertRefused(play.erp.subscribe("https://erp.example.com/hooks", List.of("NoSuchEvent"), UUID.randomUUID().toString()), 400,
                "invalid-input");
        assertRefused(new Integrator(play.agent.caller()).subscribe("https://erp.example.com/hooks", List.of("SlaBreached"), key), 403,
                "forbidden");
    }

    private JsonPath subscribed(WebhookReceiver receiver, String event) {
        return play.erp.subscribe(receiver.url(), List.of(event), key).statusCode(201).extract().jsonPath();
    }
}
