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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;

/**
 * A statement with the values for its places, to be run once or more often. Every {@code with} gives a new one.
 *
 * <p>Over JDBC the caller commits. A value that no place asks for, and a place without a value, is an {@code IllegalArgumentException}: a slip of the pen.
 */
public final class Bound {

    private final Sql sql;
    private final Map<String, Object> values;

    Bound(Sql sql, Map<String, Object> values) {
        this.sql = sql;
        this.values = values;
    }

    /**
     * @param value text, number, boolean, id, instant, date, bytes, an enum's constant (its name is sent), an array of texts, numbers, ids or instants; or
     *              null
     */
    public Bound with(String name, Object value) {
        if (!sql.names().contains(name)) {
            throw new IllegalArgumentException("no place is named " + name + " in: " + sql);
        }
        Map<String, Object> more = new HashMap<>(values);
        more.put(name, value);
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
        return with(name, value.stream().map(instant -> instant == null ? null : instant.atOffset(ZoneOffset.UTC)).toArray(OffsetDateTime[]::new));
    }

    /** Rows of a query that changes nothing, in a request's transaction. */
    public Uni<List<Row>> rows(Read read) {
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
        return sql.names().stream().map(name -> sent(value(name))).toArray();
    }

    /** In the order of the places' first appearance. */
    List<Object> values() {
        return sql.names().stream().map(this::value).toList();
    }

    private PreparedStatement prepared(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql.questioned());
        int place = 1;
        for (String name : sql.places()) {
            Object value = value(name);
            Object[] elements = value instanceof Object[] array ? array : null;
            statement.setObject(place++, elements == null ? plain(value) : connection.createArrayOf(type(elements), Arrays.stream(elements).map(Bound::plain).toArray()));
        }
        return statement;
    }

    private Object value(String name) {
        if (!values.containsKey(name)) {
            throw new IllegalArgumentException("no value for " + name + " in: " + sql);
        }
        return values.get(name);
    }

    /** What the Vert.x client takes. */
    static Object sent(Object value) {
        return value instanceof byte[] bytes ? Buffer.buffer(bytes) : value instanceof Instant[] instants ? Arrays.stream(instants).map(Bound::plain).toArray(OffsetDateTime[]::new) : plain(value);
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
