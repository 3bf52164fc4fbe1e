package org.gongdan.notification;

import org.gongdan.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void rulesHold() {
        ArchitectureRules.check("org.gongdan.notification");
    }
}
