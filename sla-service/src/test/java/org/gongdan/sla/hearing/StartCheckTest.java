package org.gongdan.sla.hearing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;

import org.gongdan.sla.kind.Kind;
import org.gongdan.sla.kind.KindFixtures;
import org.junit.jupiter.api.Test;

class StartCheckTest {

    @Test
    void aRuleInCodeThatIsNotThereStopsTheStart() {
        // Given
        List<Kind> kinds = kinds("VisitDelayed, does: judge, at: noticeAt, code: by-the-moon");

        // When
        String message = wrong(kinds, Set.of("VisitDelayed.v1"));

        // Then
        assertEquals("ODD, VisitDelayed: there is no such rule in code", message);
    }

    @Test
    void anEventThatNobodyReadsStopsTheStart() {
        // Given
        List<Kind> kinds = kinds("VisitDanced, does: appoint, due: until");

        // When
        String message = wrong(kinds, Set.of("VisitDelayed.v1", "VisitScheduled.v2"));

        // Then
        assertEquals("ODD, VisitDanced: nobody here reads such an event", message);
    }

    private static String wrong(List<Kind> kinds, Set<String> heard) {
        return assertThrows(IllegalStateException.class, () -> StartCheck.check(kinds, HearingFixtures.inCode(), heard)).getMessage();
    }

    private static List<Kind> kinds(String rule) {
        return KindFixtures.read("""
                ODD:
                  name: {zh: 怪, en: Odd}
                  about: visit
                  rules: [{event: %s}]
                """.formatted(rule));
    }
}
