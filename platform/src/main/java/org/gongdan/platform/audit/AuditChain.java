package org.gongdan.platform.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HexFormat;

/** The hash of an audit row: SHA-256 over the previous row's hash and the row's own columns, each preceded by its length. */
final class AuditChain {

    static final String START = "0".repeat(64);
    static final String COLUMNS = "id, at, actor, action, customer, detail, trace_id";

    private AuditChain() {
    }

    static String hash(String previous, long seal, ResultSet row) throws SQLException {
        StringBuilder canonical = new StringBuilder();
        append(canonical, previous);
        append(canonical, Long.toString(seal));
        append(canonical, Long.toString(row.getLong("id")));
        append(canonical, row.getObject("at", OffsetDateTime.class).toInstant().toString());
        for (String column : new String[] {"actor", "action", "customer", "detail", "trace_id"}) {
            append(canonical, row.getString(column));
        }
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static void append(StringBuilder canonical, String value) {
        canonical.append(value == null ? "-" : value.length() + ":" + value).append('\n');
    }
}
