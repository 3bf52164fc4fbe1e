package org.gongdan.dispatch;

import static org.gongdan.dispatch.VisitMother.LATER;
import static org.gongdan.dispatch.VisitMother.NOW;
import static org.gongdan.dispatch.VisitMother.WINDOW;
import static org.gongdan.dispatch.VisitMother.completed;
import static org.gongdan.dispatch.VisitMother.ordered;
import static org.gongdan.dispatch.VisitMother.scheduled;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;

import org.gongdan.platform.problem.DomainException;
import org.gongdan.platform.problem.DomainException.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VisitTest {

    @Test
    void declinedVisitHasNeitherEngineerNorWindow() {
        // Given
        Visit visit = scheduled();

        // When
        VisitEvent.VisitDeclined declined = visit.decline("生病", NOW);

        // Then
        assertEquals(VisitMother.ENGINEER, declined.engineerId());
        assertEquals(VisitStatus.ORDERED, visit.status);
        assertNull(visit.engineerId);
        assertNull(visit.window());
    }

    @Test
    void reassignedVisitKeepsItsWindowAndWaitsForTheOtherEngineer() {
        // Given
        Visit visit = scheduled();
        visit.accept(NOW);

        // When
        VisitEvent.VisitScheduledV2 scheduled = visit.reassign(VisitMother.COLLEAGUE, "李工生病", NOW.plusSeconds(60));

        // Then
        assertEquals(VisitMother.COLLEAGUE, scheduled.engineerId());
        assertEquals(WINDOW.start(), scheduled.windowStart());
        assertEquals(VisitStatus.SCHEDULED, visit.status);
        assertEquals("李工生病", visit.remark);
        assertNull(visit.acceptedAt);
        assertRejected("same-engineer", () -> visit.reassign(VisitMother.COLLEAGUE, "r", NOW));
    }

    @Test
    void anotherWindowMayComeWithAnotherEngineer() {
        // Given
        Visit visit = scheduled();

        // When
        VisitEvent.VisitRescheduledV2 rescheduled = visit.reschedule(VisitMother.COLLEAGUE, LATER, "客户外出", "刘店长", NOW);

        // Then
        assertEquals(VisitMother.COLLEAGUE, rescheduled.engineerId());
        assertEquals(VisitMother.COLLEAGUE, visit.engineerId);
    }

    @Test
    void delayKeepsTheStateAndMovesTheWindow() {
        // Given
        Visit visit = scheduled();
        visit.accept(NOW);

        // When
        VisitEvent.VisitDelayed delayed = visit.delay(LATER, DelayReason.TRAFFIC, NOW.plusSeconds(60), NOW.plusSeconds(90));

        // Then
        assertEquals(VisitStatus.ACCEPTED, visit.status);
        assertEquals(LATER, visit.window());
        assertEquals(WINDOW, new Window(delayed.previousStart(), delayed.previousEnd()));
        assertEquals(NOW.plusSeconds(60), delayed.noticeAt());
    }

    @Test
    void orderThatIsNotCompleteIsNotHandedInR90() {
        // Given
        Visit visit = VisitMother.completed();

        // When
        Rejected refused = assertThrows(Rejected.class, () -> visit.submit(NOW));

        // Then
        assertEquals("order-incomplete", refused.code());
        assertEquals(List.of("signature"), refused.arguments()[0]);
        visit.sign("hash", NOW);
        visit.checklist = "[]";
        visit.outcome = null;
        visit.work = " ";
        assertEquals(List.of("checklist", "work", "outcome"), assertThrows(Rejected.class, () -> visit.submit(NOW)).arguments()[0]);
    }

    @Test
    void delayToAnEarlierOrEqualStartIsRefused() {
        assertRejected("delay-not-later", () -> scheduled().delay(WINDOW, DelayReason.TRAFFIC, NOW, NOW));
    }

    @Test
    void noticeLiesBetweenTheAppointmentAndNow() {
        assertRejected("notice-in-future", () -> scheduled().delay(LATER, DelayReason.TRAFFIC, NOW.plusSeconds(1), NOW));
        assertRejected("notice-before-appointment", () -> scheduled().delay(LATER, DelayReason.TRAFFIC, NOW.minusSeconds(1), NOW));
    }

    @Test
    void rescheduledVisitForgetsWhatHappenedTowardsTheOldWindow() {
        // Given
        Visit visit = scheduled();
        visit.accept(NOW);
        visit.depart(VisitMother.READY, NOW);
        visit.arrive(31.2, 121.5, NOW);
        visit.absent("无人", NOW);

        // When
        VisitEvent.VisitRescheduledV2 rescheduled = visit.reschedule(VisitMother.ENGINEER, LATER, "客户外出", "刘店长", NOW);

        // Then
        assertEquals(VisitStatus.SCHEDULED, visit.status);
        assertEquals(WINDOW.start(), rescheduled.previousStart());
        assertEquals(LATER.start(), rescheduled.windowStart());
        assertNull(visit.punctuality);
        assertNull(visit.arrivalLatitude);
    }

    @ParameterizedTest
    @ValueSource(strings = {"今天客户太多，来不及", "客户 太多", "Sorry, TOO  many customers today", "工程师太忙", "今天客戶　太多", "ＴＯＯ many-customers",
            "客户\u200b太多"})
    void reasonForAnotherTimeMustNotBlameOtherCustomers(String reason) {
        Visit visit = scheduled();
        assertRejected("reason-blames-customers", () -> visit.reschedule(VisitMother.ENGINEER, LATER, reason, "刘店长", NOW));
    }

    @Test
    void customerMayBeBusyHimself() {
        assertEquals("客户太忙，多次要求改约", scheduled().reschedule(VisitMother.ENGINEER, LATER, "客户太忙，多次要求改约", "刘店长", NOW).reason());
    }

    @ParameterizedTest
    @CsvSource({"false,true,true,true", "true,false,true,true", "true,true,false,true", "true,true,true,false"})
    void nobodyDepartsWithAnOpenTick(boolean appearance, boolean card, boolean badge, boolean tool) {
        Visit visit = scheduled();
        visit.accept(NOW);
        assertRejected("not-ready-to-depart", () -> visit.depart(new Readiness(appearance, card, badge, tool), NOW));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-22T02:49:59.999999Z,EARLY", "2026-11-22T02:50:00Z,ON_TARGET", "2026-11-22T02:55:00Z,ON_TARGET",
            "2026-11-22T02:55:00.000001Z,TIGHT", "2026-11-22T03:00:00Z,TIGHT", "2026-11-22T03:00:00.000001Z,LATE"})
    void punctualityIsMeasuredAgainstTheStartOfTheWindow(Instant arrival, Punctuality expected) {
        assertEquals(expected, Punctuality.of(arrival, Instant.parse("2026-11-22T03:00:00Z")));
    }

    @Test
    void completionNeedsEveryItemAnswered() {
        Visit visit = VisitMother.in(VisitStatus.STARTED);
        List<ChecklistItem> open = List.of(new ChecklistItem("刷卡测试", true), new ChecklistItem("清理现场", null));
        assertRejected("checklist-unanswered", () -> visit.complete(open, "w", Outcome.FIXED, null, null, NOW));
        visit.status = VisitStatus.STARTED;
        assertRejected("checklist-unanswered", () -> visit.complete(List.of(), "w", Outcome.FIXED, null, null, NOW));
    }

    @Test
    void signatureNeedsSomebodyToSendTheLinkTo() {
        Visit visit = completed();
        visit.contactId = null;
        assertRejected("signature-needs-contact", () -> visit.requestSignature(NOW, NOW));
    }

    @Test
    void documentHasTheSameHashForTheSameContentOnly() {
        // Given
        String hash = VisitDocument.of(completed()).hash();
        Visit other = completed();
        other.work = "更换读卡器。";

        // When
        String again = VisitDocument.of(completed()).hash();

        // Then
        assertEquals(hash, again);
        assertEquals(64, hash.length());
        assertNotEquals(hash, VisitDocument.of(other).hash());
    }

    @Test
    void missingDataAreTheFourCompulsoryOnes() {
        Visit visit = ordered();
        visit.need = " ";
        assertEquals(List.of("name", "phone", "address", "need"), new VisitFile(visit, null, null).missing());
    }

    private static void assertRejected(String code, Executable command) {
        assertEquals(code, ((DomainException) assertThrows(Rejected.class, command)).code());
    }
}
