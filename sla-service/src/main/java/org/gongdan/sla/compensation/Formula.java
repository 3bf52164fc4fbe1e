package org.gongdan.sla.compensation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.gongdan.sla.agreement.Content.AttainmentRule;
import org.gongdan.sla.agreement.Content.BreachRule;
import org.gongdan.sla.agreement.Content.Compensation;
import org.gongdan.sla.compensation.Reckoning.Code;
import org.gongdan.sla.compensation.Reckoning.Step;
import org.gongdan.sla.document.Share;

/** The arithmetic of a contract's compensation. Shares of the fee are rounded half up to the currency's smallest unit; everything else is exact. */
public final class Formula {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Compensation rules;
    private final int digits;

    public Formula(Compensation rules) {
        this.rules = rules;
        this.digits = Math.max(Currency.getInstance(rules.currency()).getDefaultFractionDigits(), 0);
    }

    /**
     * What one broken promise costs.
     *
     * @param late counted time between the due time and when it was done, or now
     * @param done false while it is not done yet
     */
    public Reckoning breach(String kind, String priority, Duration late, boolean done) {
        Optional<BreachRule> found = rule(rules.breaches(), kind, priority, BreachRule::kind, BreachRule::priority);
        if (found.isEmpty()) {
            return nothing(Code.NO_RULE);
        }
        BreachRule rule = found.get();
        List<Step> steps = new ArrayList<>();
        BigDecimal amount = zero();
        if (rule.fixed() != null) {
            amount = money(rule.fixed());
            steps.add(new Step(Code.FIXED, List.of(amount.toPlainString()), amount));
        }
        if (rule.perStartedHour() != null) {
            long hours = startedHours(late);
            amount = money(amount.add(rule.perStartedHour().multiply(BigDecimal.valueOf(hours))));
            steps.add(new Step(Code.STARTED_HOURS, List.of(Long.toString(hours), money(rule.perStartedHour()).toPlainString()), amount));
        }
        boolean capped = rule.cap() != null && amount.compareTo(rule.cap()) >= 0;
        if (capped) {
            amount = money(rule.cap());
            steps.add(new Step(Code.BREACH_CAP, List.of(amount.toPlainString()), amount));
        }
        return new Reckoning(amount, done || capped || rule.perStartedHour() == null, steps);
    }

    /** What a month costs. @param kept promises kept of all @param broken those that count against us */
    public Reckoning attainment(AttainmentRule rule, long kept, long broken) {
        long all = kept + broken;
        Optional<org.gongdan.sla.agreement.Content.Step> step = rule.steps().stream()
                .filter(one -> all > 0
                        && HUNDRED.multiply(BigDecimal.valueOf(kept)).compareTo(one.below().multiply(BigDecimal.valueOf(all))) < 0)
                .min(Comparator.comparing(org.gongdan.sla.agreement.Content.Step::below));
        Step counted = new Step(Code.ATTAINMENT,
                List.of(Long.toString(kept), Long.toString(all), all == 0 ? "–" : Share.reachedPercent(kept, all).toPlainString()), zero());
        if (step.isEmpty()) {
            return new Reckoning(zero(), true, List.of(counted, new Step(Code.TARGET_MET, List.of(), zero())));
        }
        BigDecimal credit = ofFee(step.get().creditPercent());
        return new Reckoning(credit, true, List.of(counted, new Step(Code.CREDIT,
                List.of(step.get().below().toPlainString(), step.get().creditPercent().toPlainString(),
                        money(rules.monthlyFee()).toPlainString()),
                credit)));
    }

    public List<AttainmentRule> attainments() {
        return rules.attainments();
    }

    /** Whether a broken promise matters to this contract at all. */
    boolean concerns(String kind, String priority) {
        return rule(rules.breaches(), kind, priority, BreachRule::kind, BreachRule::priority).isPresent()
                || rules.attainments().stream()
                        .anyMatch(rule -> rule.kind().equals(kind) && (rule.priority() == null || rule.priority().equals(priority)));
    }

    /** Most that is owed for a month, or null when there is no limit. */
    public BigDecimal monthCap() {
        return rules.monthCapPercent() == null ? null : ofFee(rules.monthCapPercent());
    }

    BigDecimal zero() {
        return money(BigDecimal.ZERO);
    }

    Reckoning nothing(Code why, String... detail) {
        return new Reckoning(zero(), true, List.of(new Step(why, List.of(detail), zero())));
    }

    /** Hours that have begun: none for nothing, one for a moment, one for exactly an hour. */
    static long startedHours(Duration late) {
        if (!late.isPositive()) {
            return 0;
        }
        return late.toHours() + (late.equals(Duration.ofHours(late.toHours())) ? 0 : 1);
    }

    private BigDecimal ofFee(BigDecimal percent) {
        return rules.monthlyFee().multiply(percent).divide(HUNDRED, digits, RoundingMode.HALF_UP);
    }

    /** Amounts of contracts are checked to be whole minor units when they are written, so nothing is rounded here. */
    private BigDecimal money(BigDecimal amount) {
        return amount.setScale(digits, RoundingMode.UNNECESSARY);
    }

    private static <R> Optional<R> rule(List<R> rules, String kind, String priority, Function<R, String> kindOf,
            Function<R, String> priorityOf) {
        return rules.stream().filter(rule -> kindOf.apply(rule).equals(kind) && priority != null && priority.equals(priorityOf.apply(rule)))
                .findFirst()
                .or(() -> rules.stream().filter(rule -> kindOf.apply(rule).equals(kind) && priorityOf.apply(rule) == null).findFirst());
    }
}
