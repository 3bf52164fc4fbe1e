package org.gongdan.platform.text;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.gongdan.platform.tx.Row;
import org.gongdan.platform.tx.Sql;

/**
 * Fills the columns of a table that hold texts in the form they are compared in, in rows that do not have them yet: rows from before there was
 * such a column, and rows that a process of an older version writes while the new one starts. New rows are written complete.
 *
 * <p>The table has an id (uuid) and a column {@code form} (smallint, default 0) with the version a row was written in, and an index over the ids of
 * rows {@code where form < }{@link SearchForm#VERSION}, so that looking for them costs nothing once there are none. A service offers its tables as
 * beans; {@link FormLoop} runs them.
 *
 * @param table  name of the table
 * @param texts  columns that are read, as text; a null stays null
 * @param column column that is written
 * @param form   makes what is written from the texts of a row, in the order of the columns
 */
public record FormFill(String table, List<String> texts, String column, Function<String[], String> form) {

    private static final int BATCH = 500;

    /** @return how many rows were filled; commits them. Zero: there are none left, or others have them */
    int run(Connection connection) throws SQLException {
        String old = "select id, %s from %s where form < %d order by id limit %d for update skip locked";
        List<Row> rows = Sql.of(old.formatted(selected(), table, SearchForm.VERSION, BATCH)).bound().rows(connection);
        Sql.of("""
                update %1$s set %2$s = filled.form, form = %3$d from unnest(cast(:ids as uuid[]), cast(:forms as text[])) filled(id, form)
                where %1$s.id = filled.id""".formatted(table, column, SearchForm.VERSION))
                .ids("ids", rows.stream().map(row -> row.id("id")).toList())
                .texts("forms", rows.stream().map(row -> form.apply(texts(row))).toList()).update(connection);
        connection.commit();
        return rows.size();
    }

    private String selected() {
        return texts.stream().map(text -> "cast(" + text + " as text) as " + text).collect(Collectors.joining(", "));
    }

    private String[] texts(Row row) {
        return texts.stream().map(row::text).toArray(String[]::new);
    }
}
