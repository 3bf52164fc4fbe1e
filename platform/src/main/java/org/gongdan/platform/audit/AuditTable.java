package org.gongdan.platform.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.gongdan.platform.tx.Row;
import org.gongdan.platform.tx.Sql;

/** The chain as it is stored: a seal for each row, at positions without gaps. */
final class AuditTable {

    private static final Sql HEAD = Sql.of("select position, hash from audit_seal order by position desc limit 1");
    private static final Sql HASH = Sql.of("select hash from audit_seal where position = :position");
    private static final Sql SEAL = Sql.of("""
            insert into audit_seal (position, audit_id, hash)
            select * from unnest(cast(:positions as bigint[]), cast(:rows as bigint[]), cast(:hashes as text[]))""");

    private AuditTable() {
    }

    static AuditHead head(Connection connection) throws SQLException {
        Row head = HEAD.bound().row(connection);
        return head == null ? AuditHead.START : new AuditHead(head.number("position"), head.text("hash"));
    }

    /** @return null when there is no such position */
    static String hashAt(Connection connection, long position) throws SQLException {
        Row seal = HASH.with("position", position).row(connection);
        return seal == null ? null : seal.text("hash");
    }

    /** Gives the rows their places behind the head. @return the head after it */
    static AuditHead seal(Connection connection, AuditHead head, List<Row> rows) throws SQLException {
        if (rows.isEmpty()) {
            return head;
        }
        AuditHead last = head;
        List<Long> positions = new ArrayList<>(rows.size());
        List<String> hashes = new ArrayList<>(rows.size());
        for (Row row : rows) {
            long position = last.position() + 1;
            last = new AuditHead(position, AuditChain.hash(last.hash(), position, row));
            positions.add(position);
            hashes.add(last.hash());
        }
        SEAL.bound().numbers("positions", positions).numbers("rows", rows.stream().map(row -> row.number("id")).toList())
                .texts("hashes", hashes).update(connection);
        return last;
    }
}
