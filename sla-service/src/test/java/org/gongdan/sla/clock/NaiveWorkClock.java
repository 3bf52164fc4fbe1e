package org.gongdan.sla.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.gongdan.sla.calendar.NaiveCalendar;
import org.gongdan.sla.promise.ClockFact;
import org.gongdan.sla.promise.Recorded;

/** {@link NaiveClock} with calendars: lets every single minute pass and looks whether it counts. Knows whole minutes only. */
final class NaiveWorkClock {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Map<String, NaiveCalendar> calendars;
    private NaiveCalendar counting;
    private boolean agreed;
    private Instant now;
    private Instant since;
    private int left;

    ClockStatus status = ClockStatus.RUNNING;
    Instant endedAt;
    Instant breachedAt;
    Instant dueAt;

    private NaiveWorkClock(Map<String, NaiveCalendar> calendars) {
        this.calendars = calendars;
    }

    /** @param facts the first is the start; each has another sequence */
    static NaiveWorkClock after(List<Recorded> facts, Map<String, NaiveCalendar> calendars) {
        NaiveWorkClock clock = new NaiveWorkClock(calendars);
        ClockFact.Started started = (ClockFact.Started) facts.getFirst().fact();
        clock.counting = calendars.get(started.terms().calendar());
        clock.left = (int) started.terms().within().toMinutes();
        clock.now = started.at();
        clock.since = clock.now;
        Instant last = facts.stream().map(recorded -> recorded.fact().at()).max(Instant::compareTo).orElseThrow();
        while (true) {
            for (Recorded recorded : facts) {
                if (recorded.fact().at().equals(clock.now)) {
                    clock.hear(recorded.fact());
                }
            }
            if (clock.now.equals(last)) {
                break;
            }
            clock.tick();
        }
        if (clock.status == ClockStatus.RUNNING) {
            clock.dueAt = clock.due(clock.now);
        }
        return clock;
    }

    int left() {
        return left;
    }

    private void tick() {
        if (status == ClockStatus.RUNNING && left == 0) {
            status = ClockStatus.BREACHED;
            breachedAt = now;
            dueAt = now;
        }
        if (status == ClockStatus.RUNNING && counts(now)) {
            left--;
        }
        now = now.plus(MINUTE);
    }

    private void hear(ClockFact fact) {
        boolean open = status == ClockStatus.RUNNING || status == ClockStatus.PAUSED;
        if (fact instanceof ClockFact.Paused && status == ClockStatus.RUNNING) {
            status = ClockStatus.PAUSED;
            since = now;
        } else if (fact instanceof ClockFact.Resumed && status == ClockStatus.PAUSED) {
            status = ClockStatus.RUNNING;
        } else if (fact instanceof ClockFact.Extended extended
                && (status == ClockStatus.PAUSED || status == ClockStatus.RUNNING && left > 0)
                && extended.newTime().isAfter(due(now))) {
            agree(extended.newTime());
        } else if (fact instanceof ClockFact.Retargeted retargeted && open
                && !retargeted.to().equals(due(status == ClockStatus.PAUSED ? since : now))) {
            agree(retargeted.to());
        } else if (fact instanceof ClockFact.Retargeted && status == ClockStatus.BREACHED && endedAt == null) {
            endedAt = now;
        } else if (fact instanceof ClockFact.Recalendared recalendared && status != ClockStatus.BREACHED && !agreed) {
            counting = calendars.get(recalendared.calendar());
        } else if (fact instanceof ClockFact.Met && open) {
            dueAt = due(now);
            status = ClockStatus.MET;
            endedAt = now;
        } else if (fact instanceof ClockFact.Met && status == ClockStatus.BREACHED && endedAt == null) {
            endedAt = now;
        } else if (fact instanceof ClockFact.Reopened && status == ClockStatus.MET) {
            status = ClockStatus.RUNNING;
            endedAt = null;
        } else if (fact instanceof ClockFact.Reopened && status == ClockStatus.BREACHED) {
            endedAt = null;
        }
    }

    private void agree(Instant to) {
        agreed = true;
        left = (int) Duration.between(now, to).toMinutes();
        since = now;
    }

    private boolean counts(Instant minute) {
        return agreed || counting.counts(minute);
    }

    private Instant due(Instant from) {
        Instant minute = from;
        for (int more = left; more > 0; minute = minute.plus(MINUTE)) {
            more -= counts(minute) ? 1 : 0;
        }
        return minute;
    }
}
