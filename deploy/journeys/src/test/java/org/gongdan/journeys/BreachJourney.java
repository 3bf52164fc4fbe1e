package org.gongdan.journeys;

import static org.gongdan.journeys.Refusal.assertRefused;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

/** Nobody took care in time: warned before, breached not a moment early, told and reported (R19, R22, R39). */
@OnPlatform
class BreachJourney {
    private static final Duration SOON = Duration.ofSeconds(15);

    private final Play play;

    BreachJourney(Play play) {
        this.play = play;
    }

    @Test
    void whatIsLeftAloneIsWarnedAboutAndThenBreachedNotBeforeItIsDue() {
        // Given
        var ticket = leftAlone(play.newShop());

        // When
        var breached = play.story.await(ticket, "SlaBreached").data();

        // Then
        var due = Instant.parse((String) breached.get("dueAt"));
        var warned = play.story.await(ticket, "SlaWarned").data();
        assertTrue(Instant.parse((String) warned.get("at")).isBefore(due), warned.toString());
        assertFalse(play.events.await("sla-events", "SlaBreached", ticket.id()).timestamp() < due.toEpochMilli(), breached.toString());
        assertEquals("EXPECTED_TIME", breached.get("kind"));
        assertEquals(due, play.promises.await(ticket, "EXPECTED_TIME", "BREACHED").dueAt());
        play.agent.look(ticket).body("breached", equalTo(true));
        play.promises.await(ticket, "RESOLUTION_24H", "RUNNING");
    }

    @Test
    void theSupervisorIsToldByMailBeforeAndAfter() {
        // Given
        var ticket = leftAlone(play.newShop());

        // When
        var breached = play.supervisorsMail().await("承诺超时", ticket.number());

        // Then
        assertTrue(breached.mentions(PromiseNames.inChinese("EXPECTED_TIME")), breached.toString());
        play.supervisorsMail().await("时限预警", ticket.number());
    }

    @Test
    void theBreachShowsInTheReport() {
        // Given
        var ticket = leftAlone(play.newShop());
        var mine = Map.of("customerId", ticket.shop().customer());

        // When
        play.promises.await(ticket, "EXPECTED_TIME", "BREACHED");

        // Then
        play.manager.get("/api/sla-reports/breaches", mine).statusCode(200)
                .body("items.size()", equalTo(1)).body("items[0].ticketId", equalTo(ticket.id()))
                .body("items[0].kind", equalTo("EXPECTED_TIME"));
        var to = Instant.now().plus(Duration.ofMinutes(1)).toString();
        play.manager.get("/api/sla-reports/attainment", Map.of("customerId", ticket.shop().customer(), "to", to)).statusCode(200)
                .body("items.find { it.kind == 'EXPECTED_TIME' }.breached", equalTo(1))
                .body("items.find { it.kind == 'EXPECTED_TIME' }.attainment", equalTo(0.0f));
    }

    @Test
    void reportsAreNotForTheDeskAndOthersPromisesForNobodyElse() {
        // Given
        var ticket = play.reported(play.xingfu());
        var promise = play.promises.await(ticket, "RESOLUTION_24H", "RUNNING");

        // When
        var answer = play.agent.caller().get("/api/sla-reports/breaches");

        // Then
        assertRefused(answer, 403, "forbidden");
        assertRefused(play.foreigner.caller().get("/api/clocks/" + promise.id()), 404, "not-found");
        play.foreigner.caller().get("/api/clocks", Map.of("ticketId", ticket.id())).statusCode(200).body("items", equalTo(List.of()));
        play.liu.caller().get("/api/clocks/" + promise.id()).statusCode(200);
    }

    @Test
    void whatIsSolvedInTimeIsNeverBreached() {
        // Given
        var ticket = play.reported(play.newShop(), Instant.now().plus(SOON));
        play.agent.phoneFix(ticket, true, true).statusCode(200);
        var due = play.promises.await(ticket, "EXPECTED_TIME", "RUNNING").dueAt();

        // When
        play.agent.resolve(ticket, Reports.resolution("PHONE")).statusCode(200);

        // Then
        play.promises.await(ticket, "EXPECTED_TIME", "MET");
        Patience.await("a while after the due time").until(() -> Instant.now().isAfter(due.plusSeconds(2)));
        play.promises.await(ticket, "EXPECTED_TIME", "MET");
        assertEquals(List.of(), play.story.of(ticket, "SlaBreached"));
    }

    @Test
    void moreTimeNeedsAPlanAndTheCustomersConsent() {
        // Given
        var ticket = play.triedInVain(play.newShop());
        play.promises.await(ticket, "RESOLUTION_24H", "RUNNING");
        var newTime = Instant.now().plus(Duration.ofHours(48));
        var extension = Map.<String, Object>of("plan", "等待原厂配件，先借用备机", "newTime", newTime.toString(),
                "consent", Map.of("givenBy", "刘店长", "at", Instant.now().minusSeconds(5).toString()));

        // When
        play.agent.caller().post(ticket.path() + "/extend", extension).statusCode(200);

        // Then
        Patience.await("the promise is the new time").untilAsserted(() -> assertEquals(newTime.toEpochMilli(),
                play.promises.await(ticket, "RESOLUTION_24H", "RUNNING").dueAt().toEpochMilli()));
        play.story.await(ticket, "SlaExtended");
        assertRefused(play.agent.caller().post(ticket.path() + "/extend", Reports.without(extension, "consent")), 400, "invalid-input");
        assertRefused(play.agent.caller().post(ticket.path() + "/extend", Reports.without(extension, "plan")), 400, "invalid-input");
    }

    @Test
    void aBreachHeardTwiceIsToldOnce() {
        // Given
        var ticket = leftAlone(play.newShop());
        play.supervisorsMail().await("承诺超时", ticket.number());
        play.story.await(ticket, "SlaBreached");
        var breached = play.events.await("sla-events", "SlaBreached", ticket.id());

        // When
        List.of("ticket-service", "notification-service").forEach(service -> play.events.repeat(breached, service));

        // Then
        assertEquals(1, play.story.of(ticket, "SlaBreached").size());
        assertEquals(1, play.supervisorsMail().with(ticket.number()).stream().filter(mail -> mail.mentions("承诺超时")).count());
    }

    private Ticket leftAlone(Shop shop) {
        return play.reported(shop, Instant.now().plus(SOON));
    }
}
