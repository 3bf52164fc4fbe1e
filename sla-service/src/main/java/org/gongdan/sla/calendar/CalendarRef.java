package org.gongdan.sla.calendar;

import java.util.regex.Pattern;

/** A calendar as it was at one time, written {@code office-cn@3}. */
record CalendarRef(String name, int revision) {

    private static final Pattern FORM = Pattern.compile("[^@,]+@\\d{1,9}");

    /** @throws IllegalArgumentException when it names no revision */
    static CalendarRef parse(String reference) {
        if (!FORM.matcher(reference).matches()) {
            throw new IllegalArgumentException("no revision of a calendar is named " + reference);
        }
        int at = reference.indexOf('@');
        return new CalendarRef(reference.substring(0, at), Integer.parseInt(reference.substring(at + 1)));
    }

    @Override
    public String toString() {
        return name + "@" + revision;
    }
}
