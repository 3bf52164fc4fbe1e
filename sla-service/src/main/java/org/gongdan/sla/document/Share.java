package org.gongdan.sla.document;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * Parts of a whole, the one place where they are rounded: never up to all of it when something is missing, never down to nothing when
 * something is there.
 */
public final class Share {

    private static final BigDecimal SMALLEST = new BigDecimal("0.0001");
    private static final BigDecimal LARGEST = new BigDecimal("0.9999");

    private Share() {
    }

    /** @return 0 to 1, half up to four digits; null when there is no whole */
    public static Double of(long part, long whole) {
        if (whole == 0) {
            return null;
        }
        BigDecimal exact = BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 20, RoundingMode.HALF_UP);
        return rounded(exact, part == 0, part == whole).doubleValue();
    }

    /** @return 0 to 100, two digits, rounded down, so that nothing looks reached that is not */
    public static BigDecimal reachedPercent(long part, long whole) {
        BigDecimal percent = BigDecimal.valueOf(100 * part).divide(BigDecimal.valueOf(whole), 2, RoundingMode.DOWN);
        return part > 0 && percent.signum() == 0 ? SMALLEST.movePointRight(2) : percent;
    }

    /** @param share 0 to 1 @return such as {@code 97.52 %} */
    static String text(double share, Locale locale) {
        BigDecimal rounded = rounded(BigDecimal.valueOf(share), share == 0, share == 1);
        return String.format(locale, "%.2f %%", rounded.movePointRight(2));
    }

    /** The same for a cell of a table that shows two digits of a percent. */
    static double shown(double share) {
        return rounded(BigDecimal.valueOf(share), share == 0, share == 1).doubleValue();
    }

    private static BigDecimal rounded(BigDecimal share, boolean nothing, boolean all) {
        return nothing ? BigDecimal.ZERO : all ? BigDecimal.ONE : share.setScale(4, RoundingMode.HALF_UP).max(SMALLEST).min(LARGEST);
    }
}
