package org.gongdan.platform.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

/** Recomputes the hash chain over all sealed rows. */
@ApplicationScoped
public class AuditVerifier {

    private final DataSource database;

    AuditVerifier(DataSource database) {
        this.database = database;
    }

    /**
     * @param rows        rows in the table
     * @param sealed      rows with a place in the chain
     * @param intact      true when every sealed row has the hash it must have and no place is missing
     * @param firstBroken place of the first row that does not fit, or null
     */
    public record Verdict(long rows, long sealed, boolean intact, Long firstBroken) {
    }

    public Verdict verify() throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            Long broken = firstBroken(connection);
            try (PreparedStatement count = connection.prepareStatement("select count(*), count(seal) from audit"); ResultSet row = count.executeQuery()) {
                row.next();
                return new Verdict(row.getLong(1), row.getLong(2), broken == null, broken);
            }
        }
    }

    private static Long firstBroken(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select seal, hash, " + AuditChain.COLUMNS + " from audit where seal is not null order by seal")) {
            select.setFetchSize(1_000);
            try (ResultSet row = select.executeQuery()) {
                String hash = AuditChain.START;
                long place = 0;
                while (row.next()) {
                    place++;
                    hash = AuditChain.hash(hash, place, row);
                    if (row.getLong("seal") != place || !hash.equals(row.getString("hash"))) {
                        return place;
                    }
                }
                return null;
            }
        }
    }
}
