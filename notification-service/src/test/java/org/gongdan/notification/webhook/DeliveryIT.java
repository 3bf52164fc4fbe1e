package org.gongdan.notification.webhook;

import static org.awaitility.Awaitility.await;
import static org.gongdan.notification.HeardEvents.aTicket;
import static org.gongdan.notification.HeardEvents.aTicketOf;
import static org.gongdan.notification.webhook.WebhookFixtures.aWebhook;
import static org.gongdan.notification.webhook.WebhookFixtures.as;
import static org.gongdan.notification.webhook.WebhookFixtures.delete;
import static org.gongdan.notification.webhook.WebhookFixtures.deliveries;
import static org.gongdan.notification.webhook.WebhookFixtures.register;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.awaitility.core.ThrowingRunnable;
import org.gongdan.notification.HeardEvents;
import org.gongdan.notification.Rows;
import org.gongdan.notification.WithMailServer;
import org.gongdan.notification.webhook.Receiver.Answer;
import org.gongdan.notification.webhook.Receiver.Call;
import org.gongdan.notification.webhook.WebhookFixtures.Registered;
import org.gongdan.platform.event.EventJson;
import org.gongdan.testing.PostgresServer;
import org.gongdan.testing.Tokens;
import org.gongdan.testing.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(WithMailServer.class)
class DeliveryIT {

    private static final Map<String, Object> RESOLVED = Map.of("number", "2611-0042", "summary", "积分卡无法读取", "category", "SOFTWARE", "cause",
            "刘店长拔了线", "fix", "插回去",
            "method", "PHONE", "resolvedAt", "2026-11-22T03:00:00Z", "resolvedBy", "agent");

    @AfterEach
    void noWebhooks() throws SQLException, IOException {
        try (Connection connection = PostgresServer.shared().connect()) {
            connection.createStatement().executeUpdate("delete from webhook");
        }
    }

    private static void soon(ThrowingRunnable assertion) {
        await().pollInterval(Duration.ofMillis(50)).untilAsserted(assertion);
    }

    private static void deliveryBecomes(UUID webhook, String status) {
        soon(() -> deliveries(webhook).body("items[0].status", equalTo(status)));
    }

    @Test
    void eventArrivesSignedThinAndOnce() throws GeneralSecurityException, IOException {
        try (Receiver receiver = new Receiver(call -> Answer.of(204))) {
            // Given
            Registered webhook = aWebhook(receiver.url(), "TicketResolved");
            HeardEvents heard = aTicket();

            // When
            UUID event = heard.ticketEvent("TicketResolved.v1", RESOLVED);

            // Then
            soon(() -> assertEquals(1, receiver.calls.size()));
            Call call = receiver.calls.getFirst();
            assertTrue(Receiver.isSignedWith(webhook.secret(), call));
            assertFalse(Receiver.isSignedWith("whsec_" + "A".repeat(43) + "=", call));
            assertEquals("POST /hooks?from=gongdan", call.method() + " " + call.path());
            assertEquals(event.toString(), call.id());
            assertEquals("application/cloudevents+json; charset=UTF-8", call.headers().get("content-type"));
            assertTrue(Math.abs(Long.parseLong(call.headers().get("webhook-timestamp")) - Instant.now().getEpochSecond()) < 30);
            JsonNode message = EventJson.mapper().readTree(call.body());
            assertEquals("TicketResolved.v1", message.get("type").asText());
            assertEquals(heard.ticket.toString(), message.get("subject").asText());
            assertEquals(heard.ticket.toString(), message.get("data").get("ticketId").asText());
            assertFalse(call.body().contains("刘店长") || call.body().contains("积分卡"), call.body());
            deliveryBecomes(webhook.id(), "DELIVERED");
            Topics.shared().send("ticket-events", event, "TicketResolved.v1", heard.ticket, 1, heard.customer, "{}");
            heard.ticketEvent("TicketResolved.v1", RESOLVED);
            soon(() -> assertEquals(2, receiver.calls.size()));
            assertNotEquals(call.id(), receiver.calls.getLast().id());
        }
    }

