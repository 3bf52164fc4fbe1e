package org.gongdan.platform.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The chain as it is stored: a seal for each row, at positions without gaps. */
final class AuditTable {

    private AuditTable() {
    }

    static AuditHead head(Connection connection) throws SQLException {
        try (PreparedStatement last = connection.prepareStatement("select position, hash from audit_seal order by position desc limit 1"); ResultSet row = last.executeQuery()) {
            return row.next() ? new AuditHead(row.getLong(1), row.getString(2)) : AuditHead.START;
        }
    }

    /** @return null when there is no such position */
    static String hashAt(Connection connection, long position) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select hash from audit_seal where position = ?")) {
            select.setLong(1, position);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        }
    }

    /** Adds a seal to the batch. @return the head after it */
    static AuditHead seal(PreparedStatement insert, AuditHead head, ResultSet row) throws SQLException {
        long position = head.position() + 1;
        String hash = AuditChain.hash(head.hash(), position, row);
        insert.setLong(1, position);
        insert.setLong(2, row.getLong("id"));
        insert.setString(3, hash);
        insert.addBatch();
        return new AuditHead(position, hash);
    }
}
