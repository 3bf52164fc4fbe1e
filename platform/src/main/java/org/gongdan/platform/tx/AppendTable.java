package org.gongdan.platform.tx;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.vertx.core.buffer.Buffer;

/**
 * A table that is only added to. However many rows there are, they go in by one statement whose text is always the same (a column is an
 * array), so that it is parsed and planned once per connection. Identities are given in the order of the rows.
 *
 * @param name        name of the table
 * @param columns     its columns, those with a default left out
 * @param skipsKnown  whether a row that is there already (by whatever is unique in the table) is left out
 */
public record AppendTable(String name, List<Column> columns, boolean skipsKnown) {

    /** @param type one of {@code uuid, text, bigint, boolean, timestamptz, bytea, jsonb} (the last is given as text) */
    public record Column(String name, String type) {

        private String sent() {
            return type.equals("jsonb") ? "text" : type;
        }

        private String read() {
            return type.equals("jsonb") ? "cast(" + name + " as jsonb)" : name;
        }

        /** The column's values of all rows, as the Vert.x client sends them. */
        private Object[] values(List<Object[]> rows, int index) {
            IntFunction<Object[]> array = switch (type) {
                case "uuid" -> UUID[]::new;
                case "text", "jsonb" -> String[]::new;
                case "bigint" -> Long[]::new;
                case "boolean" -> Boolean[]::new;
                case "timestamptz" -> OffsetDateTime[]::new;
                case "bytea" -> Buffer[]::new;
                default -> throw new IllegalArgumentException("no arrays of " + type);
            };
            return rows.stream().map(row -> Bound.sent(row[index])).toArray(array);
        }
    }

    /** @param columns names and types in turn: {@code "id", "uuid", "at", "timestamptz"} */
    public static AppendTable of(String name, String... columns) {
        return new AppendTable(name,
                IntStream.range(0, columns.length / 2).mapToObj(i -> new Column(columns[2 * i], columns[2 * i + 1])).toList(), false);
    }

    /** The same table; a row that is there already is left out. */
    public AppendTable once() {
        return new AppendTable(name, columns, true);
    }

    /** Adds rows over JDBC, for background loops; the caller commits. */
    public void add(Connection connection, List<Object[]> rows) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(insert(ignored -> "?"))) {
            for (int index = 0; index < columns.size(); index++) {
                insert.setArray(index + 1, array(connection, columns.get(index), columns.get(index).values(rows, index)));
            }
            insert.executeUpdate();
        }
    }

    private static Array array(Connection connection, Column column, Object[] values) throws SQLException {
        Object[] elements = column.type().equals("bytea")
                ? Arrays.stream(values).map(value -> value == null ? null : ((Buffer) value).getBytes()).toArray(byte[][]::new) : values;
        return connection.createArrayOf(column.sent(), elements);
    }

    /** @param first number of its first parameter */
    String insert(int first) {
        return insert(index -> "$" + (first + index));
    }

    Object[] parameters(List<Object[]> rows) {
        return IntStream.range(0, columns.size()).mapToObj(index -> columns.get(index).values(rows, index)).toArray();
    }

    private String insert(IntFunction<String> parameter) {
        String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
        String arrays = IntStream.range(0, columns.size())
                .mapToObj(index -> "cast(" + parameter.apply(index) + " as " + columns.get(index).sent() + "[])")
                .collect(Collectors.joining(", "));
        return "insert into " + name + " (" + names + ") select " + columns.stream().map(Column::read).collect(Collectors.joining(", "))
                + " from unnest(" + arrays + ") as r(" + names + ")" + (skipsKnown ? " on conflict do nothing" : "");
    }
}
