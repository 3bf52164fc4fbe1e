package org.gongdan.platform.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import org.junit.jupiter.api.Test;

class ValuesTest {

    @Test
    void timesLieInTwoCenturiesAndKeepSixDecimals() {
        assertEquals(Values.EARLIEST, Values.instant("2000-01-01T00:00:00Z"));
        assertEquals(Values.LATEST, Values.instant("2199-12-31T23:59:59.999999999Z"));
        assertEquals(Instant.parse("2026-11-20T01:30:00.123456Z"), Values.instant("2026-11-20T09:30:00.123456789+08:00"));
    }

    @Test
    void timesOutOfRangeAreNone() {
        refused("time-out-of-range", Values::instant, "1999-12-31T23:59:59.999999Z", "2200-01-01T00:00:00Z", "9999-12-31T23:59:59Z",
                "0001-01-01T00:00:00Z",
                "+300000-01-01T00:00:00Z", "-0001-01-01T00:00:00Z", "+1000000000-12-31T23:59:59Z", "2000-01-01T07:59:59+08:00");
        refused("date-out-of-range", Values::date, "1999-12-31", "2200-01-01", "9999-12-31", "+300000-01-01", "-0001-01-01");
        refused("date-out-of-range", Values::dateTime, "1999-12-31T23:59", "+300000-01-01T00:00");
        refused("date-out-of-range", Values::month, "1999-12", "2200-01", "0000-01");
    }

    @Test
    void malformedTimesAreNone() {
        refused("instant-malformed", Values::instant, "", "infinity", "now", "2026-11-20", "2026-11-20T09:30:00", "2026-02-30T00:00:00Z",
                "2026-11-20T24:00:00Z",
                "2026-11-20T23:59:60Z", "2026-11-20 09:30:00Z", "1763600000", "2026-11-20T09:30:00+99:00");
        refused("date-malformed", Values::date, "", "2026-2-3", "2026-02-30", "20260203", "2026-02-03T00:00:00Z");
        refused("month-malformed", Values::month, "abc", "2026-13", "2026", "2026-11-01");
    }

    @Test
    void idsAreWrittenOut() {
        assertEquals(new UUID(0x0190_0000_0000_7000L, 1), Values.id("01900000-0000-7000-0000-000000000001"));
        refused("id-malformed", Values::id, "", "abc", "1-1-1-1-1", "00000000-0000-0000-0000-000000000000",
                "01900000000070000000000000000001",
                "01900000-0000-7000-0000-00000000000g", "{1900000-0000-7000-0000-000000000001", "０1900000-0000-7000-0000-000000000001");
    }

    @Test
    void numbersArePlainDigits() {
        assertEquals(-20, Values.integer("-20"));
        assertEquals(new BigDecimal("99.95"), Values.decimal("99.95"));
        refused("number-malformed", Values::integer, "", "-", "abc", "1.5", "1e3", "+1", "0x10", "１", " 1");
        refused("number-out-of-range", Values::integer, "2147483648", "99999999999999999999");
        refused("decimal-malformed", Values::decimal, "", "1e999999", "NaN", ".5", "5.", "1.2.3", "-", "9".repeat(37));
    }

    @Test
    void choicesAreNamesAndTruthIsTrueOrFalse() {
        assertEquals(Thread.State.NEW, Values.choice(Thread.State.class, "NEW"));
        refused("choice-unknown", text -> Values.choice(Thread.State.class, text), "", "0", "new", " NEW", "NOWHERE");
        refused("boolean-malformed", Values::bool, "", "1", "yes", "TRUE", "abc");
    }

    @Test
    void whatWasStoredBeyondTheRangeBecomesTheNearest() {
        assertEquals(Values.LATEST, Values.clamped(Instant.MAX));
        assertEquals(Values.EARLIEST, Values.clamped(Instant.MIN));
        assertEquals(LocalDate.of(2199, 12, 31), Values.LAST_DAY);
        assertEquals(YearMonth.of(2026, 11), Values.month("2026-11"));
    }

    private static void refused(String code, Function<String, ?> reading, String... texts) {
        for (String text : List.of(texts)) {
            assertEquals(code, assertThrows(Misfit.class, () -> reading.apply(text), text).code(), text);
        }
    }
}
