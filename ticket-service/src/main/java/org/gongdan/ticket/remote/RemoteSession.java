package org.gongdan.ticket.remote;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.gongdan.platform.problem.DomainException.Rejected;
import org.gongdan.ticket.Consent;

/** Help from afar: only with the customer's consent and presence, every step written down (R23, R24, R26, R30). */
@Entity
@Table(name = "remote_session")
class RemoteSession {

    @Id
    UUID id;
    @Version
    long version;
    @Column(name = "ticket_id")
    UUID ticketId;
    String tool;
    @Column(name = "consent_by")
    String consentBy;
    @Column(name = "consent_at")
    Instant consentAt;
    String scope;
    @Column(name = "started_at")
    Instant startedAt;
    @Column(name = "started_by")
    String startedBy;
    @Column(name = "ended_at")
    Instant endedAt;
    Boolean succeeded;
    String result;

    protected RemoteSession() {
    }

    static RemoteSession start(UUID id, UUID ticketId, String tool, Consent consent, boolean customerPresent, String scope, Instant now,
            String by) {
        if (consent == null) {
            throw new Rejected("remote-needs-consent");
        }
        if (consent.at().isAfter(now)) {
            throw new Rejected("consent-in-future");
        }
        if (!customerPresent) {
            throw new Rejected("remote-needs-presence");
        }
        RemoteSession session = new RemoteSession();
        session.id = id;
        session.ticketId = ticketId;
        session.tool = tool;
        session.consentBy = consent.givenBy();
        session.consentAt = consent.at();
        session.scope = scope;
        session.startedAt = now;
        session.startedBy = by;
        return session;
    }

    void mustBeRunning() {
        if (endedAt != null) {
            throw new Rejected("remote-session-ended");
        }
    }

    /** A session without a written step proves nothing, so it cannot end. */
    void end(boolean succeeded, String result, int steps, Instant now) {
        mustBeRunning();
        if (steps == 0) {
            throw new Rejected("remote-needs-steps");
        }
        this.endedAt = now;
        this.succeeded = succeeded;
        this.result = result;
    }
}
