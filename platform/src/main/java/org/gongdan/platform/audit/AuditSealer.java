package org.gongdan.platform.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gongdan.platform.loop.Loop;
import org.gongdan.platform.loop.Loops;
import org.gongdan.platform.tx.Row;

import io.quarkus.runtime.StartupEvent;

/**
 * Gives audit rows their place in the hash chain. One sealer at a time does it after the fact, so that commands do not queue up behind
 * each other for the head of the chain; rows that commit late are simply sealed later. Nothing is ever updated: a seal is a row of its own.
 */
@ApplicationScoped
class AuditSealer implements Loop.Step {

    private static final int BATCH = 500;

    private final Loops loops;
    private final Duration every;
    private final AuditAnchoring anchoring;
    private final UnsealedRows unsealed = new UnsealedRows();
    private boolean leading;
    /** The head as we saw it last, also while another process leads. */
    private AuditHead known = AuditHead.START;

    AuditSealer(Loops loops, @ConfigProperty(name = "gongdan.audit.seal-every") Duration every, AuditAnchoring anchoring) {
        this.loops = loops;
        this.every = every;
        this.anchoring = anchoring;
    }

    void start(@Observes StartupEvent startup) {
        loops.chore("audit-sealer", every, this);
    }

    @Override
    public boolean run(Connection connection) throws SQLException {
        if (!leading) {
            leading = Loop.tryLead(connection, "audit-sealer");
            if (!leading) {
                return false;
            }
        }
        AuditHead stored = AuditTable.head(connection);
        if (known.position() > 0 && !known.hash().equals(AuditTable.hashAt(connection, known.position()))) {
            anchoring.contradicted(connection, known);
        }
        List<Row> rows = unsealed.next(connection, BATCH);
        AuditHead head = AuditTable.seal(connection, stored, rows);
        anchoring.tell(connection, head);
        connection.commit();
        known = head;
        return rows.size() == BATCH;
    }

    @Override
    public void connectionLost() {
        leading = false;
        unsealed.forget();
    }
}
