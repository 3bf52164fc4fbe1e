package org.gongdan.platform.schema;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import org.gongdan.platform.tx.Sql;

/** The table in which Flyway notes which migrations of the platform a database has had. */
final class History {

    static final String TABLE = "platform_schema_history";
    /** Scripts that stood in the service's history before the platform had its own. */
    private static final List<String> TAKEN_OVER = List.of("V0_1__platform.sql", "R__audit_rights.sql", "R__audit_search.sql");
    /** Rows go over as they are, with their checksums and times: what was applied is still compared with what is in the program. */
    private static final String MOVE = """
            with moved as (delete from %1$s where script = any(:scripts) returning *)
            insert into %2$s select * from moved""";

    private History() {
    }

    /** Makes the platform's history out of the rows that the service's has of it. Does nothing in a new database, and nothing when it is done. */
    static void takeOver(Connection connection, String serviceTable, String runtime) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            // Several processes may start at once; the second finds it done.
            statement.execute("select pg_advisory_xact_lock(hashtextextended('" + TABLE + "', 0))");
            if (exists(statement, serviceTable) && !exists(statement, TABLE)) {
                statement.execute("create table %s (like %s including all)".formatted(TABLE, serviceTable));
                // What owners make, services may write, unless it is said: no service writes the history of its own tables.
                statement.execute("revoke all on %s from %s".formatted(TABLE, statement.enquoteIdentifier(runtime, true)));
                move(connection, serviceTable);
            }
            connection.commit();
        } catch (SQLException failed) {
            connection.rollback();
            throw failed;
        }
    }

    private static boolean exists(Statement statement, String table) throws SQLException {
        try (ResultSet row = statement.executeQuery("select to_regclass('%s') is not null".formatted(table))) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private static void move(Connection connection, String serviceTable) throws SQLException {
        Sql.of(MOVE.formatted(serviceTable, TABLE)).texts("scripts", TAKEN_OVER).update(connection);
    }
}
