package org.gongdan.dispatch;

import java.util.Map;
import java.util.Set;

import org.gongdan.testing.PersonalDataRules;
import org.junit.jupiter.api.Test;

class PersonalDataTest {

    @Test
    void noEventOutsideTheTopicOfContactsNamesAPerson() {
        PersonalDataRules.assertKept("dispatch-service",
                Map.of("EngineerChanged.v1", Set.of("person"), "SignatureLinkIssued.v1", Set.of("link")));
    }
}
