package org.gongdan.sla.query;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.gongdan.platform.tx.Read;
import org.gongdan.platform.tx.Sql;

import io.smallrye.mutiny.Uni;

/**
 * A query with what its rows mean; requests ask it on their session, background loops on their connection.
 *
 * @param sql        with {@code $1 …}, every null that can be an array cast to its type
 * @param parameters texts, numbers, instants, ids and arrays of texts or ids
 */
public record Question<T>(String sql, List<Object> parameters, Function<List<Object[]>, T> answer) {

    private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+)");

    public Uni<T> ask(Read read) {
        return Sql.rows(read, sql, parameters.toArray()).map(answer);
    }

    public T ask(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(PARAMETER.matcher(sql).replaceAll("?"))) {
            int place = 1;
            for (Matcher found = PARAMETER.matcher(sql); found.find(); place++) {
                bind(connection, select, place, parameters.get(Integer.parseInt(found.group(1)) - 1));
            }
            try (ResultSet row = select.executeQuery()) {
                List<Object[]> rows = new ArrayList<>();
                while (row.next()) {
                    rows.add(columns(row));
                }
                return answer.apply(rows);
            }
        }
    }

    private static void bind(Connection connection, PreparedStatement select, int place, Object value) throws SQLException {
        switch (value) {
            case null -> select.setNull(place, Types.NULL);
            case Instant instant -> select.setObject(place, instant.atOffset(ZoneOffset.UTC));
            case UUID[] ids -> select.setArray(place, connection.createArrayOf("uuid", ids));
            case String[] texts -> select.setArray(place, connection.createArrayOf("text", texts));
            default -> select.setObject(place, value);
        }
    }

    private static Object[] columns(ResultSet row) throws SQLException {
        Object[] columns = new Object[row.getMetaData().getColumnCount()];
        for (int column = 0; column < columns.length; column++) {
            Object value = row.getObject(column + 1);
            columns[column] = switch (value) {
                case Timestamp time -> time.toInstant();
                case Date date -> date.toLocalDate();
                case null, default -> value;
            };
        }
        return columns;
    }
}
