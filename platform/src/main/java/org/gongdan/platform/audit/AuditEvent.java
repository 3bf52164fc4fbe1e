package org.gongdan.platform.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

import org.gongdan.platform.event.Fact;
import org.gongdan.platform.event.Topic;

/** What every service tells of its own audit, on a topic that is kept for good and to which services can only append. */
@Topic("audit-anchors")
public sealed interface AuditEvent extends Fact {

    UUID chainId();

    @Override
    default UUID subject() {
        return chainId();
    }

    /** The audit of a service is no customer's business. */
    @Override
    default UUID customerId() {
        return null;
    }

    /**
     * So far the audit was chained, and this was the hash there.
     *
     * @param chainId  made of the service's name: the key of its anchors
     * @param position number of rows in the chain, 1 or more
     * @param hash     SHA-256 at that position, 64 digits
     */
    record AuditAnchored(UUID chainId, String service, long position, String hash, Instant at) implements AuditEvent {

        static AuditAnchored of(String service, AuditHead head, Instant at) {
            return new AuditAnchored(chain(service), service, head.position(), head.hash(), at);
        }
    }

    static UUID chain(String service) {
        return UUID.nameUUIDFromBytes(service.getBytes(StandardCharsets.UTF_8));
    }
}