    @Test
    void eachWebhookHearsItsOwnCustomerAndItsOwnEventsOnly() {
        try (Receiver own = new Receiver(call -> Answer.of(200)); Receiver everybodys = new Receiver(call -> Answer.of(200))) {
            // Given
            aWebhook(own.url(), "TicketClosed", "SlaBreached");
            register(Tokens.admin(), everybodys.url(), "TicketClosed", "TicketOpened").statusCode(201);
            HeardEvents foreign = aTicketOf(Tokens.YANGGUANG);
            HeardEvents mine = aTicket();
            Map<String, Object> closed = Map.of("closedAt", "2026-11-22T03:00:00Z", "confirmedBy", "刘店长");

            // When
            foreign.ticketEvent("TicketClosed.v1", closed);
            mine.ticketOpened();
            mine.ticketEvent("TicketClosed.v1", closed);
            mine.slaBreached(mine.now);

            // Then
            soon(() -> assertEquals(List.of("SlaBreached.v1", "TicketClosed.v1"),
                    own.calls.stream().map(DeliveryIT::type).sorted().toList()));
            soon(() -> assertEquals(List.of("TicketClosed.v1", "TicketClosed.v1", "TicketOpened.v1"),
                    everybodys.calls.stream().map(DeliveryIT::type).sorted().toList()));
            assertTrue(own.calls.stream().noneMatch(call -> call.body().contains(foreign.ticket.toString())));
        }
    }

