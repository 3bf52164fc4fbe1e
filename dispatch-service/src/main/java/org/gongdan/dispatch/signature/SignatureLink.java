package org.gongdan.dispatch.signature;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.gongdan.platform.problem.DomainException.Gone;

/** The right to sign one visit once; whoever holds the token has it. */
@Entity
@Table(name = "signature_link")
class SignatureLink {

    @Id
    UUID id;
    @Column(name = "visit_id")
    UUID visitId;
    @Column(name = "token_hash")
    String tokenHash;
    @Column(name = "issued_at")
    Instant issuedAt;
    @Column(name = "expires_at")
    Instant expiresAt;
    @Column(name = "used_at")
    Instant usedAt;

    protected SignatureLink() {
    }

    SignatureLink(UUID id, UUID visitId, String tokenHash, Instant issuedAt, Instant expiresAt) {
        this.id = id;
        this.visitId = visitId;
        this.tokenHash = tokenHash;
        this.issuedAt = issuedAt;
        this.expiresAt = expiresAt;
    }

    void mustBeUsable(Instant now) {
        if (usedAt != null) {
            // By an expired link nobody reads any more what was signed, either.
            throw new Gone(now.isBefore(expiresAt) ? "signature-used" : "signature-ended");
        }
        mustNotBeExpired(now);
    }

    void mustNotBeExpired(Instant now) {
        if (!now.isBefore(expiresAt)) {
            throw new Gone("signature-expired");
        }
    }

    void use(Instant now) {
        mustBeUsable(now);
        usedAt = now;
    }
}
