package org.gongdan.generated;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Random;

/** Times and days as most people send them in one request: ahead, in half hours, each after the one before, as windows and periods are. */
final class Times {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final int HALF_HOURS_OF_TWO_DAYS = 94;
    private static final int FARTHEST_DAY = 250;

    private final Random random;
    private final Clock clock;
    private Instant last;
    private LocalDate lastDay;

    Times(Random random, Clock clock) {
        this.random = random;
        this.clock = clock;
    }

    /** For the next request. @param after what its times should come after; null: anything */
    void begin(Instant after) {
        last = after;
        lastDay = null;
    }

    /** A time that was drawn elsewhere: what comes next comes after it. */
    void drawn(String text) {
        if (text.length() > 11 && text.charAt(10) == 'T' && text.endsWith("Z")) {
            last = Instant.parse(text);
        } else if (text.matches("\\d{4}-\\d\\d-\\d\\d")) {
            lastDay = LocalDate.parse(text);
        }
    }

    Instant instant() {
        last = last == null ? soon().plus(Duration.ofDays(random.nextBoolean() ? 0 : random.nextInt(FARTHEST_DAY)))
                : last.plus(Duration.ofMinutes(30L * (1 + random.nextInt(8))));
        return last;
    }

    private Instant soon() {
        return clock.instant().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofMinutes(30L * (3 + random.nextInt(HALF_HOURS_OF_TWO_DAYS))));
    }

    LocalDate day() {
        lastDay = lastDay == null ? today().plusDays(random.nextInt(40)) : lastDay.plusDays(random.nextInt(9));
        return lastDay;
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(SHANGHAI));
    }
}
