package org.gongdan.sla.calendar;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A working interval of one day by the clock on the wall, written {@code 09:00-12:00}. Work through the night is two intervals:
 * {@code 22:00-24:00} and, on the next day, {@code 00:00-06:00}.
 *
 * @param from minute of the day, included
 * @param to   minute of the day, not included; at most 1440
 */
@Schema(type = SchemaType.STRING, pattern = Hours.FORM, examples = "09:00-12:00")
public record Hours(int from, int to) {

    static final String FORM = "([01]\\d|2[0-3]):([0-5]\\d)-([01]\\d|2[0-4]):([0-5]\\d)";
    private static final Pattern PATTERN = Pattern.compile(FORM);
    private static final int DAY = 24 * 60;

    public Hours {
        if (from < 0 || from >= to || to > DAY) {
            throw new IllegalArgumentException("hours must begin before they end, on one day");
        }
    }

    /** @throws IllegalArgumentException when it is not of the form {@code HH:mm-HH:mm}, or ends before it begins */
    @JsonCreator
    public static Hours parse(String text) {
        Matcher parts = PATTERN.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("hours are written HH:mm-HH:mm, such as 09:00-12:00");
        }
        return new Hours(minute(parts.group(1), parts.group(2)), minute(parts.group(3), parts.group(4)));
    }

    @Override
    @JsonValue
    public String toString() {
        return "%02d:%02d-%02d:%02d".formatted(from / 60, from % 60, to / 60, to % 60);
    }

    static int minutes(List<Hours> hours) {
        return hours.stream().mapToInt(interval -> interval.to - interval.from).sum();
    }

    private static int minute(String hour, String minute) {
        return Integer.parseInt(hour) * 60 + Integer.parseInt(minute);
    }
}
