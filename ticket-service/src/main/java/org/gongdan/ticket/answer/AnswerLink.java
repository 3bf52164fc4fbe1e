package org.gongdan.ticket.answer;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.gongdan.platform.problem.DomainException.Gone;

/** The right to answer for the customer whether a fix holds and how he liked it; whoever holds the token has it. */
@Entity
@Table(name = "answer_link")
public class AnswerLink {

    @Id
    UUID id;
    @Column(name = "ticket_id")
    UUID ticketId;
    @Column(name = "token_hash")
    String tokenHash;
    @Column(name = "issued_at")
    Instant issuedAt;
    @Column(name = "expires_at")
    Instant expiresAt;
    @Column(name = "ended_at")
    Instant endedAt;

    protected AnswerLink() {
    }

    AnswerLink(UUID id, UUID ticketId, String tokenHash, Instant issuedAt, Instant expiresAt) {
        this.id = id;
        this.ticketId = ticketId;
        this.tokenHash = tokenHash;
        this.issuedAt = issuedAt;
        this.expiresAt = expiresAt;
    }

    public UUID ticketId() {
        return ticketId;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    /** @throws Gone when it has expired, or the ticket has gone on since */
    void mustBeUsable(Instant now) {
        if (endedAt != null) {
            throw new Gone("answer-ended");
        }
        if (!now.isBefore(expiresAt)) {
            throw new Gone("answer-expired");
        }
    }

    /** Nothing is asked any more: the customer said that the fault is still there. */
    public void end(Instant now) {
        endedAt = now;
    }
}
