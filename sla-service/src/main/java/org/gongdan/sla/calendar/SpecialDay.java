package org.gongdan.sla.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.gongdan.platform.input.Line;

/**
 * A day unlike the others of its weekday: a holiday, a half day, a make-up working day (调休).
 *
 * @param name   what people call it, such as 国庆节
 * @param hours  its own working intervals; empty or left out, with no {@code as}: nobody works
 * @param as     the weekday whose intervals it has, or null
 * @param source notice it was imported from, such as {@code notice-2026}; null when somebody entered it
 */
public record SpecialDay(LocalDate date, @Line(max = 100) String name, @Size(max = 50) List<@NotNull Hours> hours, DayOfWeek as,
        @Line(max = 100) String source) {

    public SpecialDay {
        hours = hours == null ? List.of() : List.copyOf(hours);
    }

    static SpecialDay off(LocalDate date, String name, String source) {
        return new SpecialDay(date, name, List.of(), null, source);
    }

    static SpecialDay working(LocalDate date, String name, DayOfWeek as, String source) {
        return new SpecialDay(date, name, List.of(), as, source);
    }
}
