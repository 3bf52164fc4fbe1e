package org.gongdan.sla.report;

import java.time.YearMonth;

import org.gongdan.platform.input.Misfit;
import org.gongdan.platform.input.Values;
import org.gongdan.platform.problem.DomainException.InvalidInput;

/** Months as callers write them. */
public final class YearMonths {

    private YearMonths() {
    }

    /** @throws InvalidInput on this field when it is no month such as 2026-11, or none between 2000 and 2199 */
    public static YearMonth parse(String field, String text) {
        try {
            return Values.month(text);
        } catch (Misfit malformed) {
            throw malformed.in(field);
        }
    }
}
