package org.gongdan.platform.loop;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import io.quarkus.runtime.StartupEvent;

/**
 * Refuses to work through a pooler that lends sessions for one transaction each (PgBouncer's pool_mode transaction or statement): the lock of who
 * publishes would be somebody else's a moment later, and two processes would publish at once.
 */
@ApplicationScoped
class PoolerCheck {

    static final String REFUSED = "the database is reached through a pooler that lends its sessions for single transactions (PgBouncer: pool_mode "
            + "transaction or statement); locks of sessions are lost there: give DB_ADDRESS the database's own address, or a pooler in session mode";
    private static final Logger LOG = Logger.getLogger(PoolerCheck.class);
    private static final String UNKNOWN_TO_POOLERS = "unsupported startup parameter";

    private final DatabaseConfig database;
    private final boolean loops;

    PoolerCheck(DatabaseConfig database, @ConfigProperty(name = "gongdan.loops") boolean loops) {
        this.database = database;
        this.loops = loops;
    }

    void check(@Observes @Priority(2) StartupEvent startup) {
        if (loops) {
            check();
        }
    }

    /** @throws IllegalStateException when it finds such a pooler */
    void check() {
        try (Connection one = database.open("pooler-check"); Connection other = database.open("pooler-check")) {
            one.setAutoCommit(true);
            int before = session(one);
            // A transaction that stays open: behind such a pooler it has got the session that the first one has just given back.
            session(other);
            int after = session(one);
            if (before != after) {
                throw new IllegalStateException(REFUSED);
            }
        } catch (SQLException failed) {
            if (String.valueOf(failed.getMessage()).contains(UNKNOWN_TO_POOLERS)) {
                throw new IllegalStateException(
                        "the sessions of this service need settings that the pooler before the database does not pass on ("
                                + failed.getMessage() + "): give DB_ADDRESS the database's own address",
                        failed);
            }
            LOG.warnf("nobody could be asked whether there is a pooler before the database: %s", failed);
        }
    }

    private static int session(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }
}
