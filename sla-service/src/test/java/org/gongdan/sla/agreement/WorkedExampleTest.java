package org.gongdan.sla.agreement;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.gongdan.sla.promise.Matter;
import org.gongdan.sla.promise.Terms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The contract of docs/sla.md. */
class WorkedExampleTest {

    private static final Terms USUAL = Terms.within(Duration.ofHours(24), Set.of("CUSTOMER"), 80);

    @Test
    void itsContentIsOneSomebodyCanCountBy() {
        ContentRules rules = new ContentRules(Set.of("24x7", "office-cn"), Map.of("RESOLUTION_24H", true, "ACKNOWLEDGE", true));
        assertDoesNotThrow(() -> rules.check(SlaDocument.content()));
        assertEquals(SlaDocument.content(), ContentJson.read(ContentJson.write(SlaDocument.content())),
                "nothing is lost on the way to the table");
    }

    @ParameterizedTest
    @CsvSource({"P1, 积分收银系统, PT4H, office-cn@1, 75", "P2, 积分收银系统, PT24H, 24x7, 80", "P1, 打印机, PT24H, 24x7, 80", "P1, , PT24H, 24x7, 80"})
    void priorityAndProductDecideAboutTheLevel(String priority, String product, Duration within, String calendar, int warn) {
        // Given
        InForce version = Paper.inForce("HT-2026-017", "2026-01-01", SlaDocument.content());
        Contracts contracts = new Contracts(List.of(version), name -> name.equals("24x7") ? name : name + "@1",
                kind -> List.of(AgreementType.SLA));

        // When
        Terms terms = contracts.terms("RESOLUTION_24H", new Matter(priority, null, product), USUAL);

        // Then
        assertEquals(within, terms.within());
        assertEquals(calendar, terms.calendar());
        assertEquals(warn, terms.warnPercent());
    }
}
