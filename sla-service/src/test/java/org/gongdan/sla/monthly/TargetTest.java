package org.gongdan.sla.monthly;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.gongdan.sla.agreement.ContentJson;
import org.gongdan.sla.monthly.MonthFigures.Target;
import org.junit.jupiter.api.Test;

class TargetTest {

    private static final String CONTRACT = """
            {"services": [{"name": "门店收银", "levels": [
                {"kind": "RESOLUTION_24H", "priority": "P1", "within": "PT4H", "targetPercent": "98.50"},
                {"kind": "RESOLUTION_24H", "within": "PT24H", "targetPercent": "95"},
                {"kind": "ACKNOWLEDGE", "within": "PT30M", "targetPercent": "95.00"},
                {"kind": "ARRIVAL"}]}]}""";

    @Test
    void eachKindHasTheLeastAndTheMostOfItsContracts() {
        // Given
        var other = CONTRACT.replace("\"95\"", "\"90\"");

        // When
        List<Target> targets = MonthQuestions.targets(List.of(ContentJson.read(CONTRACT), ContentJson.read(other)));

        // Then
        assertEquals(List.of(new Target("ACKNOWLEDGE", "95", "95"), new Target("RESOLUTION_24H", "90", "98.5")), targets);
    }

    @Test
    void withoutAContractThereIsNoTarget() {
        assertEquals(List.of(), MonthQuestions.targets(List.of()));
    }
}
