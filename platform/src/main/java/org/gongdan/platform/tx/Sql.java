package org.gongdan.platform.tx;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.impl.MutinySessionImpl;
import org.hibernate.reactive.pool.ReactiveConnection;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;

/**
 * PostgreSQL's own statements, with {@code $1, $2 …}, on a session's connection and in its transaction.
 *
 * <p>Hibernate is not asked: entities that were changed must be flushed before a statement that needs to see them. That is the point of
 * it. A native query of Hibernate builds its plan anew on every call and keeps it in a cache where it is never found again; in
 * services whose work is mostly such statements that was a fifth of all CPU time (docs/performance.md).
 *
 * <p>Parameters are what the Vert.x client takes (UUID, String, Boolean, numbers, OffsetDateTime, and arrays of them) and {@code Instant},
 * {@code byte[]} and enums (their names). Rows hold OffsetDateTime for {@code timestamptz} (see {@link Rows#instant}) and Buffer for {@code bytea}.
 */
public final class Sql {

    private Sql() {
    }

    /** Rows of a query, or of a statement with {@code returning}. */
    public static Uni<List<Object[]>> rows(Mutiny.Session session, String sql, Object... parameters) {
        return Uni.createFrom().completionStage(() -> connection(session).select(sql, converted(parameters))).map(result -> {
            List<Object[]> rows = new ArrayList<>(result.size());
            result.forEachRemaining(rows::add);
            return rows;
        });
    }

    /** First column of every row. */
    public static <T> Uni<List<T>> column(Mutiny.Session session, Class<T> type, String sql, Object... parameters) {
        return rows(session, sql, parameters).map(rows -> rows.stream().map(row -> type.cast(row[0])).toList());
    }

    /** @return the only row, or null when there is none */
    public static Uni<Object[]> row(Mutiny.Session session, String sql, Object... parameters) {
        return rows(session, sql, parameters).map(rows -> {
            if (rows.size() > 1) {
                throw new IllegalStateException(rows.size() + " rows instead of one");
            }
            return rows.isEmpty() ? null : rows.getFirst();
        });
    }

    /** @return how many rows were changed */
    public static Uni<Integer> update(Mutiny.Session session, String sql, Object... parameters) {
        return Uni.createFrom().completionStage(() -> connection(session).update(sql, converted(parameters)));
    }

    private static ReactiveConnection connection(Mutiny.Session session) {
        return ((MutinySessionImpl) session).getReactiveConnection();
    }

    private static Object[] converted(Object[] parameters) {
        return Arrays.stream(parameters).map(Sql::converted).toArray();
    }

    static Object converted(Object value) {
        return switch (value) {
            case null -> null;
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            case byte[] bytes -> Buffer.buffer(bytes);
            case Enum<?> constant -> constant.name();
            default -> value;
        };
    }
}
