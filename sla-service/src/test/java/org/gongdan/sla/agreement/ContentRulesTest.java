package org.gongdan.sla.agreement;

import static org.gongdan.sla.agreement.Paper.everything;
import static org.gongdan.sla.agreement.Paper.level;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.gongdan.platform.problem.DomainException.Rejected;
import org.gongdan.sla.agreement.Content.BreachRule;
import org.gongdan.sla.agreement.Content.Compensation;
import org.gongdan.sla.agreement.Content.Exclusion;
import org.gongdan.sla.agreement.Content.Level;
import org.junit.jupiter.api.Test;

class ContentRulesTest {

    private static final LocalDateTime MIDNIGHT = LocalDateTime.parse("2026-12-31T00:00");

    @Test
    void aContentSomebodyCanCountByIsAccepted() {
        assertDoesNotThrow(() -> check(
                Paper.of(compensation("CNY", rule("100.00", null, null)), new Exclusion("盘点", MIDNIGHT, MIDNIGHT.plusHours(6), null),
                        new Exclusion("不可抗力", null, null, Content.Cause.FORCE_MAJEURE))));
    }

    @Test
    void everyRefusalNamesItsField() {
        assertEquals("services[0].levels[0].calendar unknown-calendar", refused(Paper.of(everything(level("P1", "PT4H", "mars")))));
        assertEquals("services[0].levels[0].within level-needs-time", refused(Paper.of(everything(level("P1", "PT0S")))));
        assertEquals("services[0].levels[0].within level-needs-time", refused(Paper.of(everything(level("P1", "P9999D")))));
        assertEquals("services[0].levels[0].within level-needs-time", refused(Paper.of(everything(level("P1", "PT4.5S")))));
        assertEquals("exclusions[0] day-out-of-range",
                refused(Paper.of((Compensation) null, new Exclusion("x", MIDNIGHT, LocalDateTime.MAX, null))));
        assertEquals("services[0].levels[1] level-twice", refused(Paper.of(everything(level("P1", "PT4H"), level("P1", "PT5H")))));
        assertEquals("services[1].name service-twice", refused(Paper.of(everything(level("P1", "PT4H")), everything(level("P1", "PT4H")))));
        assertEquals("services[0].levels[0].kind unknown-kind",
                refused(Paper.of(everything(new Level(null, "TEA", null, null, null, null, null)))));
        assertEquals("services[0].levels[0].within level-names-an-instant",
                refused(Paper.of(everything(new Level(null, "EXPECTED_TIME", null, "24x7", null, null, null)))));
        assertEquals("services[0].levels[0].warnPercent warn-percent-out-of-range",
                refused(Paper.of(everything(new Level(null, "EXPECTED_TIME", null, null, null, 0, null)))));
        assertEquals("exclusions[0] exclusion-window-or-cause",
                refused(Paper.of((Compensation) null, new Exclusion("x", MIDNIGHT, null, null))));
        assertEquals("exclusions[0] exclusion-window-or-cause",
                refused(Paper.of((Compensation) null, new Exclusion("x", MIDNIGHT, null, Content.Cause.OTHER))));
        assertEquals("exclusions[0].to exclusion-reversed",
                refused(Paper.of((Compensation) null, new Exclusion("x", MIDNIGHT, MIDNIGHT, null))));
        assertEquals("compensation.currency unknown-currency", refused(Paper.of(compensation("ZZZ", rule("1", null, null)))));
        assertEquals("compensation.breaches[0] rule-without-amount", refused(Paper.of(compensation("CNY", rule(null, null, "5")))));
        assertEquals("compensation.breaches[1] rule-twice",
                refused(Paper.of(compensation("CNY", rule("1", null, null), rule("2", null, null)))));
        assertEquals("compensation.breaches[0].fixed amount-too-fine", refused(Paper.of(compensation("CNY", rule("1.001", null, null)))));
        assertEquals("compensation.breaches[0].perStartedHour amount-too-fine",
                refused(Paper.of(compensation("JPY", rule(null, "0.5", null)))));
        assertEquals("compensation.attainments[0].steps step-twice",
                refused(Paper.of(new Compensation("CNY", BigDecimal.TEN, null, List.of(),
                        List.of(new Content.AttainmentRule("RESOLUTION_24H", null, List.of(step("95"), step("95.0"))))))));
    }

    @Test
    void trailingZerosAreNoDecimals() {
        assertDoesNotThrow(() -> check(Paper.of(compensation("JPY", rule("100.000", null, null)))));
    }

    private static void check(Content content) {
        new ContentRules(Set.of("24x7", "office-cn"), Map.of("RESOLUTION_24H", true, "EXPECTED_TIME", false)).check(content);
    }

    private static String refused(Content content) {
        Rejected rejected = assertThrows(Rejected.class, () -> check(content));
        return rejected.field() + " " + rejected.code();
    }

    private static Compensation compensation(String currency, BreachRule... rules) {
        return new Compensation(currency, new BigDecimal("12000"), new BigDecimal("20"), List.of(rules), List.of());
    }

    private static BreachRule rule(String fixed, String perHour, String cap) {
        return new BreachRule("RESOLUTION_24H", null, number(fixed), number(perHour), number(cap));
    }

    private static Content.Step step(String below) {
        return new Content.Step(number(below), BigDecimal.ONE);
    }

    private static BigDecimal number(String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
