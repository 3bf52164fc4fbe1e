package org.gongdan.journeys;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** When an engineer comes. */
record Window(Instant start, Instant end) {
    private static final Duration LENGTH = Duration.ofHours(1);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    static Window in(Duration ahead) {
        var start = Instant.now().plus(ahead).truncatedTo(ChronoUnit.SECONDS);
        return new Window(start, start.plus(LENGTH));
    }

    Window later(Duration by) {
        return new Window(start.plus(by), end.plus(by));
    }

    /** The part of the manual's standard sentence (R68) that does not depend on today's date. */
    String sentence() {
        return "我将于" + CLOCK.format(start) + "-";
    }

    static String sentenceEnd() {
        return "之间为您提供上门服务";
    }
}
