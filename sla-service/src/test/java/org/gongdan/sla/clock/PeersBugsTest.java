package org.gongdan.sla.clock;

import static org.gongdan.sla.calendar.Examples.OFFICE;
import static org.gongdan.sla.calendar.Examples.halfDay;
import static org.gongdan.sla.calendar.Examples.office;
import static org.gongdan.sla.calendar.Examples.officeCn;
import static org.gongdan.sla.calendar.Examples.officeCnWith2027;
import static org.gongdan.sla.calendar.Examples.with;
import static org.gongdan.sla.clock.LocalFacts.countedBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.time.ZoneId;

import org.gongdan.sla.calendar.CalendarContent;
import org.junit.jupiter.api.Test;

/** What comparable systems got wrong about calendars and pauses, and their users reported. One test for each. 20 November 2026 is a Friday. */
class PeersBugsTest {

    private static final Duration DAY = Duration.ofMinutes(450);
    private static final CalendarContent LONG_DAYS = office(ZoneId.of("Asia/Shanghai"), "08:00-20:00");

    /** glpi#10594, PR 14937: the waiting time of a weekend was measured around the clock and added to the due time. */
    @Test
    void aPauseOverTheWeekendCountsOnlyItsWorkingTime() {
        assertEquals("2026-11-23T14:30",
                countedBy(OFFICE).started("2026-11-20T10:00", DAY).paused("2026-11-20T16:00").resumed("2026-11-23T10:00").due());
    }

    /** glpi#10594: a pause without any working time moved the due time too. */
    @Test
    void aPauseInsideTheWeekendMovesNothing() {
        assertEquals(countedBy(OFFICE).started("2026-11-20T10:00", DAY).due(),
                countedBy(OFFICE).started("2026-11-20T10:00", DAY).paused("2026-11-21T08:00").resumed("2026-11-22T23:00").due());
    }

    /** glpi#15605, glpi#6902: when the agreement changed, the due time was computed from the start again and the pause was forgotten. */
    @Test
    void anotherCalendarKeepsThePauseAndWhatWasCounted() {
        assertEquals("2026-11-24T10:30", countedBy(OFFICE).knowing("long", LONG_DAYS).started("2026-11-23T09:00", Duration.ofHours(10))
                .paused("2026-11-23T10:00").resumed("2026-11-23T12:00").recalendared("2026-11-23T14:00", "long").due());
    }

    /** glpi#6902: the same while the ticket was waiting. */
    @Test
    void anotherCalendarDuringAPauseLeavesTheTimeThatWasLeft() {
        // When
        ClockState state = countedBy(OFFICE).knowing("long", LONG_DAYS).started("2026-11-23T09:00", Duration.ofHours(10))
                .paused("2026-11-23T10:00")
                .recalendared("2026-11-23T14:00", "long").resumed("2026-11-24T08:00").state();

        // Then
        assertEquals(ClockStatus.RUNNING, state.status());
        assertEquals(countedBy(OFFICE).instant("2026-11-24T17:00"), state.dueAt());
    }

    /** glpi PR 22678, zammad#4432: levels fired at midnight, in nobody's working time. */
    @Test
    void warningsComeInWorkingTime() {
        LocalFacts facts = countedBy(OFFICE).started("2026-11-20T17:00", Duration.ofHours(2));
        assertEquals("2026-11-23T09:36", facts.local(facts.state().warnAt()));
        assertEquals("2026-11-23T10:00", facts.due());
    }

    /** glpi PR 22678: what ends with the working day was due at 00:00 or on the next morning. */
    @Test
    void whatEndsWithTheWorkingDayIsDueThen() {
        assertEquals("2026-11-20T18:00", countedBy(OFFICE).started("2026-11-20T09:00", DAY).due());
        assertEquals("2026-11-20T18:00", countedBy(OFFICE).started("2026-11-19T18:30", DAY).due());
    }

    /** frappe/helpdesk#2212: one range a weekday, so lunch counted. */
    @Test
    void lunchDoesNotCount() {
        assertEquals("2026-11-20T14:00", countedBy(OFFICE).started("2026-11-20T11:30", Duration.ofHours(1)).due());
        assertEquals("2026-11-20T14:30", countedBy(OFFICE).started("2026-11-20T12:10", Duration.ofHours(1)).due());
    }

    /** glpi#6835: a holiday was a whole day or nothing. */
    @Test
    void aHalfDayCountsHalf() {
        CalendarContent calendar = with(OFFICE, halfDay("2026-11-26", "感恩节", "09:00-12:00"));
        assertEquals("2026-11-27T10:00", countedBy(calendar).started("2026-11-26T11:00", Duration.ofHours(2)).due());
    }

