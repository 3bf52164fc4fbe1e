package org.gongdan.notification.answer;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;

import org.gongdan.notification.answer.AnswerLinks.AnswerLinkIssued;
import org.gongdan.platform.event.EventJson;
import org.gongdan.testing.EventContracts;
import org.junit.jupiter.api.Test;

class AnswerLinksContractTest {

    @Test
    void weCanReadWhatTicketServicePublishes() throws IOException {
        for (byte[] body : EventContracts.of("ticket-service").bodies("AnswerLinkIssued.v1")) {
            AnswerLinkIssued link = EventJson.read(body, AnswerLinkIssued.class);
            assertNotNull(link.contactId());
            assertNotNull(link.customerId());
            assertNotNull(link.ticketId());
            assertNotNull(link.method());
            assertNotNull(link.url());
            assertNotNull(link.expiresAt());
        }
    }
}
