package org.gongdan.journeys;

import static org.gongdan.journeys.Refusal.assertRefused;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.junit.jupiter.api.Test;

/** An engineer will be late: when did the customer hear of it, and was that early enough (R83–R88)? */
@OnPlatform
class DelayJourney {
    private static final String NOTICE = "NOTICE_OF_DELAY";

    private final Play play;

    DelayJourney(Play play) {
        this.play = play;
    }

    @Test
    void aDelayCarriesBothWindowsAndTheTimeOfNotice() {
        // Given
        var before = Window.in(Duration.ofHours(2));
        var visit = play.accepted(play.newShop(), play.li, before);
        var after = before.later(Duration.ofHours(1));
        var noticeAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);

        // When
        play.li.reportDelay(visit, after, "TRAFFIC", noticeAt).statusCode(200);

        // Then
        var told = play.story.await(visit.ticket(), "VisitDelayed").data();
        assertEquals(before.start().toString(), told.get("previousStart"));
        assertEquals(after.start().toString(), told.get("windowStart"));
        assertEquals(noticeAt.toString(), told.get("noticeAt"));
        Patience.await("the engineer is expected later").untilAsserted(
                () -> assertEquals(after.start(), play.promises.await(visit.ticket(), "ARRIVAL", "RUNNING").dueAt()));
    }

    @Test
    void theCustomerIsAskedToExcuseTheDelay() {
        // Given
        var before = Window.in(Duration.ofHours(2));
        var visit = play.accepted(play.newShop(), play.li, before);
        var after = before.later(Duration.ofHours(1));

        // When
        play.li.reportDelay(visit, after, "TRAFFIC", Instant.now()).statusCode(200);

        // Then
        var mail = play.mailOf(visit.ticket()).await("致歉", visit.ticket().number());
        assertTrue(mail.text().contains(after.sentence()) && mail.text().contains(Window.sentenceEnd()), mail.toString());
    }

    @Test
    void halfAnHoursNoticeIsEnoughForADelayWithinHalfADay() {
        // Given
        var before = Window.in(Duration.ofHours(2));
        var visit = play.accepted(play.newShop(), play.li, before);

        // When
        play.li.reportDelay(visit, before.later(Duration.ofHours(2)), "PREVIOUS_VISIT_OVERRUN", Instant.now()).statusCode(200);

        // Then
        assertEquals(visit.id(), play.story.await(visit.ticket(), "VisitDelayed").data().get("visitId"));
        play.promises.await(visit.ticket(), NOTICE, "MET");
    }

    @Test
    void tenMinutesNoticeIsNotEnoughAndTheSupervisorHearsOfIt() {
        // Given
        var before = Window.in(Duration.ofMinutes(10));
        var visit = play.accepted(play.newShop(), play.li, before);

        // When
        play.li.reportDelay(visit, before.later(Duration.ofHours(2)), "TRAFFIC", Instant.now()).statusCode(200);

        // Then
        play.promises.await(visit.ticket(), NOTICE, "BREACHED");
        play.supervisorsMail().await(PromiseNames.inChinese(NOTICE), visit.ticket().number());
        play.story.await(visit.ticket(), "SlaBreached");
    }

    @Test
    void whoComesALittleLateSaysSoAheadAndIsLateAllTheSame() {
        // Given
        var before = Window.in(Duration.ofMinutes(10));
        var visit = play.accepted(play.newShop(), play.li, before);

        // When
        play.li.reportDelay(visit, before.later(Duration.ofMinutes(20)), "TRAFFIC", Instant.now()).statusCode(200);

        // Then
        play.promises.await(visit.ticket(), NOTICE, "MET");
        assertEquals(before.start(), play.promises.await(visit.ticket(), "ARRIVAL", "RUNNING").dueAt());
    }

    @Test
    void aDelayBeyondHalfADayNeedsFourHoursNotice() {
        // Given
        var before = Window.in(Duration.ofHours(2));
        var visit = play.accepted(play.newShop(), play.li, before);

        // When
        play.li.reportDelay(visit, before.later(Duration.ofHours(6)), "PARTS_LATE", Instant.now()).statusCode(200);

        // Then
        play.promises.await(visit.ticket(), NOTICE, "BREACHED");
    }

    @Test
    void fourHoursNoticeIsEnoughForADelayBeyondHalfADay() {
        // Given
        var before = Window.in(Duration.ofHours(5));
        var visit = play.accepted(play.newShop(), play.li, before);

        // When
        play.li.reportDelay(visit, before.later(Duration.ofHours(6)), "PARTS_LATE", Instant.now()).statusCode(200);

        // Then
        play.promises.await(visit.ticket(), NOTICE, "MET");
    }

    @Test
    void tooManyCustomersIsNoReason() {
        // Given
        var before = Window.in(Duration.ofHours(2));
        var visit = play.accepted(play.newShop(), play.li, before);

        // When
        var answer = play.li.reportDelay(visit, before.later(Duration.ofHours(1)), "TOO_MANY_CUSTOMERS", Instant.now());

        // Then
        assertRefused(answer, 400, "invalid-input");
    }

    @Test
    void noticeCannotBeGivenInTheFuture() {
        // Given
        var before = Window.in(Duration.ofHours(2));
        var visit = play.accepted(play.newShop(), play.li, before);

        // When
        var answer = play.li.reportDelay(visit, before.later(Duration.ofHours(1)), "TRAFFIC", Instant.now().plus(Duration.ofMinutes(5)));

        // Then
        assertRefused(answer, 422, "notice-in-future");
    }

    @Test
    void onlyWhoGoesThereReportsADelayAndOnlyBeforeHeIsThere() {
        // Given
        var before = Window.in(Duration.ofMinutes(8));
        var visit = play.started(play.newShop(), play.li, before);

        // When
        var answer = play.li.reportDelay(visit, before.later(Duration.ofHours(1)), "TRAFFIC", Instant.now());

        // Then
        assertRefused(answer, 409, "illegal-transition");
        assertRefused(play.zhao.reportDelay(visit, before.later(Duration.ofHours(1)), "TRAFFIC", Instant.now()), 404, "not-found");
        assertRefused(new Engineer(play.agent.caller(), play.li.id()).reportDelay(visit, before.later(Duration.ofHours(1)), "TRAFFIC",
                Instant.now()), 403, "forbidden");
    }

    @Test
    void aDelayHeardTwiceIsJudgedOnceAndToldOnce() {
        // Given
        var before = Window.in(Duration.ofMinutes(10));
        var visit = play.accepted(play.newShop(), play.li, before);
        play.li.reportDelay(visit, before.later(Duration.ofHours(2)), "TRAFFIC", Instant.now()).statusCode(200);
        play.promises.await(visit.ticket(), NOTICE, "BREACHED");
        play.mailOf(visit.ticket()).await("致歉");
        var delayed = play.events.await("visit-events", "VisitDelayed", visit.id());

        // When
        play.events.repeat(delayed, "sla-service");
        play.events.repeat(delayed, "notification-service");

        // Then
        assertEquals(1, play.promises.of(visit.ticket(), NOTICE).size());
        assertEquals(1, play.mailOf(visit.ticket()).with("致歉").size());
        play.dispatcher.look(visit).body("status", equalTo("ACCEPTED"));
    }
}
