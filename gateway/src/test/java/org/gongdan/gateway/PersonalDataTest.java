package org.gongdan.gateway;

import java.util.Map;

import org.gongdan.testing.PersonalDataRules;
import org.junit.jupiter.api.Test;

class PersonalDataTest {

    @Test
    void noEventNamesAPerson() {
        PersonalDataRules.assertKept("gateway", Map.of());
    }
}
