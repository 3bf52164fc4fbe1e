package org.gongdan.platform.text;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

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
        List<String> ids = new ArrayList<>();
        List<String> forms = new ArrayList<>();
        String old = "select id, %s from %s where form < %d order by id limit %d for update skip locked";
        try (PreparedStatement select = connection.prepareStatement(old.formatted(String.join(", ", texts), table, SearchForm.VERSION, BATCH)); ResultSet row = select.executeQuery()) {
            while (row.next()) {
                ids.add(row.getString(1));
                forms.add(form.apply(texts(row)));
            }
        }
        try (PreparedStatement update = connection.prepareStatement("""
                update %1$s set %2$s = filled.form, form = %3$d from unnest(cast(? as uuid[]), cast(? as text[])) filled(id, form)
                where %1$s.id = filled.id"""
                .formatted(table, column, SearchForm.VERSION))) {
            update.setArray(1, connection.createArrayOf("text", ids.toArray()));
            update.setArray(2, connection.createArrayOf("text", forms.toArray()));
            update.executeUpdate();
        }
        connection.commit();
        return ids.size();
    }

    private String[] texts(ResultSet row) throws SQLException {
        String[] found = new String[texts.size()];
        for (int at = 0; at < found.length; at++) {
            found[at] = row.getString(at + 2);
        }
        return found;
    }
}
