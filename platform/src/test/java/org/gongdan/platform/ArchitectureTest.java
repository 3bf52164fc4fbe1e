package org.gongdan.platform;

import org.gongdan.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void rulesHold() {
        ArchitectureRules.check("org.gongdan.platform");
    }
}
