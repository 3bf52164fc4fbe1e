package org.gongdan.sla.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * What a usual week looks like, from a date on until the next pattern begins.
 *
 * @param from  first day it holds for, or null when it always did
 * @param hours working intervals of each weekday. Of a calendar without base, a weekday left out is free; of an overlay, it is as the base
 *              says, and an empty list makes it free
 */
public record WeekPattern(LocalDate from, Map<DayOfWeek, @Size(max = 50) List<@NotNull Hours>> hours) {

    public WeekPattern {
        Map<DayOfWeek, List<Hours>> sorted = new TreeMap<>();
        if (hours != null) {
            hours.forEach((day, intervals) -> sorted.put(day, intervals == null ? List.of() : List.copyOf(intervals)));
        }
        hours = sorted;
    }

    LocalDate begin() {
        return from == null ? LocalDate.MIN : from;
    }

    List<Hours> on(DayOfWeek day) {
        return hours.getOrDefault(day, List.of());
    }
}
