package org.gongdan.platform.inbox;

import org.gongdan.platform.problem.DomainException;

/** Why an event could not be applied, as far as that decides what an operator does about it. */
public enum ParkedCause {
    /** What the event speaks of is not known here, or not yet. */
    MISSING,
    /** A rule of this service says no. */
    REFUSED,
    /** The database refuses the row. */
    DATABASE,
    /** The program did not expect it: a fault of ours. */
    PROGRAM,
    /** Nothing is wrong with it: an earlier event of its key is parked. */
    WAITS;

    static final String BEHIND = "waits behind an earlier parked event of its key";

    /** @param error the failure in words, as it is kept with the event: the name of its class comes first, and after it what it says */
    public static ParkedCause of(String error) {
        if (error.equals(BEHIND)) {
            return WAITS;
        }
        String thrown = thrown(error);
        if (thrown.equals(DomainException.NotFound.class.getName())) {
            return MISSING;
        }
        if (thrown.startsWith(DomainException.class.getName())) {
            return REFUSED;
        }
        return thrown.contains("PgException") || thrown.contains("SQLException") || thrown.startsWith("org.hibernate.")
                || thrown.startsWith("jakarta.persistence.") ? DATABASE : PROGRAM;
    }

    /** @return code of the rule that refused, of which there is a sentence for people; null when no rule did */
    public static String code(String error) {
        String thrown = thrown(error);
        if (!thrown.startsWith(DomainException.class.getName()) || error.length() < thrown.length() + 2) {
            return null;
        }
        String said = error.substring(thrown.length() + 2);
        return said.contains(" ") ? said.substring(0, said.indexOf(' ')) : said;
    }

    private static String thrown(String error) {
        int end = error.indexOf(": ");
        return end < 0 ? error : error.substring(0, end);
    }
}
