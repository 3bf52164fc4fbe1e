package org.gongdan.sla.report;

import java.time.DateTimeException;
import java.time.YearMonth;

import org.gongdan.platform.problem.DomainException.InvalidInput;

/** Months as callers write them. */
public final class YearMonths {

    private YearMonths() {
    }

    /** @throws InvalidInput on this field when it is no month such as 2026-11, or none between 1990 and 2199 */
    public static YearMonth parse(String field, String text) {
        try {
            YearMonth month = YearMonth.parse(text);
            if (month.getYear() < 1990 || month.getYear() > 2199) {
                throw new DateTimeException(text);
            }
            return month;
        } catch (DateTimeException malformed) {
            throw new InvalidInput(field, "malformed-value", text);
        }
    }
}