    private static String type(Call call) {
        try {
            return EventJson.mapper().readTree(call.body()).get("type").asText();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void failedTryIsRepeatedUnderTheSameId() throws GeneralSecurityException {
        try (Receiver receiver = new Receiver(call -> Answer.of(call < 2 ? 500 : 200))) {
            // Given
            Registered webhook = aWebhook(receiver.url(), "VisitDelayed");
            HeardEvents heard = aTicket();

            // When
            heard.visitDelayed(heard.now, heard.now.plusSeconds(60), heard.now.plusSeconds(3600), heard.now.plusSeconds(7200));

            // Then
            deliveryBecomes(webhook.id(), "DELIVERED");
            assertEquals(3, receiver.calls.size());
            assertEquals(1, receiver.calls.stream().map(Call::id).distinct().count());
            assertTrue(Receiver.isSignedWith(webhook.secret(), receiver.calls.getLast()));
            deliveries(webhook.id()).body("items[0].attempts", equalTo(3)).body("items[0].lastStatus", equalTo(200)).body("items[0].type",
                    equalTo("VisitDelayed"));
        }
    }

    @Test
    void receiverThatHangsDelaysNobodyElse() {
        try (Receiver hanging = new Receiver(call -> Answer.never()); Receiver healthy = new Receiver(call -> Answer.of(200))) {
            // Given
            Registered stuck = aWebhook(hanging.url(), "TicketClosed");
            Registered other = aWebhook(healthy.url(), "TicketClosed");
            Instant begin = Instant.now();

            // When
            for (int at = 0; at < 20; at++) {
                aTicket().ticketEvent("TicketClosed.v1", Map.of("closedAt", "2026-11-22T03:00:00Z"));
            }

            // Then: two at a time hang, for fifteen seconds each, and the others do not wait for them
            soon(() -> assertEquals(20, healthy.calls.size()));
            soon(() -> assertTrue(hanging.calls.size() >= 2));
            int hung = hanging.calls.size();
            assertTrue(hung <= 2 * (1 + Duration.between(begin, Instant.now()).toSeconds() / 15), hung + " calls");
            soon(() -> deliveries(other.id()).body("items.findAll { it.status == 'DELIVERED' }", hasSize(20)));
            deliveries(stuck.id()).body("items.findAll { it.status == 'PENDING' }", hasSize(20));
        }
    }

    @Test
    void silentReceiverIsGivenUpAfterFifteenSecondsAndTriedAgain() {
        try (Receiver receiver = new Receiver(call -> call == 0 ? Answer.never() : Answer.of(200))) {
            Registered webhook = aWebhook(receiver.url(), "TicketClosed");
            aTicket().ticketEvent("TicketClosed.v1", Map.of("closedAt", "2026-11-22T03:00:00Z"));
            await().untilAsserted(
                    () -> deliveries(webhook.id()).body("items[0].status", equalTo("DELIVERED")).body("items[0].attempts", equalTo(2)));
        }
    }

    @Test
    void redirectIsAFailureAndNeverFollowed() {
        try (Receiver elsewhere = new Receiver(call -> Answer.of(200));
                Receiver receiver = new Receiver(call -> Answer.of(307, "Location", elsewhere.url()))) {
            // Given
            Registered webhook = aWebhook(receiver.url(), "TicketClosed");

            // When
            aTicket().ticketEvent("TicketClosed.v1", Map.of("closedAt", "2026-11-22T03:00:00Z"));

            // Then
            soon(() -> assertEquals("FAILED", Rows.one("select status from webhook_delivery where webhook_id = ?", webhook.id())));
            assertEquals("307", Rows.one("select last_status from webhook_delivery where webhook_id = ?", webhook.id()));
            assertEquals(List.of(), elsewhere.calls);
        }
    }

    @Test
    void receiverThatIsGoneDisablesTheWebhook() {
        try (Receiver receiver = new Receiver(call -> Answer.of(410))) {
            // Given
            Registered webhook = aWebhook(receiver.url(), "TicketClosed");

            // When
            aTicket().ticketEvent("TicketClosed.v1", Map.of("closedAt", "2026-11-22T03:00:00Z"));

            // Then
            Topics.Event event = Topics.shared().await("notification-events", "WebhookDisabled.v1", webhook.id());
            assertEquals("GONE", event.text("reason"));
            assertEquals(Tokens.XINGFU.toString(), event.headers().get("ce_customer"));
            as(Tokens.integration()).get("/api/webhooks/" + webhook.id()).then().body("status", equalTo("DISABLED"))
                    .body("disabledReason", equalTo("GONE")).header("ETag", "\"1\"");
            String delivery = deliveries(webhook.id()).extract().jsonPath().getString("items[0].id");
            as(Tokens.integration()).post("/api/webhooks/" + webhook.id() + "/deliveries/" + delivery + "/replay").then().statusCode(409);
            assertEquals(1, receiver.calls.size());
        }
    }

    @Test
    void receiverThatIsDownForTheWholeScheduleDisablesTheWebhook() {
        // Given
        Receiver closed = new Receiver(call -> Answer.of(200));
        Registered webhook = aWebhook(closed.url(), "TicketClosed");
        closed.close();

        // When
        aTicket().ticketEvent("TicketClosed.v1", Map.of("closedAt", "2026-11-22T03:00:00Z"));

        // Then
        assertEquals("UNREACHABLE", Topics.shared().await("notification-events", "WebhookDisabled.v1", webhook.id()).text("reason"));
        deliveries(webhook.id()).body("items[0].status", equalTo("FAILED")).body("items[0].attempts", equalTo(4));
    }

    @Test
    void oneMessageThatIsNeverAcceptedDoesNotDisableAWebhookThatWorks() {
        HeardEvents poison = aTicket();
        try (Receiver receiver = new Receiver((number, call) -> Answer.of(call.body().contains(poison.ticket.toString()) ? 500 : 200))) {
            // Given
            Registered webhook = aWebhook(receiver.url(), "TicketClosed");
            poison.ticketEvent("TicketClosed.v1", Map.of("closedAt", "2026-11-22T03:00:00Z"));
            soon(() -> assertFalse(receiver.calls.isEmpty()));

            // When
            aTicket().ticketEvent("TicketClosed.v1", Map.of("closedAt", "2026-11-22T03:00:00Z"));

            // Then
            soon(() -> assertEquals("DELIVERED FAILED",
                    Rows.one("select string_agg(status, ' ' order by status) from webhook_delivery where webhook_id = ?", webhook.id())));
            assertEquals("ACTIVE", Rows.one("select status from webhook where id = ?", webhook.id()));
        }
    }

    @Test
    void receiverDecidesWhenItIsAskedAgain() {
        try (Receiver receiver = new Receiver(call -> call == 0 ? Answer.of(429, "Retry-After", "3") : Answer.of(200))) {
            // Given
            Registered webhook = aWebhook(receiver.url(), "TicketClosed");
            Instant start = Instant.now();

            // When
            aTicket().ticketEvent("TicketClosed.v1", Map.of("closedAt", "2026-11-22T03:00:00Z"));

            // Then
            deliveryBecomes(webhook.id(), "DELIVERED");
            assertTrue(Duration.between(start, Instant.now()).compareTo(Duration.ofMillis(2_900)) > 0);
        }
    }

    @Test
    void whatADeadProcessCarriedIsCarriedAgainAfterItsLease() throws SQLException, IOException {
        try (Receiver receiver = new Receiver(call -> Answer.of(200)); Connection connection = PostgresServer.shared().connect()) {
            // Given
            Registered webhook = aWebhook(receiver.url(), "TicketClosed");
            aTicket().ticketEvent("TicketClosed.v1", Map.of("closedAt", "2026-11-22T03:00:00Z"));
            deliveryBecomes(webhook.id(), "DELIVERED");

            // When
            connection.createStatement().executeUpdate(
                    "update webhook_delivery set status = 'PENDING', claim = gen_random_uuid(), next_try_at = now() + interval '2 seconds'"
                            + " where webhook_id = '" + webhook.id() + "'");

            // Then
            deliveryBecomes(webhook.id(), "DELIVERED");
            assertEquals(2, receiver.calls.size());
        }
    }

    @Test
    void hugeAnswerCostsNothing() {
        try (Receiver receiver = new Receiver(call -> Answer.large(50_000_000))) {
            Registered webhook = aWebhook(receiver.url(), "TicketClosed");
            aTicket().ticketEvent("TicketClosed.v1", Map.of("closedAt", "2026-11-22T03:00:00Z"));
            deliveryBecomes(webhook.id(), "DELIVERED");
        }
    }

    @Test
    void addressIsCheckedAgainWhenTheMessageLeaves() throws SQLException, IOException {
        try (Receiver receiver = new Receiver(call -> Answer.of(200)); Connection connection = PostgresServer.shared().connect()) {
            // Given
            Registered webhook = aWebhook(receiver.url(), "TicketClosed");
            connection.createStatement()
                    .executeUpdate("update webhook set url = replace(url, 'localhost', '127.0.0.1') where id = '" + webhook.id() + "'");

            // When
            aTicket().ticketEvent("TicketClosed.v1", Map.of("closedAt", "2026-11-22T03:00:00Z"));

            // Then
            deliveryBecomes(webhook.id(), "FAILED");
            deliveries(webhook.id()).body("items[0].lastError", equalTo("unreachable"));
            assertEquals(List.of(), receiver.calls);
        }
    }

    @Test
    void deliveryIsReplayedOnDemand() {
        try (Receiver receiver = new Receiver(call -> Answer.of(200))) {
            // Given
            Registered webhook = aWebhook(receiver.url(), "TicketClosed");
            aTicket().ticketEvent("TicketClosed.v1", Map.of("closedAt", "2026-11-22T03:00:00Z"));
            deliveryBecomes(webhook.id(), "DELIVERED");
            String delivery = deliveries(webhook.id()).extract().jsonPath().getString("items[0].id");

            // When
            as(Tokens.integration()).post("/api/webhooks/" + webhook.id() + "/deliveries/" + delivery + "/replay").then().statusCode(202)
                    .body("status", equalTo("PENDING"));

            // Then
            soon(() -> assertEquals(2, receiver.calls.size()));
            assertEquals(receiver.calls.getFirst().id(), receiver.calls.getLast().id());
            deliveryBecomes(webhook.id(), "DELIVERED");
        }
    }

    @Test
    void deletedWebhookHearsNothingMore() {
        try (Receiver gone = new Receiver(call -> Answer.of(200)); Receiver stays = new Receiver(call -> Answer.of(200))) {
            // Given
            Registered webhook = aWebhook(gone.url(), "TicketClosed");
            aWebhook(stays.url(), "TicketClosed");
            delete(webhook.id());

            // When
            aTicket().ticketEvent("TicketClosed.v1", Map.of("closedAt", "2026-11-22T03:00:00Z"));

            // Then
            soon(() -> assertEquals(1, stays.calls.size()));
            assertEquals(List.of(), gone.calls);
            assertNull(Rows.one("select id from webhook_delivery where webhook_id = ?", webhook.id()));
        }
    }
}
