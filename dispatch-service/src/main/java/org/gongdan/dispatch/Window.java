package org.gongdan.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

import org.gongdan.platform.problem.DomainException.Rejected;

/** The time within which the engineer comes: an interval, never a point (R68); the end is exclusive. */
record Window(Instant start, Instant end) {

    static final Duration LONGEST = Duration.ofHours(8);
    private static final Duration FARTHEST = Duration.ofDays(366);
    /** People agree on whole minutes, and the current one has begun already. */
    private static final Duration GRACE = Duration.ofMinutes(1);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    /** @throws Rejected when the interval cannot be promised to a customer */
    static Window of(Instant start, Instant end, Instant now) {
        if (!end.isAfter(start)) {
            throw new Rejected("window-empty");
        }
        if (start.isBefore(now.minus(GRACE))) {
            throw new Rejected("window-past");
        }
        if (start.isAfter(now.plus(FARTHEST))) {
            throw new Rejected("window-too-far");
        }
        if (Duration.between(start, end).compareTo(LONGEST) > 0) {
            throw new Rejected("window-too-long");
        }
        return new Window(start.truncatedTo(ChronoUnit.MICROS), end.truncatedTo(ChronoUnit.MICROS));
    }

    /** The sentence the manual prescribes for the call to the customer (R68), in the customer's local time. */
    String sentence(Instant now) {
        LocalDate today = now.atZone(ZONE).toLocalDate();
        ZonedDateTime from = start.atZone(ZONE);
        ZonedDateTime to = end.atZone(ZONE);
        String nextDay = to.toLocalDate().isAfter(from.toLocalDate()) ? "次日" : "";
        return day(from.toLocalDate(), today) + "我将于" + TIME.format(from) + "-" + nextDay + TIME.format(to) + "之间为您提供上门服务";
    }

    private static String day(LocalDate day, LocalDate today) {
        if (day.equals(today)) {
            return "今天";
        }
        String date = day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
        return day.getYear() == today.getYear() ? date : day.getYear() + "年" + date;
    }
}
