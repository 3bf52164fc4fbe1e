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
    WAITS,
    /** Another service is newer than this one and tells of something this version has never heard of. The next version applies it by itself. */
    UNKNOWN_TYPE,
    /** The same of one value in an event that it knows. */
    UNKNOWN_VALUE;

    static final String BEHIND = "waits behind an earlier parked event of its key";
    public static final String TYPE = "type unknown to this version: ";
    public static final String VALUE = "value unknown to this version: ";

    /** @param error the failure in words, as it is kept with the event: the name of its class comes first, and after it what it says */
    public static ParkedCause of(String error) {
        if (error.equals(BEHIND)) {
            return WAITS;
        }
        if (error.startsWith(TYPE)) {
            return UNKNOWN_TYPE;
        }
        if (error.startsWith(VALUE)) {
            return UNKNOWN_VALUE;
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
