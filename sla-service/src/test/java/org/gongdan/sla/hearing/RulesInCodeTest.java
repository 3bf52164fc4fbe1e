package org.gongdan.sla.hearing;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.gongdan.sla.kind.Kind;
import org.gongdan.sla.kind.KindFixtures;
import org.junit.jupiter.api.Test;

class RulesInCodeTest {

    @Test
    void aRuleInCodeThatIsNotThereStopsTheStart() {
        // Given
        List<Kind> kinds = KindFixtures.read("""
                ODD:
                  name: {zh: 怪, en: Odd}
                  about: visit
                  rules: [{event: VisitDelayed, does: judge, at: noticeAt, code: by-the-moon}]
                """);

        // When
        String message = assertThrows(IllegalStateException.class, () -> HearingFixtures.inCode().check(kinds)).getMessage();

        // Then
        assertEquals("ODD, VisitDelayed: there is no such rule in code", message);
    }

    @Test
    void ourKindsCallOnlyRulesThatAreThere() {
        // When, Then
        assertDoesNotThrow(() -> HearingFixtures.inCode().check(KindFixtures.ours()));
    }
}
