package org.gongdan.notification.signature;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;

import org.gongdan.notification.signature.SignatureLinks.SignatureLinkIssued;
import org.gongdan.platform.event.EventJson;
import org.gongdan.testing.EventContracts;
import org.junit.jupiter.api.Test;

class SignatureLinksContractTest {

    @Test
    void weCanReadWhatDispatchServicePublishes() throws IOException {
        for (byte[] body : EventContracts.of("dispatch-service").bodies("SignatureLinkIssued.v1")) {
            SignatureLinkIssued link = EventJson.read(body, SignatureLinkIssued.class);
            assertNotNull(link.contactId());
            assertNotNull(link.customerId());
            assertNotNull(link.visitId());
            assertNotNull(link.url());
            assertNotNull(link.expiresAt());
        }
    }
}
