package org.gongdan.sla.agreement;

import java.time.LocalDate;

/**
 * Days for which a version of an agreement is written.
 *
 * @param from first day
 * @param to   last day, which belongs to it; null: until the next version begins
 */
record Span(int number, LocalDate from, LocalDate to) {

    boolean reaches(LocalDate day) {
        return to == null || !day.isAfter(to);
    }
}
