package org.gongdan.platform.input;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Reads values from text, each in the one form it may have. Whatever happened or is promised lies in the years 2000 to 2199, so that
 * every service can store it and count with it; of a second six decimals are kept, as PostgreSQL does.
 */
public final class Values {

    /** The first and the last moment there is. */
    public static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    public static final Instant LATEST = Instant.parse("2199-12-31T23:59:59.999999Z");
    public static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
    public static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);

    private static final int UUID_LENGTH = 36;
    private static final UUID NIL = new UUID(0, 0);

    private Values() {
    }

    public static boolean isInRange(Instant time) {
        return !time.isBefore(EARLIEST) && !time.isAfter(LATEST);
    }

    public static boolean isInRange(LocalDate day) {
        return !day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY);
    }

    /** The time itself, or the nearest there is: for what was stored before there was a range. Null stays null. */
    public static Instant clamped(Instant time) {
        return time == null || isInRange(time) ? time : time.isBefore(EARLIEST) ? EARLIEST : LATEST;
    }

    /** Six decimals of the second. @throws Misfit when it is out of range */
    public static Instant inRange(Instant time) {
        Instant kept = time.truncatedTo(ChronoUnit.MICROS);
        if (!isInRange(kept)) {
            throw new Misfit("time-out-of-range");
        }
        return kept;
    }

    /** @param text such as 2026-11-20T09:30:00Z or 2026-11-20T17:30:00.5+08:00 */
    public static Instant instant(String text) {
        try {
            if (!startsWithDay(text) || text.startsWith("T24", 10) || text.startsWith(":60", 16)) {
                throw new Misfit(isFarYear(text) ? "time-out-of-range" : "instant-malformed");
            }
            return inRange(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException malformed) {
            throw new Misfit("instant-malformed");
        }
    }

    /** @param text such as 2026-11-20 */
    public static LocalDate date(String text) {
        try {
            if (!startsWithDay(text)) {
                throw new Misfit(isFarYear(text) ? "date-out-of-range" : "date-malformed");
            }
            LocalDate day = LocalDate.parse(text);
            if (!isInRange(day)) {
                throw new Misfit("date-out-of-range");
            }
            return day;
        } catch (DateTimeException malformed) {
            throw new Misfit("date-malformed");
        }
    }

    /** @param text local time such as 2026-11-20T09:30 */
    public static LocalDateTime dateTime(String text) {
        try {
            if (!startsWithDay(text) || text.startsWith("T24", 10)) {
                throw new Misfit(isFarYear(text) ? "date-out-of-range" : "local-time-malformed");
            }
            LocalDateTime time = LocalDateTime.parse(text).truncatedTo(ChronoUnit.MICROS);
            if (!isInRange(time.toLocalDate())) {
                throw new Misfit("date-out-of-range");
            }
            return time;
        } catch (DateTimeException malformed) {
            throw new Misfit("local-time-malformed");
        }
    }

    /** @param text such as 2026-11 */
    public static YearMonth month(String text) {
        try {
            YearMonth month = YearMonth.parse(text);
            if (!isInRange(month.atDay(1))) {
                throw new Misfit("date-out-of-range");
            }
            return month;
        } catch (DateTimeException malformed) {
            throw new Misfit("month-malformed");
        }
    }

    /** @param text such as 09:30; parts of a second are no time that a clock on the wall shows */
    public static LocalTime time(String text) {
        try {
            LocalTime time = LocalTime.parse(text);
            if (time.getNano() != 0) {
                throw new Misfit("local-time-malformed");
            }
            return time;
        } catch (DateTimeException malformed) {
            throw new Misfit("local-time-malformed");
        }
    }

    /**
     * A zone by its name in the IANA database. Offsets such as +08:00 or UTC+8 are none: they know no summer time, and to PostgreSQL UTC+8 is
     * eight hours west of Greenwich.
     *
     * @param text such as Asia/Shanghai
     */
    public static ZoneId zone(String text) {
        if (text.startsWith("SystemV/") || !ZoneId.getAvailableZoneIds().contains(text)) {
            throw new Misfit("zone-malformed");
        }
        return ZoneId.of(text);
    }

    /** @param text such as PT4H */
    public static Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeException malformed) {
            throw new Misfit("duration-malformed");
        }
    }

    /** The canonical 36 characters; the nil UUID names nothing. */
    public static UUID id(String text) {
        if (text.length() != UUID_LENGTH || !isCanonical(text)) {
            throw new Misfit("id-malformed");
        }
        UUID id = UUID.fromString(text);
        if (id.equals(NIL)) {
            throw new Misfit("id-malformed");
        }
        return id;
    }

    public static int integer(String text) {
        long value = whole(text);
        if (value < Integer.MIN_VALUE || value > Integer.MAX_VALUE) {
            throw new Misfit("number-out-of-range");
        }
        return (int) value;
    }

    /** A whole number in plain digits. */
    public static long whole(String text) {
        int from = text.startsWith("-") ? 1 : 0;
        if (text.length() == from) {
            throw new Misfit("number-malformed");
        }
        for (int at = from; at < text.length(); at++) {
            if (text.charAt(at) < '0' || text.charAt(at) > '9') {
                throw new Misfit("number-malformed");
            }
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException tooLarge) {
            throw new Misfit("number-out-of-range");
        }
    }

    /** Plain digits with or without decimals, such as 99.95: no exponent, so that no short text makes a huge number. */
    public static BigDecimal decimal(String text) {
        int points = 0;
        for (int at = text.startsWith("-") ? 1 : 0; at < text.length(); at++) {
            char digit = text.charAt(at);
            points += digit == '.' ? 1 : 0;
            if (digit != '.' && (digit < '0' || digit > '9')) {
                throw new Misfit("decimal-malformed");
            }
        }
        if (text.isEmpty() || text.length() > UUID_LENGTH || points > 1 || !Character.isDigit(text.charAt(text.length() - 1))
                || text.startsWith(".")) {
            throw new Misfit("decimal-malformed");
        }
        return new BigDecimal(text);
    }

    public static boolean bool(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new Misfit("boolean-malformed");
        };
    }

    /** One of the enum's names, exactly as they are written. */
    public static Enum<?> choice(Class<?> type, String text) {
        for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(text)) {
                return (Enum<?>) constant;
            }
        }
        throw new Misfit("choice-unknown",
                Arrays.stream(type.getEnumConstants()).map(constant -> ((Enum<?>) constant).name()).collect(Collectors.joining(", ")));
    }

    private static boolean isCanonical(String text) {
        for (int at = 0; at < UUID_LENGTH; at++) {
            char letter = text.charAt(at);
            boolean hyphen = at == 8 || at == 13 || at == 18 || at == 23;
            if (hyphen ? letter != '-' : Character.digit(letter, 16) < 0 || letter > 'f') {
                return false;
            }
        }
        return true;
    }

    private static boolean startsWithDay(String text) {
        return text.length() >= 10 && Character.isDigit(text.charAt(0)) && text.charAt(4) == '-' && text.charAt(7) == '-';
    }

    /** "+300000-01-01" and "-0001-01-01" are days, but none of ours. */
    private static boolean isFarYear(String text) {
        return text.length() > 10 && (text.charAt(0) == '+' || text.charAt(0) == '-') && Character.isDigit(text.charAt(1));
    }
}
