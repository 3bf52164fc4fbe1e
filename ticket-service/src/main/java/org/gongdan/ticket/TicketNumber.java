package org.gongdan.ticket;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.gongdan.platform.text.SearchForm;

/** Numbers of tickets: year and month, a hyphen, and a count, such as 2611-0042. */
final class TicketNumber {

    private static final Pattern DIGITS = Pattern.compile("([0-9]{4})-?([0-9]{4,})");

    private TicketNumber() {
    }

    /** @return the number somebody means by what he typed: in full-width digits, with another dash or none */
    static String meant(String typed) {
        Matcher digits = DIGITS.matcher(SearchForm.of(typed));
        return digits.matches() ? digits.group(1) + "-" + digits.group(2) : typed;
    }
}
