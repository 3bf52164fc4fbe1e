package org.gongdan.sla.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.gongdan.sla.calendar.Calendar;
import org.gongdan.sla.calendar.Calendar.NotCounted;

/**
 * The counted time that a promise allows: by which calendar it is used up, how much of it is left, and where it ends. It knows no facts;
 * {@link Derivation} says what they do to it.
 */
final class Allowance {

    private final Function<String, Calendar> calendars;
    private final List<Run> runs = new ArrayList<>();
    private Calendar counting;
    private String countedBy;
    private Duration left;
    private Duration whole;
    private Instant since;
    private Instant dueAt;

    /** A stretch during which it was used up. */
    private record Run(Instant from, Instant to) {
    }

    Allowance(Function<String, Calendar> calendars) {
        this.calendars = calendars;
    }

    void grant(Instant at, String calendar, Duration within) {
        countBy(calendar);
        left = within;
        whole = within;
        runFrom(at);
    }

    /** As much as there is up to this instant. */
    void grantUntil(Instant at, String calendar, Instant due) {
        countBy(calendar);
        grant(at, calendar, counting.between(at, due));
    }

    /** So much in all, by another calendar; what was used up until now is measured by it, too, and cannot be more than there is. */
    void grantAnew(String calendar, Duration within) {
        countBy(calendar);
        Duration spent = runs.stream().map(run -> counting.between(run.from(), run.to())).reduce(Duration.ZERO, Duration::plus);
        Duration rest = within.minus(spent);
        left = rest.isNegative() ? Duration.ZERO : rest;
        whole = spent.plus(left);
    }

    /** It ends at this instant: what is left is what lies before that. */
    void moveTo(Instant at, String calendar, Instant due) {
        whole = whole.minus(left);
        countBy(calendar);
        left = counting.between(at, due);
        whole = whole.plus(left);
        runFrom(at);
    }

    /** What is left stays as it is and is used up by another calendar. */
    void countBy(String calendar) {
        counting = calendars.apply(calendar);
        countedBy = calendar;
    }

    /** It was used up from where it ran last. */
    void use(Instant until) {
        runs.add(new Run(since, until));
        left = left.minus(counting.between(since, until));
        since = until;
    }

    /** What is left is used up from here on. */
    void runFrom(Instant at) {
        since = at;
        dueAt = dueIfRunFrom(at);
    }

    void recount() {
        dueAt = dueIfRunFrom(since);
    }

    Instant dueIfRunFrom(Instant at) {
        return counting.add(at, left);
    }

    /** When so many percent of the way to the end have passed. */
    Instant at(int percent) {
        Duration rest = whole.multipliedBy(100 - percent).dividedBy(100);
        return counting.add(since, left.minus(rest)).truncatedTo(ChronoUnit.MICROS);
    }

    /** Counted time between two instants; negative when they are the wrong way round. */
    Duration between(Instant from, Instant to) {
        return counting.between(from, to);
    }

    List<NotCounted> notCounted(Instant from, Instant to) {
        return counting.notCounted(from, to);
    }

    Instant dueAt() {
        return dueAt;
    }

    Instant since() {
        return since;
    }

    /** What was left when it ran last. */
    Duration left() {
        return left;
    }

    String countedBy() {
        return countedBy;
    }
}
