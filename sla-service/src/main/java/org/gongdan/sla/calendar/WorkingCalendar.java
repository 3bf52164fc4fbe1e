package org.gongdan.sla.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Working time by weekly patterns and special days. It never changes; the years it has looked at are worked out once and kept. */
final class WorkingCalendar implements Calendar {

    /** The years in which time counts; before and after them none does, so that every sum has an end. */
    static final int FIRST_YEAR = 1950;
    static final int LAST_YEAR = 2199;
    static final Instant BEGIN = Instant.parse("1950-01-01T00:00:00Z");
    static final Instant END = Instant.parse("2199-12-31T23:59:59.999999Z");

    /** Seconds that are more than all years together and can still be told in nanoseconds. */
    private static final long FOR_EVER = 9_000_000_000L;

    private final DayPlan plan;
    private final ZoneId zone;
    private volatile Years years;

    private record Years(int first, int last, WorkingIntervals timeline) {
    }

    /** @param whole a calendar told without its base; every weekly pattern has working time */
    WorkingCalendar(CalendarContent whole) {
        this.plan = new DayPlan(whole);
        this.zone = whole.zone();
    }

    @Override
    public Instant add(Instant from, Duration counted) {
        if (counted.isZero()) {
            return from;
        }
        long nanos = Math.clamp(counted.getSeconds(), -FOR_EVER, FOR_EVER) * 1_000_000_000 + counted.getNano();
        Years known = knowing(from);
        while (true) {
            long position = known.timeline.position(from);
            if (nanos <= known.timeline.length() - position && position + nanos > 0) {
                return earlier(known.timeline.at(position + nanos), END);
            }
            if (nanos > 0 ? known.last == LAST_YEAR : known.first == FIRST_YEAR) {
                return nanos > 0 ? later(from, END) : earlier(from, BEGIN);
            }
            int more = 1 + known.last - known.first;
            known = nanos > 0 ? widen(known.first, known.last + more) : widen(known.first - more, known.last);
        }
    }

    @Override
    public Duration between(Instant from, Instant to) {
        Years known = knowing(from);
        if (!known.timeline.knows(inRange(to))) {
            known = widen(Math.min(known.first, year(to)), Math.max(known.last, year(to)));
        }
        return Duration.ofNanos(known.timeline.position(to) - known.timeline.position(from));
    }

    @Override
    public List<NotCounted> notCounted(Instant from, Instant to) {
        if (!to.isAfter(from)) {
            return List.of();
        }
        Map<String, Duration> byName = new LinkedHashMap<>();
        Duration rest = Duration.between(from, to).minus(between(from, to));
        for (SpecialDay day : plan.rests(LocalDate.ofInstant(from, zone), LocalDate.ofInstant(to, zone))) {
            Instant begin = later(from, day.date().atStartOfDay(zone).toInstant());
            Instant end = earlier(to, day.date().plusDays(1).atStartOfDay(zone).toInstant());
            if (begin.isBefore(end)) {
                Duration off = Duration.between(begin, end).minus(between(begin, end));
                byName.merge(day.name(), off, Duration::plus);
                rest = rest.minus(off);
            }
        }
        List<NotCounted> reasons = new ArrayList<>();
        if (rest.isPositive()) {
            reasons.add(new NotCounted(null, rest));
        }
        byName.forEach((name, time) -> reasons.add(new NotCounted(name, time)));
        return reasons;
    }

    private Years knowing(Instant at) {
        Years known = years;
        if (known == null) {
            return widen(year(at) - 1, year(at) + 1);
        }
        return known.timeline.knows(inRange(at)) ? known : widen(Math.min(known.first, year(at) - 1), Math.max(known.last, year(at) + 1));
    }

    /** Two threads may do it at once: both come to the same. */
    private Years widen(int first, int last) {
        Years known = years;
        int from = Math.clamp(first, FIRST_YEAR, LAST_YEAR);
        int to = Math.clamp(last, FIRST_YEAR, LAST_YEAR);
        if (known != null) {
            from = Math.min(from, known.first);
            to = Math.max(to, known.last);
        }
        Years wider = new Years(from, to, WorkingIntervals.of(plan, zone, from, to));
        years = wider;
        return wider;
    }

    private static int year(Instant at) {
        return inRange(at).atOffset(ZoneOffset.UTC).getYear();
    }

    private static Instant inRange(Instant at) {
        return later(BEGIN, earlier(at, END));
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
