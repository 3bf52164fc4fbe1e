package org.gongdan.sla.compensation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.stream.Collectors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of docs/sla.md: every status and every other one. */
class EntryStatusMatrixTest {

    @ParameterizedTest
    @CsvSource({
            "OWED, EXCLUSION_PROPOSED APPROVED WITHDRAWN",
            "EXCLUSION_PROPOSED, OWED EXCLUDED WITHDRAWN",
            "EXCLUDED, WITHDRAWN",
            "APPROVED, WITHDRAWN",
            "WITHDRAWN, OWED"})
    void eachStatusLeadsToTheseAndNoOther(EntryStatus from, String to) {
        // When
        String possible = Arrays.stream(EntryStatus.values()).filter(from::canBecome).map(Enum::name).collect(Collectors.joining(" "));

        // Then
        assertEquals(to, possible);
    }
}
