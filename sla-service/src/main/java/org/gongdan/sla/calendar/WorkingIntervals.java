package org.gongdan.sla.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.Arrays;

/**
 * The working intervals of some years as instants, with the counted time before each: counting is two binary searches.
 * An instant counts when the clock on the wall shows working time then. So an hour that the wall clock skips (spring) does not exist, and one that
 * it shows twice (autumn) counts twice.
 */
final class WorkingIntervals {

    private static final long SECOND = 1_000_000_000;

    private final Instant begin;
    private final Instant end;
    private final long[] starts;
    private final long[] ends;
    private final long[] before;

    private WorkingIntervals(Instant begin, Instant end, long[] starts, long[] ends) {
        this.begin = begin;
        this.end = end;
        this.starts = starts;
        this.ends = ends;
        this.before = new long[starts.length + 1];
        for (int index = 0; index < starts.length; index++) {
            before[index + 1] = before[index] + ends[index] - starts[index];
        }
    }

    /** @param firstYear first of the years it knows @param lastYear last of them */
    static WorkingIntervals of(DayPlan plan, ZoneId zone, int firstYear, int lastYear) {
        Instant begin = Instant.parse("%d-01-01T00:00:00Z".formatted(firstYear));
        Instant end = Instant.parse("%d-01-01T00:00:00Z".formatted(lastYear + 1));
        Spans spans = new Spans();
        Instant from = begin;
        while (from.isBefore(end)) {
            ZoneOffset offset = zone.getRules().getOffset(from);
            ZoneOffsetTransition next = zone.getRules().nextTransition(from);
            Instant until = next == null || next.getInstant().isAfter(end) ? end : next.getInstant();
            spans.add(plan, offset, from, until);
            from = until;
        }
        return new WorkingIntervals(begin, end, Arrays.copyOf(spans.starts, spans.size), Arrays.copyOf(spans.ends, spans.size));
    }

    boolean knows(Instant at) {
        return !at.isBefore(begin) && !at.isAfter(end);
    }

    /** Counted time from the beginning of the first year, in nanoseconds. */
    long position(Instant at) {
        long second = at.getEpochSecond();
        int found = Arrays.binarySearch(starts, second);
        int index = found >= 0 ? found : -found - 2;
        if (index < 0) {
            return 0;
        }
        return second >= ends[index] ? before[index + 1] * SECOND : (before[index] + second - starts[index]) * SECOND + at.getNano();
    }

    /** All of it. */
    long length() {
        return before[before.length - 1] * SECOND;
    }

    /** The first instant at which so much has been counted. @param position more than 0, at most {@link #length} */
    Instant at(long position) {
        int found = Arrays.binarySearch(before, Math.ceilDiv(position, SECOND));
        int index = (found >= 0 ? found : -found - 1) - 1;
        return Instant.ofEpochSecond(starts[index]).plus(Duration.ofNanos(position - before[index] * SECOND));
    }

    /** Grows; intervals that touch become one. */
    private static final class Spans {

        private long[] starts = new long[1024];
        private long[] ends = new long[1024];
        private int size;

        /** While the offset stays the same, the wall clock is a straight line. */
        void add(DayPlan plan, ZoneOffset offset, Instant from, Instant until) {
            LocalDate last = LocalDateTime.ofInstant(until, offset).toLocalDate();
            for (LocalDate date = LocalDateTime.ofInstant(from, offset).toLocalDate(); !date.isAfter(last); date = date.plusDays(1)) {
                long midnight = date.toEpochDay() * 86_400 - offset.getTotalSeconds();
                for (Hours hours : plan.hours(date)) {
                    add(Math.max(midnight + hours.from() * 60L, from.getEpochSecond()),
                            Math.min(midnight + hours.to() * 60L, until.getEpochSecond()));
                }
            }
        }

        private void add(long start, long end) {
            if (start >= end) {
                return;
            }
            if (size > 0 && ends[size - 1] == start) {
                ends[size - 1] = end;
                return;
            }
            if (size == starts.length) {
                starts = Arrays.copyOf(starts, size * 2);
                ends = Arrays.copyOf(ends, size * 2);
            }
            starts[size] = start;
            ends[size++] = end;
        }
    }
}
