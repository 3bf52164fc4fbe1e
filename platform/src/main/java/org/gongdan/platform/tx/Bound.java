package org.gongdan.platform.tx;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;

/**
 * A statement with the values for its places, to be run once or more often. Every {@code with} gives a new one.
 *
 * <p>Over JDBC the caller commits. A value that no place asks for, and a place without a value, is an {@code IllegalArgumentException}: a slip of the pen.
 */
public final class Bound {

    private static final Object NONE = new Object();

    private final Sql sql;
    /** In the order of the names. */
    private final Object[] values;

    Bound(Sql sql) {
        this(sql, new Object[sql.names().size()]);
        Arrays.fill(values, NONE);
    }

    private Bound(Sql sql, Object[] values) {
        this.sql = sql;
        this.values = values;
    }

    /**
     * @param value text, number, boolean, id, instant, date, bytes, an enum's constant (its name is sent), an array of texts, numbers, ids or instants; or
     *              null
     */
    public Bound with(String name, Object value) {
        int place = sql.names().indexOf(name);
        if (place < 0) {
            throw new IllegalArgumentException("no place is named " + name + " in: " + sql);
        }
        Object[] more = values.clone();
        more[place] = value;
        return new Bound(sql, more);
    }

    /** An array of ids. */
    public Bound ids(String name, Collection<UUID> value) {
        return with(name, value.toArray(UUID[]::new));
    }

    /** An array of texts; constants of an enum are sent by their names. */
    public Bound texts(String name, Collection<?> value) {
        return with(name, value.stream().map(Bound::text).toArray(String[]::new));
    }

    public Bound numbers(String name, Collection<Long> value) {
        return with(name, value.toArray(Long[]::new));
    }

    public Bound integers(String name, Collection<Integer> value) {
        return with(name, value.toArray(Integer[]::new));
    }

    public Bound instants(String name, Collection<Instant> value) {
        return with(name,
                value.stream().map(instant -> instant == null ? null : instant.atOffset(ZoneOffset.UTC)).toArray(OffsetDateTime[]::new));
    }

    /** Rows in a request's transaction. A statement that changes or locks something needs a {@link Work}, else it is an {@code IllegalStateException}. */
    public Uni<List<Row>> rows(Read read) {
        if (sql.changes() && !(read instanceof Work)) {
            throw new IllegalStateException("nothing is changed where only is read: " + sql);
        }
        return read.rows(sql.numbered(), parameters());
    }

    /** @return the only row, or null when there is none; more than one is an {@code IllegalStateException} */
    public Uni<Row> row(Read read) {
        return rows(read).map(this::only);
    }

    /** @return how many rows were changed */
    public Uni<Integer> update(Work work) {
        return work.update(sql.numbered(), parameters());
    }

    public List<Row> rows(Connection connection) throws SQLException {
        try (PreparedStatement statement = prepared(connection); ResultSet result = statement.executeQuery()) {
            return Row.all(result);
        }
    }

    /** For answers too long to be kept: each row as it comes, so many fetched at a time. */
    public void each(Connection connection, int fetched, Consumer<Row> taken) throws SQLException {
        try (PreparedStatement statement = prepared(connection)) {
            statement.setFetchSize(fetched);
            try (ResultSet result = statement.executeQuery()) {
                Row.each(result, taken);
            }
        }
    }

    /** @return the only row, or null when there is none; more than one is an {@code IllegalStateException} */
    public Row row(Connection connection) throws SQLException {
        return only(rows(connection));
    }

    /** @return how many rows were changed */
    public int update(Connection connection) throws SQLException {
        try (PreparedStatement statement = prepared(connection)) {
            return statement.executeUpdate();
        }
    }

    private Row only(List<Row> rows) {
        if (rows.size() > 1) {
            throw new IllegalStateException(rows.size() + " rows instead of one: " + sql);
        }
        return rows.isEmpty() ? null : rows.getFirst();
    }

    private Object[] parameters() {
        return IntStream.range(0, values.length).mapToObj(place -> sent(value(place))).toArray();
    }

    /** In the order of the places' first appearance. */
    List<Object> values() {
        return IntStream.range(0, values.length).mapToObj(this::value).toList();
    }

    private PreparedStatement prepared(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql.questioned());
        try {
            bind(connection, statement);
            return statement;
        } catch (SQLException | RuntimeException refused) {
            statement.close();
            throw refused;
        }
    }

    private void bind(Connection connection, PreparedStatement statement) throws SQLException {
        int at = 1;
        for (int place : sql.places()) {
            Object value = value(place);
            statement.setObject(at++, value instanceof Object[] elements
                    ? connection.createArrayOf(type(elements), Arrays.stream(elements).map(Bound::plain).toArray()) : plain(value));
        }
    }

    private Object value(int place) {
        if (values[place] == NONE) {
            throw new IllegalArgumentException("no value for " + sql.names().get(place) + " in: " + sql);
        }
        return values[place];
    }

    /** What the Vert.x client takes. */
    static Object sent(Object value) {
        return switch (value) {
            case byte[] bytes -> Buffer.buffer(bytes);
            case Instant[] instants -> Arrays.stream(instants).map(Bound::plain).toArray(OffsetDateTime[]::new);
            case null, default -> plain(value);
        };
    }

    private static Object plain(Object value) {
        return switch (value) {
            case null -> null;
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            case Enum<?> constant -> constant.name();
            default -> value;
        };
    }

    private static String text(Object value) {
        return value instanceof Enum<?> constant ? constant.name() : (String) value;
    }

    private static String type(Object[] elements) {
        return switch (elements) {
            case UUID[] ids -> "uuid";
            case String[] texts -> "text";
            case Long[] numbers -> "bigint";
            case Integer[] integers -> "integer";
            case Boolean[] flags -> "boolean";
            case OffsetDateTime[] times -> "timestamptz";
            case Instant[] times -> "timestamptz";
            default -> throw new IllegalArgumentException("no arrays of " + elements.getClass().componentType().getSimpleName());
        };
    }

    @Override
    public String toString() {
        return sql.toString();
    }
}
