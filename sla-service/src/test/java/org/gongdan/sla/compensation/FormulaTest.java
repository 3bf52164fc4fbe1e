package org.gongdan.sla.compensation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

import org.gongdan.sla.agreement.Content.AttainmentRule;
import org.gongdan.sla.agreement.Content.BreachRule;
import org.gongdan.sla.agreement.Content.Compensation;
import org.gongdan.sla.agreement.Content.Step;
import org.gongdan.sla.compensation.Reckoning.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class FormulaTest {

    private static final String KIND = "RESOLUTION_24H";

    /** The worked example of docs/sla.md. */
    @Test
    void aHundredPerBreachAndFiftyPerStartedHourUpToThreeHundred() {
        // Given
        Formula formula = formula(rule("100.00", "50.00", "300.00"));

        // When
        Reckoning late = formula.breach(KIND, "P1", Duration.ofMinutes(150), true);

        // Then
        assertEquals("250.00", late.amount().toPlainString());
        assertEquals(List.of(Code.FIXED, Code.STARTED_HOURS), codes(late));
        assertEquals(List.of("3", "50.00"), late.steps().get(1).detail());
        Reckoning later = formula.breach(KIND, "P1", Duration.ofMinutes(241), true);
        assertEquals("300.00", later.amount().toPlainString());
        assertEquals(Code.BREACH_CAP, later.steps().getLast().code());
    }

    @ParameterizedTest
    @CsvSource({"PT0S, 0", "PT0.000001S, 1", "PT1H, 1", "PT1H0.000001S, 2", "PT59M59S, 1", "PT-1S, 0"})
    void anHourCountsFromItsFirstMoment(Duration late, long hours) {
        assertEquals(hours, Formula.startedHours(late));
    }

    @Test
    void theRuleOfThePriorityWinsAndWithoutRuleNothingIsOwed() {
        Formula formula = formula(rule("10.00", null, null), new BreachRule(KIND, "P1", new BigDecimal("99.00"), null, null));
        assertEquals("99.00", formula.breach(KIND, "P1", Duration.ZERO, true).amount().toPlainString());
        assertEquals("10.00", formula.breach(KIND, "P2", Duration.ZERO, true).amount().toPlainString());
        assertEquals("10.00", formula.breach(KIND, null, Duration.ZERO, true).amount().toPlainString());
        assertEquals(List.of(Code.NO_RULE), codes(formula.breach("ACKNOWLEDGE", "P1", Duration.ZERO, true)));
    }

    @Test
    void anAmountThatCanGrowIsNotSettled() {
        assertFalse(formula(rule(null, "50.00", null)).breach(KIND, null, Duration.ofHours(1), false).settled());
        assertTrue(formula(rule(null, "50.00", null)).breach(KIND, null, Duration.ofHours(1), true).settled());
        assertTrue(formula(rule("50.00", null, null)).breach(KIND, null, Duration.ofHours(1), false).settled());
        assertTrue(formula(rule(null, "50.00", "100.00")).breach(KIND, null, Duration.ofHours(2), false).settled(), "the cap is reached");
    }

    @ParameterizedTest
    @CsvSource({"20, 0, 0.00", "19, 1, 0.00", "94, 6, 600.00", "949, 51, 600.00", "950, 50, 0.00", "899, 101, 1200.00", "900, 100, 600.00",
            "0, 5, 1200.00", "0, 0, 0.00"})
    void theLowestStepThatAppliesCounts(long kept, long broken, BigDecimal credit) {
        // Given
        AttainmentRule rule = new AttainmentRule(KIND, null, List.of(step("95", "5"), step("90", "10")));

        // When
        Reckoning month = formula().attainment(rule, kept, broken);

        // Then
        assertEquals(credit, month.amount());
    }

    @Test
    void sharesOfTheFeeAreRoundedHalfUpToTheSmallestUnit() {
        assertEquals("0.13", attainment("CNY", "2.50", "5").toPlainString());
        assertEquals("0.12", attainment("CNY", "2.49", "5").toPlainString());
        assertEquals("13", attainment("JPY", "250", "5").toPlainString());
        assertEquals("0.125", attainment("KWD", "2.500", "5").toPlainString());
        assertEquals("2400.00", formula().monthCap().toPlainString());
    }

    @Property
    void amountsAreNeverNegativeAndGrowWithLateness(@ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long micros,
            @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long more,
            @ForAll @IntRange(max = 100_000) int fixed, @ForAll @IntRange(max = 100_000) int perHour,
            @ForAll @IntRange(max = 1_000_000) int cap) {
        // Given
        Formula formula = formula(rule(cents(fixed), cents(perHour), cents(cap)));

        // When
        BigDecimal amount = formula.breach(KIND, null, micros(micros), true).amount();

        // Then
        BigDecimal later = formula.breach(KIND, null, micros(micros + more), true).amount();
        assertTrue(amount.signum() >= 0);
        assertTrue(later.compareTo(amount) >= 0);
        assertTrue(later.compareTo(new BigDecimal(cents(cap))) <= 0);
        long hours = Math.ceilDiv(micros, 3_600_000_000L);
        assertEquals(BigDecimal.valueOf(Math.min(cap, fixed + hours * perHour), 2), amount, "the same in whole cents");
    }

    @Property
    void aHigherCapNeverMeansLessAndAMonthNeverCostsMoreThanItsCap(@ForAll List<@IntRange(max = 100_000) Integer> amounts,
            @ForAll @IntRange(max = 300_000) int cap,
            @ForAll @IntRange(max = 300_000) int more) {
        // When
        BigDecimal paid = approveAll(amounts, BigDecimal.valueOf(cap, 2));

        // Then
        BigDecimal sum = BigDecimal.valueOf(amounts.stream().mapToLong(amount -> amount).sum(), 2);
        assertEquals(sum.min(BigDecimal.valueOf(cap, 2)), paid, "one after the other costs what all together cost");
        assertTrue(approveAll(amounts, BigDecimal.valueOf(cap + more, 2)).compareTo(paid) >= 0);
    }

    private static BigDecimal approveAll(List<Integer> amounts, BigDecimal cap) {
        BigDecimal paid = BigDecimal.ZERO.setScale(2);
        for (int amount : amounts) {
            paid = paid.add(new Reckoning(BigDecimal.valueOf(amount, 2), true, List.of()).cappedAt(cap.subtract(paid)).amount());
        }
        return paid;
    }

    private static BigDecimal attainment(String currency, String fee, String percent) {
        Compensation rules = new Compensation(currency, new BigDecimal(fee), null, List.of(), List.of());
        return new Formula(rules).attainment(new AttainmentRule(KIND, null, List.of(step("95", percent))), 0, 1).amount();
    }

    private static Formula formula(BreachRule... rules) {
        return new Formula(new Compensation("CNY", new BigDecimal("12000"), new BigDecimal("20"), List.of(rules), List.of()));
    }

    private static BreachRule rule(String fixed, String perHour, String cap) {
        return new BreachRule(KIND, null, number(fixed), number(perHour), number(cap));
    }

    private static Step step(String below, String percent) {
        return new Step(new BigDecimal(below), new BigDecimal(percent));
    }

    private static BigDecimal number(String text) {
        return text == null ? null : new BigDecimal(text);
    }

    private static String cents(int cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }

    private static Duration micros(long micros) {
        return Duration.ofNanos(micros * 1000);
    }

    private static List<Code> codes(Reckoning reckoning) {
        return reckoning.steps().stream().map(Reckoning.Step::code).toList();
    }
}
