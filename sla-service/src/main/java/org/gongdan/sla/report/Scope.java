package org.gongdan.sla.report;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;

import org.gongdan.platform.problem.DomainException.InvalidInput;
import org.gongdan.platform.problem.DomainException.NotFound;
import org.gongdan.platform.security.Caller;
import org.gongdan.platform.tx.Bound;
import org.gongdan.platform.tx.Sql;

/**
 * What a figure is about: promises that are due from one instant (included) to another (not included), of some customers. Void promises
 * count nowhere.
 *
 * @param zone      whose months and days they are
 * @param customers null: all of them
 * @param hidden    kinds of promises that are left out: customers do not see what we promise among ourselves
 */
public record Scope(Instant from, Instant to, ZoneId zone, UUID[] customers, String[] hidden) {

    /** What all queries select, of the table {@code clock c}. */
    static final String CLOCKS = " c.due_at >= :from and c.due_at < :to and c.status <> 'VOID'"
            + " and (cast(:customers as uuid[]) is null or c.customer_id = any(cast(:customers as uuid[]))) and c.kind <> all(cast(:hidden as text[])) ";

    private static final Duration LONGEST = Duration.ofDays(400);

    /** @param customerId null: all of them, and what we promise among ourselves. @param internal kinds of that */
    public static Scope month(YearMonth month, ZoneId zone, UUID customerId, Set<String> internal) {
        return new Scope(month.atDay(1).atStartOfDay(zone).toInstant(), month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant(), zone,
                customerId == null ? null : new UUID[] {customerId},
                customerId == null ? new String[0] : internal.toArray(String[]::new));
    }

    /** @throws NotFound when the customer is not the caller's to see. @throws InvalidInput when the period is longer than 400 days */
    static Scope of(Period period, ZoneId zone, UUID customerId, Caller caller, Set<String> internal) {
        if (Duration.between(period.from(), period.to()).compareTo(LONGEST) > 0) {
            throw new InvalidInput("from", "period-too-long", LONGEST.toDays());
        }
        return new Scope(period.from(), period.to(), zone, customers(customerId, caller),
                caller.isStaff() ? new String[0] : internal.toArray(String[]::new));
    }

    /** Whose promises: null means everybody's. Those who are no staff see their own. */
    static UUID[] customers(UUID wanted, Caller caller) {
        if (wanted != null) {
            if (!caller.maySee(wanted)) {
                throw new NotFound("customer", wanted);
            }
            return new UUID[] {wanted};
        }
        return caller.isStaff() ? null : caller.customers().toArray(UUID[]::new);
    }

    /** The same, begun so many months earlier. */
    public Scope since(int monthsEarlier) {
        return new Scope(from.atZone(zone).minusMonths(monthsEarlier).toInstant(), to, zone, customers, hidden);
    }

    /** A query with {@link #CLOCKS}, asked of this scope. */
    Bound of(Sql query) {
        return of(query.bound());
    }

    /** The same for a query that has some of its values. */
    Bound of(Bound query) {
        return query.with("from", from).with("to", to).with("customers", customers).with("hidden", hidden);
    }
}
