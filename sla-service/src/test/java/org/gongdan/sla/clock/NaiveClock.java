package org.gongdan.sla.clock;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.gongdan.sla.promise.ClockFact;
import org.gongdan.sla.promise.Recorded;

/** The same rules told another way: lets every single minute pass. Knows whole minutes around the clock only. */
final class NaiveClock {

    int left = 24 * 60;
    int ran;
    boolean agreed;
    String waitingFor;
    Set<String> pausesOn = Set.of("CUSTOMER");
    ClockStatus status = ClockStatus.RUNNING;
    Integer endedAt;
    Integer breachedAt;
    int minute;

    static NaiveClock after(List<Recorded> facts) {
        NaiveClock clock = new NaiveClock();
        List<Recorded> told = facts.stream().filter(recorded -> !(recorded.fact() instanceof ClockFact.Started)).toList();
        int last = told.stream().mapToInt(NaiveClock::minute).max().orElse(0);
        for (clock.minute = 0; clock.minute <= last; clock.minute++) {
            for (long sequence = 0; sequence <= facts.size(); sequence++) {
                for (Recorded recorded : told) {
                    if (minute(recorded) == clock.minute && recorded.sequence() == sequence) {
                        clock.hear(recorded.fact());
                    }
                }
            }
            if (clock.minute < last) {
                clock.tick();
            }
        }
        clock.minute = last;
        return clock;
    }

    /** Minute at which it would be due if nothing else happened. */
    int due() {
        return breachedAt != null ? breachedAt : (endedAt == null || status == ClockStatus.RUNNING ? minute : endedAt) + left;
    }

    private void tick() {
        if (status == ClockStatus.RUNNING && left == 0) {
            status = ClockStatus.BREACHED;
            breachedAt = minute;
        }
        if (status == ClockStatus.RUNNING) {
            left--;
            ran++;
        }
    }

    private void hear(ClockFact fact) {
        boolean open = status == ClockStatus.RUNNING || status == ClockStatus.PAUSED;
        if (fact instanceof ClockFact.Paused paused && status == ClockStatus.RUNNING) {
            waitingFor = paused.reason();
            status = pausesOn.contains(waitingFor) ? ClockStatus.PAUSED : ClockStatus.RUNNING;
        } else if (fact instanceof ClockFact.Resumed && open) {
            waitingFor = null;
            status = ClockStatus.RUNNING;
        } else if (fact instanceof ClockFact.Retermed retermed && open) {
            left = agreed ? left : Math.max(0, (int) retermed.terms().within().toMinutes() - ran);
            pausesOn = retermed.terms().pausesOn();
            status = waitingFor != null && pausesOn.contains(waitingFor) ? ClockStatus.PAUSED : ClockStatus.RUNNING;
        } else if (fact instanceof ClockFact.Extended extended
                && (status == ClockStatus.PAUSED || status == ClockStatus.RUNNING && left > 0)) {
            int until = (int) Duration.between(fact.at(), extended.newTime()).toMinutes();
            agreed = agreed || until > left;
            left = Math.max(left, until);
        } else if (fact instanceof ClockFact.Met && open) {
            status = ClockStatus.MET;
            endedAt = minute;
            waitingFor = null;
        } else if (fact instanceof ClockFact.Met && status == ClockStatus.BREACHED && endedAt == null) {
            endedAt = minute;
        } else if (fact instanceof ClockFact.Reopened && status == ClockStatus.MET) {
            status = ClockStatus.RUNNING;
            endedAt = null;
        } else if (fact instanceof ClockFact.Reopened && status == ClockStatus.BREACHED) {
            endedAt = null;
        }
    }

    private static int minute(Recorded recorded) {
        return (int) Duration.between(ClockFacts.START, recorded.fact().at()).toMinutes();
    }
}
