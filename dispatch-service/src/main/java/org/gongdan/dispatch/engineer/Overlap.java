package org.gongdan.dispatch.engineer;

import org.hibernate.JDBCException;

/** What the database says when somebody would be in two places at once. */
public final class Overlap {

    private static final String EXCLUSION_VIOLATION = "23P01";

    private Overlap() {
    }

    /** @return whether an exclusion constraint refused the change */
    public static boolean isIn(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof JDBCException refused && EXCLUSION_VIOLATION.equals(refused.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
