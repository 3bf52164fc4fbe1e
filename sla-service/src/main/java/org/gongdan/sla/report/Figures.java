package org.gongdan.sla.report;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.gongdan.platform.tx.Row;

/** How numbers are read and rounded in reports. */
final class Figures {

    private Figures() {
    }

    /** With two digits. @return null for null */
    static Double decimal(Row row, String column) {
        Double exact = row.decimal(column);
        return exact == null ? null : round(exact, 2);
    }

    static double round(double value, int digits) {
        return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP).doubleValue();
    }
}
