package org.gongdan.knowledge;

import org.gongdan.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void rulesHold() {
        ArchitectureRules.check("org.gongdan.knowledge");
    }
}
