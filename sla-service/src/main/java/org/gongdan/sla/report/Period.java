package org.gongdan.sla.report;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;

import org.gongdan.platform.input.Misfit;
import org.gongdan.platform.input.Values;
import org.gongdan.platform.problem.DomainException.InvalidInput;

/** From the first instant (included) to the last (not included). */
record Period(Instant from, Instant to) {

    private static final int DAY = "2026-11-20".length();
    private static final Duration USUAL = Duration.ofDays(30);

    /**
     * Each end is an instant, or a day in the business's zone, which then belongs to the period. Without {@code to} the period ends now,
     * without {@code from} it is 30 days long.
     */
    static Period of(String from, String to, Instant now, ZoneId zone) {
        Instant end = to == null ? now : instant("to", to, zone, 1);
        Instant begin = from == null ? end.minus(USUAL) : instant("from", from, zone, 0);
        if (!end.isAfter(begin)) {
            throw new InvalidInput("to", "period-reversed");
        }
        return new Period(begin, end);
    }

    /** @param month such as 2026-11, in this zone */
    static Period month(String month, ZoneId zone) {
        YearMonth parsed = YearMonths.parse("month", month);
        return new Period(parsed.atDay(1).atStartOfDay(zone).toInstant(), parsed.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant());
    }

    private static Instant instant(String field, String text, ZoneId zone, int daysMore) {
        try {
            return text.length() == DAY ? Values.date(text).plusDays(daysMore).atStartOfDay(zone).toInstant() : Values.instant(text);
        } catch (Misfit malformed) {
            throw malformed.in(field);
        }
    }
}
