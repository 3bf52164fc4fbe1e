package org.gongdan.knowledge;

import java.util.Map;

import org.gongdan.testing.PersonalDataRules;
import org.junit.jupiter.api.Test;

class PersonalDataTest {

    @Test
    void noEventOutsideTheTopicOfContactsNamesAPerson() {
        PersonalDataRules.assertKept("knowledge-service", Map.of());
    }
}
