package org.gongdan.platform.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.gongdan.platform.audit.AuditVerifier.Fault;
import org.gongdan.platform.audit.AuditVerifier.Finding;
import org.gongdan.platform.tx.Row;
import org.gongdan.platform.tx.Sql;

/** One way along the whole chain: what does not fit in itself, and the hashes at the places somebody asked for. */
final class ChainWalk {

    private static final Sql SEALS = Sql.of("select s.position, s.hash as seal_hash, a." + AuditChain.COLUMNS.replace(", ", ", a.")
            + " from audit_seal s left join audit a on a.id = s.audit_id order by s.position");

    private final Set<Long> asked;
    private final Map<Long, String> hashes = new HashMap<>();
    private final Map<Fault, Finding> findings = new HashMap<>();
    private long seals;
    private long last;
    private String previous = AuditChain.START;

    private ChainWalk(Collection<Long> asked) {
        this.asked = new HashSet<>(asked);
    }

    static ChainWalk along(Connection connection, Collection<Long> asked) throws SQLException {
        ChainWalk walk = new ChainWalk(asked);
        SEALS.bound().each(connection, 1_000, walk::step);
        return walk;
    }

    /** Each place is judged by the hash stored before it: one changed row is one finding and does not blame all that follow. */
    private void step(Row row) {
        long position = row.number("position");
        String hash = row.text("seal_hash");
        if (row.isNull("id")) {
            find(Fault.MISSING, position);
        } else if (position != last + 1) {
            find(Fault.MISSING, last + 1);
        } else if (!hash.equals(AuditChain.hash(previous, position, row))) {
            find(Fault.CHANGED, position);
        }
        seals++;
        last = position;
        if (asked.contains(position)) {
            hashes.put(position, hash);
        }
        previous = hash;
    }

    private void find(Fault fault, long position) {
        findings.putIfAbsent(fault, new Finding(fault, position, null));
    }

    List<Finding> findings() {
        return new ArrayList<>(findings.values());
    }

    /** @return null when the place was not asked for or is not there */
    String hashAt(long position) {
        return hashes.get(position);
    }

    /** Highest position. */
    long length() {
        return last;
    }

    long seals() {
        return seals;
    }
}
