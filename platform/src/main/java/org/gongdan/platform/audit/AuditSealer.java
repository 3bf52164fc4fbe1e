package org.gongdan.platform.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gongdan.platform.loop.Loop;
import org.gongdan.platform.loop.Loops;

import io.quarkus.runtime.StartupEvent;

/**
 * Gives audit rows their place in the hash chain. One sealer at a time does it after the fact, so that commands do not queue up behind
 * each other for the head of the chain; rows that commit late are simply sealed later.
 */
@ApplicationScoped
class AuditSealer implements Loop.Step {

    private static final int BATCH = 500;

    private final Loops loops;
    private final Duration every;
    private boolean leading;

    AuditSealer(Loops loops, @ConfigProperty(name = "gongdan.audit.seal-every") Duration every) {
        this.loops = loops;
        this.every = every;
    }

    void start(@Observes StartupEvent startup) {
        loops.start("audit-sealer", every, this);
    }

    @Override
    public boolean run(Connection connection) throws SQLException {
        if (!leading) {
            leading = Loop.tryLead(connection, "audit-sealer");
            if (!leading) {
                return false;
            }
        }
        int sealed = sealBatch(connection);
        connection.commit();
        return sealed == BATCH;
    }

    @Override
    public void connectionLost() {
        leading = false;
    }

    private static int sealBatch(Connection connection) throws SQLException {
        long seal = 0;
        String hash = AuditChain.START;
        try (PreparedStatement last = connection.prepareStatement("select seal, hash from audit where seal is not null order by seal desc limit 1");
                ResultSet row = last.executeQuery()) {
            if (row.next()) {
                seal = row.getLong(1);
                hash = row.getString(2);
            }
        }
        int count = 0;
        try (PreparedStatement open = connection.prepareStatement("select " + AuditChain.COLUMNS + " from audit where seal is null order by id limit " + BATCH);
                ResultSet row = open.executeQuery();
                PreparedStatement update = connection.prepareStatement("update audit set seal = ?, hash = ? where id = ?")) {
            while (row.next()) {
                seal++;
                count++;
                hash = AuditChain.hash(hash, seal, row);
                update.setLong(1, seal);
                update.setString(2, hash);
                update.setLong(3, row.getLong("id"));
                update.addBatch();
            }
            update.executeBatch();
        }
        return count;
    }
}
