package org.gongdan.sla.report;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How numbers are read and rounded in reports. */
final class Figures {

    private Figures() {
    }

    static long number(Object column) {
        return ((Number) column).longValue();
    }

    /** @return null for null */
    static Double decimal(Object column) {
        return column == null ? null : round(((Number) column).doubleValue(), 2);
    }

    /** A part of a whole, 0 to 1, rounded half up to four digits; null when there is no whole. */
    static Double share(long part, long whole) {
        return whole == 0 ? null : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 4, RoundingMode.HALF_UP).doubleValue();
    }

    static double round(double value, int digits) {
        return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP).doubleValue();
    }
}
