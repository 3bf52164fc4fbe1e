package org.gongdan.sla.compensation;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

import org.gongdan.sla.agreement.Content.AttainmentRule;
import org.gongdan.sla.agreement.InForce;
import org.gongdan.sla.clock.ClockState;
import org.gongdan.sla.clock.ClockStatus;

/** What promises cost by the rules of one version of a contract; decisions of people are not in it. */
public final class Bill {

    private final InForce version;
    private final Formula formula;
    private final Windows windows;

    /** @param version one that knows compensation */
    public Bill(InForce version) {
        this.version = version;
        this.formula = new Formula(version.content().compensation());
        this.windows = new Windows(version.content().exclusions(), version.zone());
    }

    /** A promise and what became of it. @param counted measures time by what counts for the promise */
    public record Case(String kind, String priority, ClockState state, BiFunction<Instant, Instant, Duration> counted) {
    }

    /** What one promise costs by itself. @param now end of the lateness of what is not done */
    public Reckoning breach(Case one, Instant now) {
        ClockState state = one.state();
        if (state.status() != ClockStatus.BREACHED) {
            return formula.nothing(Reckoning.Code.NOT_BROKEN);
        }
        return windows.at(state.breachedAt()).map(name -> formula.nothing(Reckoning.Code.WINDOW, name)).orElseGet(() -> {
            Instant end = state.endedAt() == null ? now : state.endedAt();
            return formula.breach(one.kind(), one.priority(), windows.outside(state.breachedAt(), end, one.counted()),
                    state.endedAt() != null);
        });
    }

    /** What all of them cost together: breaches and attainment, month by month, each month up to its cap. */
    public BigDecimal total(List<Case> cases, Instant now) {
        Map<YearMonth, BigDecimal> months = new TreeMap<>();
        for (Case one : cases) {
            if (one.state().status() == ClockStatus.BREACHED) {
                months.merge(month(one.state().breachedAt()), breach(one, now).amount(), BigDecimal::add);
            }
        }
        for (AttainmentRule rule : formula.attainments()) {
            Map<YearMonth, long[]> counts = new TreeMap<>();
            cases.stream()
                    .filter(one -> one.kind().equals(rule.kind()) && (rule.priority() == null || rule.priority().equals(one.priority())))
                    .forEach(one -> count(one.state(), counts.computeIfAbsent(month(one.state().dueAt()), month -> new long[2])));
            counts.forEach((month, count) -> months.merge(month, formula.attainment(rule, count[0], count[1]).amount(), BigDecimal::add));
        }
        BigDecimal cap = formula.monthCap();
        return months.values().stream().map(amount -> cap == null ? amount : amount.min(cap)).reduce(formula.zero(), BigDecimal::add);
    }

    private void count(ClockState state, long[] count) {
        if (state.status() == ClockStatus.MET) {
            count[0]++;
        } else if (state.status() == ClockStatus.BREACHED && windows.at(state.breachedAt()).isEmpty()) {
            count[1]++;
        }
    }

    private YearMonth month(Instant at) {
        return YearMonth.from(at.atZone(version.zone()));
    }
}
