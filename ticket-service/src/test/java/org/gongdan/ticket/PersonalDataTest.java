package org.gongdan.ticket;

import java.util.Map;
import java.util.Set;

import org.gongdan.testing.PersonalDataRules;
import org.junit.jupiter.api.Test;

class PersonalDataTest {

    @Test
    void noEventOutsideTheTopicOfContactsNamesAPerson() {
        PersonalDataRules.assertKept("ticket-service",
                Map.of("ContactChanged.v1", Set.of("person", "phone", "email", "address"), "AnswerLinkIssued.v1", Set.of("link")));
    }
}
