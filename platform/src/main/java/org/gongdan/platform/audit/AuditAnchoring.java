package org.gongdan.platform.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gongdan.platform.audit.AuditEvent.AuditAnchored;
import org.gongdan.platform.outbox.Outbox;
import org.jboss.logging.Logger;

/**
 * Tells the head of the chain outside the database, where the service's role cannot take it back: as an event on a topic that is kept for good,
 * and as a line of the log. At the start, at most {@code gongdan.audit.anchor-every} after the chain grew, and every hour in any case.
 */
@ApplicationScoped
class AuditAnchoring {

    static final Duration LONGEST = Duration.ofHours(1);
    private static final Logger LOG = Logger.getLogger(AuditAnchoring.class);

    private final Outbox outbox;
    private final Clock clock;
    private final String service;
    private final Duration every;
    private AuditHead told = AuditHead.START;
    private Instant toldAt = Instant.MIN;

    AuditAnchoring(Outbox outbox, Clock clock, @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "gongdan.audit.anchor-every") Duration every) {
        this.outbox = outbox;
        this.clock = clock;
        this.service = service;
        this.every = every;
    }

    /** Called by the sealer when it looked for rows; the caller commits. */
    void tell(Connection connection, AuditHead head) throws SQLException {
        Instant now = clock.instant();
        boolean due = !now.isBefore(toldAt.plus(head.equals(told) ? LONGEST : every));
        if (head.position() > 0 && (toldAt == Instant.MIN || due)) {
            tellNow(connection, head);
            LOG.infof("audit anchored: position %d, hash %s", head.position(), head.hash());
        }
    }

    /** The chain no longer is what we know it was: what we know goes outside at once, so that every later verification finds it. */
    void contradicted(Connection connection, AuditHead known) throws SQLException {
        tellNow(connection, known);
        LOG.errorf("audit: position %d had the hash %s and has it no more: rows were removed or chained anew", known.position(),
                known.hash());
    }

    private void tellNow(Connection connection, AuditHead head) throws SQLException {
        Instant now = clock.instant();
        outbox.add(connection, List.of(new Outbox.Entry(AuditAnchored.of(service, head, now), head.position(), now)));
        told = head;
        toldAt = now;
    }
}
