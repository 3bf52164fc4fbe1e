package org.gongdan.sla.calendar;

import org.gongdan.platform.event.EventJson;

import com.fasterxml.jackson.core.JsonProcessingException;

/** Calendars as they are stored. */
final class CalendarJson {

    private CalendarJson() {
    }

    static CalendarContent read(String json) {
        try {
            return EventJson.mapper().readValue(json, CalendarContent.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored calendar cannot be read", e);
        }
    }

    static String write(CalendarContent content) {
        return EventJson.write(content);
    }
}
