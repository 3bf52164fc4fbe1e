package org.gongdan.dispatch.signature;

import java.time.Instant;
import java.util.UUID;

import org.gongdan.platform.event.Fact;
import org.gongdan.platform.event.Topic;

/** Links by which customers sign: personal and secret, so they have a topic of their own, read by notification-service only. */
@Topic("signature-links")
public sealed interface SignatureLinkEvent extends Fact {

    UUID visitId();

    @Override
    default UUID subject() {
        return visitId();
    }

    record SignatureLinkIssued(UUID contactId, UUID customerId, UUID visitId, String url, Instant expiresAt) implements SignatureLinkEvent {
    }
}
