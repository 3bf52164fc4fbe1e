package org.gongdan.sla;

import java.util.Map;

import org.gongdan.testing.PersonalDataRules;
import org.junit.jupiter.api.Test;

class PersonalDataTest {

    @Test
    void noEventOutsideTheTopicOfContactsNamesAPerson() {
        PersonalDataRules.assertKept("sla-service", Map.of());
    }
}
