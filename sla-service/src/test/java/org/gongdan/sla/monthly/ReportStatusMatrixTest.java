package org.gongdan.sla.monthly;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportStatusMatrixTest {

    private static final Set<String> POSSIBLE = Set.of("PLANNED DRAFT", "DRAFT RELEASED");

    @ParameterizedTest
    @EnumSource
    void onlyTheTableIsPossible(ReportStatus from) {
        for (ReportStatus to : ReportStatus.values()) {
            assertEquals(POSSIBLE.contains(from + " " + to), from.canBecome(to), from + " to " + to);
        }
    }
}