    /** osTicket class.businesshours.php: one entry a date replaced the others. */
    @Test
    void aSpecialDayCanHaveSeveralIntervals() {
        CalendarContent calendar = with(OFFICE, halfDay("2026-11-21", "盘点", "08:00-09:00", "10:00-11:00", "20:00-21:00"));
        assertEquals("2026-11-21T20:30", countedBy(calendar).started("2026-11-20T18:00", Duration.ofMinutes(150)).due());
    }

    /** zammad calendar.rb, glpi Calendar.php: a Saturday cannot be a working day by exception (NateScarlet/holiday-cn#301, xk-time#54 ask for it). */
    @Test
    void aMakeUpSaturdayCounts() {
        assertEquals("2026-10-10T10:00", countedBy(officeCn()).started("2026-10-09T17:00", Duration.ofHours(2)).due());
        assertEquals("2026-09-20T14:30", countedBy(officeCn()).started("2026-09-18T17:30", Duration.ofMinutes(270)).due());
    }

    /** zammad, freescout#3756, osTicket#1168: the whole holiday is free, also where it lies on a weekend. */
    @Test
    void aHolidayDoesNotCountAndAWeekendInsideItIsNotTakenOffTwice() {
        assertEquals("2026-10-08T10:00", countedBy(officeCn()).started("2026-09-30T17:00", Duration.ofHours(2)).due());
        assertEquals("2026-09-28T10:00", countedBy(officeCn()).started("2026-09-24T17:00", Duration.ofHours(2)).due());
    }

    /** bk-monitor PR 7040, chinese-calendar#26: weeks with days off and make-up days around them, in two years. */
    @Test
    void theWeeksAroundSpringFestivalCountAsTheNoticesSay() {
        assertEquals("2026-02-24T10:30", countedBy(officeCn()).started("2026-02-13T16:30", Duration.ofHours(10).plusMinutes(30)).due());
        assertEquals("2026-02-28T18:00", countedBy(officeCn()).started("2026-02-27T18:00", DAY).due());
        assertEquals("2027-01-31T14:00", countedBy(officeCnWith2027()).started("2027-01-29T17:30", Duration.ofHours(4)).due());
        assertEquals("2027-02-15T10:00", countedBy(officeCnWith2027()).started("2027-02-04T17:00", Duration.ofHours(2)).due());
        assertEquals("2027-02-20T10:00", countedBy(officeCnWith2027()).started("2027-02-19T17:00", Duration.ofHours(2)).due());
    }

    /** zammad#188 and its documentation: a reopened ticket "may instantly escalate", as the days since its solution counted. */
    @Test
    void aReopenedTicketHasTheWorkingTimeItHadLeft() {
        assertEquals("2026-11-26T10:00", countedBy(OFFICE).started("2026-11-20T16:00", Duration.ofHours(2)).met("2026-11-20T17:00")
                .reopened("2026-11-26T09:00").due());
    }

    /** glpi#24481: broken while waiting, because the due time of the night before had passed. */
    @Test
    void aWaitingTicketIsNotBrokenWhateverTheHour() {
        // When
        ClockState state = countedBy(OFFICE).started("2026-11-20T17:00", Duration.ofHours(2)).paused("2026-11-23T09:59")
                .resumed("2026-12-01T22:00").state();

        // Then
        assertNull(state.breachedAt());
        assertEquals(countedBy(OFFICE).instant("2026-12-02T09:01"), state.dueAt());
    }

    /** frappe/helpdesk PR 2449, zammad#4353: after a change of the rules the past was judged anew. */
    @Test
    void anotherCalendarNeverBreaksOrMendsWhatIsOver() {
        // Given
        LocalFacts met = countedBy(OFFICE).knowing("long", LONG_DAYS).started("2026-11-20T09:00", DAY).met("2026-11-20T17:00");
        LocalFacts broken = countedBy(OFFICE).knowing("long", LONG_DAYS).started("2026-11-20T09:00", DAY).met("2026-11-23T08:00");

        // Then
        assertEquals(met.state().dueAt(), met.recalendared("2026-11-24T09:00", "long").state().dueAt());
        assertEquals(ClockStatus.MET, met.state().status());
        assertEquals(broken.state(), broken.recalendared("2026-11-24T09:00", "long").state());
    }

    /** Jira's negotiated-date apps: an agreed instant is an instant, whatever the calendar. */
    @Test
    void anAgreedInstantIsNotMovedByACalendar() {
        LocalFacts facts = countedBy(OFFICE).knowing("long", LONG_DAYS).started("2026-11-20T09:00", DAY).extended("2026-11-20T10:00",
                "2026-11-21T23:00");
        assertEquals("2026-11-21T23:00", facts.due());
        assertEquals("2026-11-21T23:00", facts.recalendared("2026-11-20T11:00", "long").due());
    }
}
