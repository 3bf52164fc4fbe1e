package org.gongdan.gateway;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import org.junit.jupiter.api.Test;

class ProblemPagesTest {

    @Test
    void theSentencesOfEveryServiceAreThere() {
        assertDoesNotThrow(ProblemPages::new);
    }
}
