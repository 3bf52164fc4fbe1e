package org.gongdan.platform.tx;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import org.gongdan.platform.input.Values;

import io.vertx.core.buffer.Buffer;

/**
 * A row of an answer, read by the names of its columns, whichever way it came. Null stays null; a column that is not there is an
 * {@code IllegalArgumentException}, one of another type a {@code ClassCastException}.
 */
public final class Row {

    private final Map<String, Integer> columns;
    private final Object[] values;

    private Row(Map<String, Integer> columns, Object[] values) {
        this.columns = columns;
        this.values = values;
    }

    static List<Row> all(ResultSet result) throws SQLException {
        List<Row> rows = new ArrayList<>();
        each(result, rows::add);
        return rows;
    }

    static void each(ResultSet result, Consumer<Row> taken) throws SQLException {
        ResultSetMetaData names = result.getMetaData();
        Map<String, Integer> columns = HashMap.newHashMap(names.getColumnCount());
        for (int column = 0; column < names.getColumnCount(); column++) {
            if (columns.put(names.getColumnLabel(column + 1), column) != null) {
                throw new IllegalArgumentException("two columns are named " + names.getColumnLabel(column + 1));
            }
        }
        while (result.next()) {
            Object[] values = new Object[columns.size()];
            for (int column = 0; column < values.length; column++) {
                values[column] = read(result.getObject(column + 1));
            }
            taken.accept(new Row(columns, values));
        }
    }

    /** One type for what the two clients hand out differently. */
    private static Object read(Object value) throws SQLException {
        return switch (value) {
            case Timestamp time -> time.toInstant();
            case OffsetDateTime time -> time.toInstant();
            case Date date -> date.toLocalDate();
            case Buffer buffer -> buffer.getBytes();
            case Array array -> array.getArray();
            case null, default -> value;
        };
    }

    public UUID id(String column) {
        return (UUID) value(column);
    }

    public String text(String column) {
        return (String) value(column);
    }

    /** The constant of this name. */
    public <E extends Enum<E>> E constant(String column, Class<E> type) {
        String name = text(column);
        return name == null ? null : Enum.valueOf(type, name);
    }

    public Boolean flag(String column) {
        return (Boolean) value(column);
    }

    public Integer integer(String column) {
        Number number = (Number) value(column);
        return number == null ? null : Math.toIntExact(number.longValue());
    }

    public Long number(String column) {
        Number number = (Number) value(column);
        return number == null ? null : number.longValue();
    }

    public Double decimal(String column) {
        Number number = (Number) value(column);
        return number == null ? null : number.doubleValue();
    }

    public BigDecimal exact(String column) {
        Object number = value(column);
        return number == null ? null : number instanceof BigDecimal exact ? exact : new BigDecimal(number.toString());
    }

    /**
     * A {@code timestamptz}. What lies beyond the times there are, such as PostgreSQL's infinity, becomes the nearest of them, so that one row cannot
     * make a list unreadable.
     */
    public Instant instant(String column) {
        return Values.clamped((Instant) value(column));
    }

    public LocalDate date(String column) {
        return (LocalDate) value(column);
    }

    public byte[] bytes(String column) {
        return (byte[]) value(column);
    }

    public List<String> texts(String column) {
        Object value = value(column);
        return value == null ? null : List.of((String[]) value);
    }

    public boolean isNull(String column) {
        return value(column) == null;
    }

    private Object value(String column) {
        Integer at = columns.get(column);
        if (at == null) {
            throw new IllegalArgumentException("no column " + column + " among " + columns.keySet());
        }
        return values[at];
    }
}
