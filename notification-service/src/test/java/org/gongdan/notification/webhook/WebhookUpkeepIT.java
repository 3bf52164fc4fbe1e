package org.gongdan.notification.webhook;

import static org.awaitility.Awaitility.await;
import static org.gongdan.notification.HeardEvents.aTicket;
import static org.gongdan.notification.webhook.WebhookFixtures.aWebhook;
import static org.gongdan.notification.webhook.WebhookFixtures.as;
import static org.gongdan.notification.webhook.WebhookFixtures.delete;
import static org.gongdan.notification.webhook.WebhookFixtures.deliveries;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.gongdan.notification.WithMailServer;
import org.gongdan.notification.webhook.Receiver.Answer;
import org.gongdan.notification.webhook.WebhookFixtures.Registered;
import org.gongdan.testing.PostgresServer;
import org.gongdan.testing.Tokens;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(WithMailServer.class)
class WebhookUpkeepIT {

    private static final String FOREIGN_SYSTEM = Tokens.of(UUID.randomUUID(), "erp-yangguang", List.of("integration"),
            Map.of("yangguang", Tokens.YANGGUANG));

    private static String path(Registered webhook) {
        return "/api/webhooks/" + webhook.id();
    }

    private static void soon(org.awaitility.core.ThrowingRunnable check) {
        await().untilAsserted(check);
    }

    @Test
    void addressAndEventsAreChangedByWhoSawTheNewestVersion() {
        // Given
        Registered webhook = aWebhook("http://localhost:9/old", "TicketOpened");

        // When
        var changed = as(Tokens.admin()).header("If-Match", "\"0\"").body(Map.of("url", "http://localhost:9/new", "events",
                List.of("SlaBreached", "TicketOpened"))).post(path(webhook) + "/change").then();

        // Then
        changed.statusCode(200).body("url", equalTo("http://localhost:9/new"))
                .body("events", equalTo(List.of("SlaBreached", "TicketOpened")))
                .body("version", equalTo(1)).body("secret", nullValue());
        as(Tokens.admin()).body(Map.of("events", List.of("TicketClosed"))).post(path(webhook) + "/change").then().statusCode(200)
                .body("url", equalTo("http://localhost:9/new")).body("events", equalTo(List.of("TicketClosed")));
        as(Tokens.admin()).header("If-Match", "\"0\"").body(Map.of("events", List.of("TicketClosed"))).post(path(webhook) + "/change")
                .then()
                .statusCode(412);
        as(Tokens.admin()).body(Map.of("events", List.of("Nonsense"))).post(path(webhook) + "/change").then().statusCode(400);
        as(Tokens.admin()).body(Map.of("events", List.of())).post(path(webhook) + "/change").then().statusCode(400);
        as(Tokens.integration()).body(Map.of("url", "https://10.0.0.1/")).post(path(webhook) + "/change").then().statusCode(422)
                .body("type", equalTo("/problems/webhook-address-refused"));
        delete(webhook.id());
    }

    @Test
    void nobodyChangesAForeignWebhook() {
        Registered webhook = aWebhook("http://localhost:9/hooks", "TicketOpened");
        for (String verb : List.of("pause", "resume", "test")) {
            as(FOREIGN_SYSTEM).post(path(webhook) + "/" + verb).then().statusCode(404);
            as(Tokens.agent()).post(path(webhook) + "/" + verb).then().statusCode(403);
        }
        as(FOREIGN_SYSTEM).body(Map.of("events", List.of("TicketClosed"))).post(path(webhook) + "/change").then().statusCode(404);
        delete(webhook.id());
    }

    @Test
    void whatHappensDuringAPauseWaits() {
        try (Receiver receiver = new Receiver(call -> Answer.of(200)); Receiver other = new Receiver(call -> Answer.of(200))) {
            // Given
            Registered webhook = aWebhook(receiver.url(), "TicketClosed");
            Registered unpaused = aWebhook(other.url(), "TicketClosed");
            as(Tokens.integration()).post(path(webhook) + "/pause").then().statusCode(200).body("status", equalTo("PAUSED"));
            aTicket().ticketEvent("TicketClosed.v1", Map.of("closedAt", "2026-11-22T03:00:00Z"));
            soon(() -> assertEquals(1, other.calls.size()));
            deliveries(webhook.id()).body("items[0].status", equalTo("PENDING")).body("items[0].attempts", equalTo(0));

            // When
            as(Tokens.integration()).post(path(webhook) + "/resume").then().statusCode(200).body("status", equalTo("ACTIVE"));

            // Then
            soon(() -> assertEquals(1, receiver.calls.size()));
            as(Tokens.integration()).post(path(webhook) + "/resume").then().statusCode(409);
            soon(() -> deliveries(webhook.id()).body("items[0].status", equalTo("DELIVERED")));
            as(Tokens.integration()).get(path(webhook) + "/deliveries?status=FAILED").then().statusCode(200).body("items", hasSize(0));
            as(Tokens.integration()).get(path(webhook) + "/deliveries?status=DELIVERED").then().body("items", hasSize(1));
            delete(webhook.id());
            delete(unpaused.id());
        }
    }

    @Test
    void aTestIsSignedLikeEveryOtherMessage() throws Exception {
        try (Receiver receiver = new Receiver(call -> Answer.of(204))) {
            // Given
            Registered webhook = aWebhook(receiver.url(), "TicketClosed");

            // When
            as(Tokens.integration()).post(path(webhook) + "/test").then().statusCode(202).body("type", equalTo("WebhookTested"))
                    .body("status", equalTo("PENDING"));

            // Then
            soon(() -> deliveries(webhook.id()).body("items[0].status", equalTo("DELIVERED")).body("items[0].lastStatus", equalTo(204)));
            assertTrue(Receiver.isSignedWith(webhook.secret(), receiver.calls.getFirst()));
            assertTrue(receiver.calls.getFirst().body().contains("\"type\":\"WebhookTested.v1\""), receiver.calls.getFirst().body());
            as(Tokens.integration()).post(path(webhook) + "/pause").then().statusCode(200);
            as(Tokens.integration()).post(path(webhook) + "/test").then().statusCode(409).body("type", equalTo("/problems/webhook-paused"));
            delete(webhook.id());
        }
    }

    @Test
    void aDisabledWebhookCanBeResumed() throws Exception {
        // Given
        Registered webhook = aWebhook("http://localhost:9/hooks", "TicketOpened");
        try (Connection connection = PostgresServer.shared().connect(); Statement statement = connection.createStatement()) {
            statement.execute("update webhook set status = 'DISABLED', disabled_reason = 'GONE', version = version + 1 where id = '"
                    + webhook.id() + "'");
        }
        as(Tokens.admin()).post(path(webhook) + "/pause").then().statusCode(409);

        // When
        var resumed = as(Tokens.admin()).post(path(webhook) + "/resume").then();

        // Then
        resumed.statusCode(200).body("status", equalTo("ACTIVE")).body("disabledReason", nullValue());
        as(Tokens.admin()).get(path(webhook)).then().body("disabledReason", nullValue());
        delete(webhook.id());
    }

    @Test
    void whatCanBeSubscribedToIsTold() {
        as(Tokens.admin()).get("/api/webhooks/events").then().statusCode(200).body("events", hasItem("SlaBreached"))
                .body("events", not(hasItem("WebhookTested")));
    }
}
