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

    static double round(double value, int digits) {
        return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP).doubleValue();
    }
}
