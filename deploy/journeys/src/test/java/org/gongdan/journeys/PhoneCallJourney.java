package org.gongdan.journeys;

import static org.gongdan.journeys.Refusal.assertRefused;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

/** A customer calls; while he is on the line there is a ticket with a number, and two promises run. */
@OnPlatform
class PhoneCallJourney {
    private final Play play;

    PhoneCallJourney(Play play) {
        this.play = play;
    }

    @Test
    void theCallerGetsANumberThatCanBeSaid() {
        // Given
        var shop = play.newShop();

        // When
        var opened = play.agent.open(Reports.call(shop));

        // Then
        var ticket = Ticket.of(shop, opened);
        assertTrue(ticket.number().matches("\\d{4}-\\d{4}"), ticket.number());
        opened.body("priority", equalTo("P1")).body("status", equalTo("OPEN"));
        play.agent.caller().get("/api/tickets/by-number/" + ticket.number()).statusCode(200).body("id", equalTo(ticket.id()));
    }

    @Test
    void twoPromisesBegin() {
        // Given
        var shop = play.newShop();
        var expectedBy = Instant.now().plus(Duration.ofHours(6)).truncatedTo(ChronoUnit.MILLIS);

        // When
        var ticket = Ticket.of(shop, play.agent.open(Reports.call(shop, expectedBy)));

        // Then
        var promise = play.promises.await(ticket, "RESOLUTION_24H", "RUNNING");
        assertEquals(promise.startedAt().plus(Duration.ofHours(24)), promise.dueAt());
        assertEquals(expectedBy, play.promises.await(ticket, "EXPECTED_TIME", "RUNNING").dueAt());
        play.story.await(ticket, "PromiseMade");
        Patience.await("the ticket shows its promise")
                .untilAsserted(() -> play.agent.look(ticket).body("resolveBy", equalTo(promise.dueAt().toString())));
    }

    @Test
    void theCallerIsToldNumberSummaryAndDeadlineByMail() {
        // Given
        var shop = play.newShop();

        // When
        var ticket = play.reported(shop);

        // Then
        var confirmation = play.mailOf(ticket).await("已受理", ticket.number());
        assertTrue(confirmation.mentions("收银机打不出小票"), confirmation.toString());
        assertTrue(confirmation.text().contains("刘店长"), confirmation.toString());
        play.mailOf(ticket).await("解决时限", ticket.number());
        play.story.await(ticket, "NotificationDelivered");
    }

    @Test
    void aCallWithoutExpectedTimeIsNotTaken() {
        // Given
        var shop = play.newShop();

        // When
        var answer = play.agent.open(Reports.without(Reports.call(shop), "expectedBy"));

        // Then
        assertRefused(answer, 422, "expected-time-missing");
    }

    @Test
    void anExpectedTimeInThePastIsNotTaken() {
        // Given
        var shop = play.newShop();

        // When
        var answer = play.agent.open(Reports.call(shop, Instant.now().minusSeconds(60)));

        // Then
        assertRefused(answer, 422, "expected-time-past");
    }

    @Test
    void onlyWhoMayRegistersCustomers() {
        // When
        var answer = play.liu.caller().post("/api/customers", Map.of("name", "自己"));

        // Then
        assertRefused(answer, 403, "forbidden");
    }

    @Test
    void strangersGetNothing() {
        // Given
        var ticket = play.reported(play.newShop());

        // When
        var answer = play.stranger.get(ticket.path());

        // Then
        answer.statusCode(401);
    }

    @Test
    void whatBelongsToAnotherCustomerIsMissing() {
        // Given
        var ticket = play.reported(play.xingfu());

        // When
        var foreign = play.foreigner.look(ticket);

        // Then
        assertRefused(foreign, 404, "not-found");
        assertRefused(play.foreigner.caller().get(ticket.path() + "/story"), 404, "not-found");
        assertRefused(play.foreigner.caller().get("/api/customers/" + Play.XINGFU), 404, "not-found");
        assertRefused(play.foreigner.open(Reports.written(ticket.shop(), "PORTAL")), 404, "not-found");
        play.liu.look(ticket).statusCode(200);
    }

    @Test
    void aPhoneNumberIsShownInFullOnlyToWhoSaysWhy() {
        // Given
        var shop = play.newShop();

        // When
        var file = play.agent.caller().get("/api/customers/" + shop.customer());

        // Then
        file.statusCode(200).body("contacts[0].phone", equalTo("138****34"));
        play.agent.reveal(shop, "回拨客户").statusCode(200).body("phone", equalTo("13800001234"));
        assertRefused(play.agent.reveal(shop, ""), 400, "invalid-input");
        assertRefused(new Agent(play.liu.caller()).reveal(shop, "好奇"), 403, "forbidden");
    }

    @Test
    void aReportHeardTwiceIsConfirmedOnceAndPromisedOnce() {
        // Given
        var ticket = play.reported(play.newShop());
        play.promises.await(ticket, "EXPECTED_TIME", "RUNNING");
        play.mailOf(ticket).await("已受理", ticket.number());
        var opened = play.events.await("ticket-events", "TicketOpened", ticket.id());

        // When
        List.of("sla-service", "notification-service").forEach(service -> play.events.repeat(opened, service));

        // Then
        assertEquals(1, play.promises.of(ticket, "RESOLUTION_24H").size());
        assertEquals(1, play.promises.of(ticket, "EXPECTED_TIME").size());
        assertEquals(1, play.mailOf(ticket).with("已受理").size());
    }

    @Test
    void eventsCarryNoPersonalData() {
        // Given
        var ticket = play.reported(play.newShop());

        // When
        var opened = play.events.await("ticket-events", "TicketOpened", ticket.id());

        // Then
        for (var secret : List.of("刘海燕", "13800001234", "漕溪北路", ticket.shop().mail())) {
            assertFalse(EventLog.text(opened).contains(secret), secret);
        }
        assertTrue(EventLog.text(play.events.await("contact-events", "ContactChanged", ticket.shop().contact())).contains("13800001234"));
    }
}
