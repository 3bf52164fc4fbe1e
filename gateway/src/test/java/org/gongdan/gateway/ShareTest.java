package org.gongdan.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareTest {

    @ParameterizedTest
    @CsvSource({"50, 1, 50", "50, 2, 25", "48, 10, 5", "8, 10, 1", "50, 0, 50"})
    void aProcessHasItsShareAndNeverNothing(int all, int replicas, int share) {
        assertEquals(share, Share.of(all, replicas));
    }
}
