package org.gongdan.journeys;

import static org.gongdan.journeys.Refusal.assertRefused;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A customer's own system reports faults and is told what happens, by signed webhooks (R31, R170). */
@OnPlatform
class IntegrationJourney {
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
        play.agent.caller().get("/api/tickets", Map.of("customerId", Play.XINGFU, "query", key)).statusCode(200).body("items.size()", equalTo(1));
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
            var secret = play.erp.subscribe(receiver.url(), List.of("SlaBreached"), key).statusCode(201).extract().jsonPath().getString("secret");

            // When
            var ticket = play.reported(play.xingfu(), Instant.now().plus(Duration.ofSeconds(6)));

            // Then
            var told = receiver.await(ticket.id());
            assertTrue(told.isSignedWith(secret), told.toString());
            assertTrue(told.body().contains("SlaBreached") && told.body().contains("EXPECTED_TIME"), told.body());
        }
    }

    @Test
    void aReceiverThatIsDownIsAskedAgainWithTheSameId() {
        try (var receiver = new WebhookReceiver(1)) {
            // Given
            var webhook = play.erp.subscribe(receiver.url(), List.of("TicketOpened"), key).statusCode(201).extract().jsonPath();

            // When
            var ticket = play.reported(play.xingfu());

            // Then
            var told = receiver.await(ticket.id());
            assertTrue(told.isSignedWith(webhook.getString("secret")), told.toString());
            assertEquals(1, receiver.deliveries().stream().filter(delivery -> delivery.id().equals(told.id())).count());
            Patience.await("the delivery is on record").untilAsserted(() -> play.erp.deliveries(webhook.getString("id")).statusCode(200).body("items.size()", equalTo(1)));
        }
    }

    @Test
    void aSystemHearsNothingOfOtherCustomers() {
        try (var receiver = new WebhookReceiver(0)) {
            // Given
            var webhook = play.erp.subscribe(receiver.url(), List.of("TicketOpened"), key).statusCode(201).extract().jsonPath();
            var foreign = play.reported(play.newShop());

            // When
            var own = play.reported(play.xingfu());

            // Then
            receiver.await(own.id());
            assertTrue(receiver.deliveries().stream().noneMatch(delivery -> delivery.body().contains(foreign.id())), receiver.deliveries().toString());
            assertRefused(play.foreigner.caller().get("/api/webhooks/" + webhook.getString("id") + "/deliveries"), 403, "forbidden");
        }
    }
}
