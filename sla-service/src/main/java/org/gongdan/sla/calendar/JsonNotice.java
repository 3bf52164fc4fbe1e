package org.gongdan.sla.calendar;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.gongdan.platform.input.Misfit;
import org.gongdan.platform.input.Values;
import org.gongdan.platform.problem.DomainException.InvalidInput;
import org.gongdan.sla.calendar.HolidayNotice.Day;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The form in which China's holidays are public:
 * {@code {"year":2026,"days":[{"name":"元旦","date":"2026-01-01","isOffDay":true}]}}.
 */
final class JsonNotice {

    private static final Set<String> OF_NOTICE = Set.of("$schema", "$id", "year", "papers", "days");
    private static final Set<String> OF_DAY = Set.of("name", "date", "isOffDay");

    private JsonNotice() {
    }

    /** @throws InvalidInput naming the field that is missing, malformed or unknown */
    static HolidayNotice read(JsonNode notice) {
        if (notice == null || !notice.isObject()) {
            throw new InvalidInput("days", "notice-empty");
        }
        known("", notice, OF_NOTICE);
        if (!notice.path("year").isInt()) {
            throw new InvalidInput("year", "malformed-value", notice.path("year").asText());
        }
        if (!notice.path("days").isArray()) {
            throw new InvalidInput("days", "notice-empty");
        }
        List<Day> days = new ArrayList<>();
        for (JsonNode day : notice.get("days")) {
            days.add(day("days[" + days.size() + "]", day));
        }
        return new HolidayNotice(notice.get("year").asInt(), days);
    }

    private static Day day(String place, JsonNode day) {
        known(place + ".", day, OF_DAY);
        if (!day.path("isOffDay").isBoolean()) {
            throw new InvalidInput(place + ".isOffDay", "malformed-value", day.path("isOffDay").asText());
        }
        for (String text : List.of("date", "name")) {
            if (!day.path(text).isTextual()) {
                throw new InvalidInput(place + "." + text, "malformed-value", day.path(text).asText());
            }
        }
        try {
            Day read = new Day(Values.date(day.get("date").textValue()), day.get("name").textValue(), day.get("isOffDay").booleanValue(),
                    place);
            if (HolidayNotice.isReadable(read.name())
                    && (DayMeaning.of(read.name()).contradicts(read.off())
                            || DayMeaning.isOfOtherDays(read.name(), List.of(read.date())))) {
                throw new InvalidInput(place, "notice-contradicts", read.date().toString());
            }
            return read;
        } catch (Misfit malformed) {
            throw malformed.in(place + ".date");
        }
    }

    private static void known(String place, JsonNode object, Set<String> fields) {
        object.fieldNames().forEachRemaining(field -> {
            if (!fields.contains(field)) {
                throw new InvalidInput(place + field, "notice-unknown", field);
            }
        });
    }
}
