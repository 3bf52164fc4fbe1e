package org.gongdan.sla.compensation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonFormat;

/**
 * How an amount came about.
 *
 * @param amount  in the minor units of the currency; 0 when nothing is owed
 * @param settled false while it can still grow, because the promise is broken and not done yet
 */
public record Reckoning(@JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount, boolean settled, List<Step> steps) {

    /**
     * @param code   what was done
     * @param detail what it was done with: hours, a rate, a percentage, a name
     * @param amount after this step
     */
    public record Step(Code code, List<String> detail, @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount) {
    }

    public enum Code {
        /** The contract owes nothing for such a breach by itself; it counts in the month's attainment. */
        NO_RULE,
        /** Broken inside a window both agreed on. */
        WINDOW,
        FIXED, STARTED_HOURS, BREACH_CAP, ATTAINMENT, CREDIT,
        /** Enough promises were kept. */
        TARGET_MET,
        MONTH_CAP,
        /** A fact told late shows that it was not broken. */
        NOT_BROKEN
    }

    /** The same limited to what is left of the month's cap. @param left null when the contract knows no cap */
    public Reckoning cappedAt(BigDecimal left) {
        if (left == null || amount.compareTo(left) <= 0) {
            return this;
        }
        BigDecimal capped = left.max(BigDecimal.ZERO.setScale(amount.scale()));
        List<Step> more = new ArrayList<>(steps);
        more.add(new Step(Code.MONTH_CAP, List.of(capped.toPlainString()), capped));
        return new Reckoning(capped, settled, more);
    }
}
