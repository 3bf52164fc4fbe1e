package org.gongdan.sla.compensation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What a customer gets for a month.
 *
 * @param totals    by currency
 * @param undecided entries of the month nobody has decided about yet; staff only
 */
record Statement(UUID customerId, String customerName, String month, List<Line> lines, Map<String, String> totals, Long undecided) {

    static final List<String> HEAD = List.of("agreement", "version", "kind", "priority", "ticketId", "breachedAt", "amount", "currency",
            "approvedAt", "withdrawn");

    /** @param withdrawn it was approved and is not owed after all; its amount counts nowhere */
    record Line(UUID compensationId, String agreement, int version, String kind, String priority, UUID ticketId, Instant breachedAt,
            String amount, String currency,
            Instant approvedAt, boolean withdrawn) {

        List<Object> cells() {
            return Arrays.asList(agreement, version, kind, priority, ticketId, breachedAt, new BigDecimal(amount), currency, approvedAt,
                    withdrawn);
        }
    }

    static Statement of(UUID customerId, String customerName, String month, List<Line> lines, Long undecided) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        lines.stream().filter(line -> !line.withdrawn())
                .forEach(line -> sums.merge(line.currency(), new BigDecimal(line.amount()), BigDecimal::add));
        Map<String, String> totals = new TreeMap<>();
        sums.forEach((currency, sum) -> totals.put(currency, sum.toPlainString()));
        return new Statement(customerId, customerName, month, lines, totals, undecided);
    }
}
