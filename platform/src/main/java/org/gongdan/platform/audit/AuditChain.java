package org.gongdan.platform.audit;

import java.util.Objects;

import org.gongdan.platform.security.Sha256;
import org.gongdan.platform.tx.Row;

/** The hash of an audit row: SHA-256 over the previous row's hash and the row's own columns, each preceded by its length. */
final class AuditChain {

    static final String START = "0".repeat(64);
    static final String COLUMNS = "id, at, actor, action, customer, detail, trace_id";

    private AuditChain() {
    }

    static String hash(String previous, long seal, Row row) {
        StringBuilder canonical = new StringBuilder();
        append(canonical, previous);
        append(canonical, Long.toString(seal));
        append(canonical, Long.toString(row.number("id")));
        append(canonical, row.instant("at").toString());
        append(canonical, row.text("actor"));
        append(canonical, row.text("action"));
        append(canonical, Objects.toString(row.id("customer"), null));
        append(canonical, row.text("detail"));
        append(canonical, row.text("trace_id"));
        return Sha256.hex(canonical.toString());
    }

    private static void append(StringBuilder canonical, String value) {
        canonical.append(value == null ? "-" : value.length() + ":" + value).append('\n');
    }
}
