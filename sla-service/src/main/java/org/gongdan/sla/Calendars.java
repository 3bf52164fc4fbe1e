package org.gongdan.sla;

/** The calendars a promise can name in its terms. */
final class Calendars {

    static final String AROUND_THE_CLOCK = "24x7";

    private Calendars() {
    }

    /** @throws IllegalArgumentException when no calendar has this name: a promise that cannot be counted must not be guessed */
    static Calendar named(String name) {
        if (name.equals(AROUND_THE_CLOCK)) {
            return Calendar.AROUND_THE_CLOCK;
        }
        throw new IllegalArgumentException("no calendar named " + name);
    }
}
