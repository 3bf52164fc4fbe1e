package org.gongdan.sla.agreement;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.gongdan.platform.input.Values;
import org.gongdan.platform.problem.DomainException.Rejected;
import org.gongdan.sla.agreement.Content.Compensation;
import org.gongdan.sla.agreement.Content.Level;

/** What a version must fulfil beyond the form of its fields; an agreement nobody can count by is refused when it is written. */
final class ContentRules {

    private final Set<String> calendars;
    private final Map<String, Boolean> allowsTime;

    /**
     * @param calendars  names of the calendars there are
     * @param allowsTime kinds of promises there are; true for one that allows a time, false for one that promises an instant
     */
    ContentRules(Set<String> calendars, Map<String, Boolean> allowsTime) {
        this.calendars = calendars;
        this.allowsTime = allowsTime;
    }

    /** @throws Rejected naming the first field that is wrong */
    void check(Content content) {
        Set<String> names = new HashSet<>();
        Set<String> levels = new HashSet<>();
        for (int at = 0; at < content.services().size(); at++) {
            Content.Service service = content.services().get(at);
            String field = "services[" + at + "]";
            require(names.add(service.name()), field + ".name", "service-twice", service.name());
            for (int index = 0; index < service.levels().size(); index++) {
                Level level = service.levels().get(index);
                String path = field + ".levels[" + index + "]";
                require(levels.add(at + "|" + level.priority() + "|" + level.kind()), path, "level-twice", level.kind());
                check(level, path);
            }
        }
        for (int at = 0; at < content.exclusions().size(); at++) {
            check(content.exclusions().get(at), "exclusions[" + at + "]");
        }
        if (content.compensation() != null) {
            check(content.compensation());
        }
    }

    private void check(Level level, String path) {
        mustKnow(level.kind(), path);
        if (allowsTime.get(level.kind())) {
            Duration within = level.within() == null ? Duration.ZERO : level.within();
            require(within.compareTo(Duration.ZERO) > 0 && within.getNano() == 0 && within.toDays() < 3660, path + ".within",
                    "level-needs-time", level.kind());
        } else {
            require(level.within() == null && level.calendar() == null, path + ".within", "level-names-an-instant", level.kind());
        }
        require(level.calendar() == null || calendars.contains(level.calendar()), path + ".calendar", "unknown-calendar", level.calendar());
        require(level.warnPercent() == null || level.warnPercent() >= 1 && level.warnPercent() <= 100, path + ".warnPercent",
                "warn-percent-out-of-range", level.warnPercent());
    }

    private static void check(Content.Exclusion exclusion, String path) {
        boolean window = exclusion.from() != null && exclusion.to() != null;
        require(exclusion.cause() == null ? window : exclusion.from() == null && exclusion.to() == null, path, "exclusion-window-or-cause");
        require(!window || exclusion.from().isBefore(exclusion.to()), path + ".to", "exclusion-reversed");
        require(!window || isUsual(exclusion.from().toLocalDate()) && isUsual(exclusion.to().toLocalDate()), path, "day-out-of-range");
    }

    private void check(Compensation compensation) {
        Currency currency;
        try {
            currency = Currency.getInstance(compensation.currency());
        } catch (IllegalArgumentException unknown) {
            throw new Rejected("unknown-currency", compensation.currency()).onField("compensation.currency");
        }
        int digits = Math.max(currency.getDefaultFractionDigits(), 0);
        exact(compensation.monthlyFee(), digits, "compensation.monthlyFee");
        Set<String> rules = new HashSet<>();
        for (int at = 0; at < compensation.breaches().size(); at++) {
            Content.BreachRule rule = compensation.breaches().get(at);
            String path = "compensation.breaches[" + at + "]";
            mustKnow(rule.kind(), path);
            require(rules.add("breach|" + rule.kind() + "|" + rule.priority()), path, "rule-twice", rule.kind());
            require(rule.fixed() != null || rule.perStartedHour() != null, path, "rule-without-amount");
            exact(rule.fixed(), digits, path + ".fixed");
            exact(rule.perStartedHour(), digits, path + ".perStartedHour");
            exact(rule.cap(), digits, path + ".cap");
        }
        for (int at = 0; at < compensation.attainments().size(); at++) {
            Content.AttainmentRule rule = compensation.attainments().get(at);
            String path = "compensation.attainments[" + at + "]";
            mustKnow(rule.kind(), path);
            require(rules.add("month|" + rule.kind() + "|" + rule.priority()), path, "rule-twice", rule.kind());
            Set<BigDecimal> steps = new HashSet<>();
            rule.steps().forEach(step -> require(steps.add(step.below().stripTrailingZeros()), path + ".steps", "step-twice",
                    step.below().toPlainString()));
        }
    }

    /** A day somebody can have meant. */
    static boolean isUsual(LocalDate day) {
        return Values.isInRange(day);
    }

    private void mustKnow(String kind, String path) {
        require(allowsTime.containsKey(kind), path + ".kind", "unknown-kind", kind);
    }

    private static void exact(BigDecimal amount, int digits, String path) {
        require(amount == null || amount.stripTrailingZeros().scale() <= digits, path, "amount-too-fine", digits);
    }

    private static void require(boolean holds, String field, String code, Object... arguments) {
        if (!holds) {
            throw new Rejected(code, arguments).onField(field);
        }
    }
}
