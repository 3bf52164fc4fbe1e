package org.gongdan.ticket.customer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import org.gongdan.testing.PostgresServer;

/** Looks for a text in every column of every table, in bytes too. */
final class Traces {

    private Traces() {
    }

    /** @return names of the tables, with a row each that holds the text */
    static List<String> of(String text) throws SQLException, IOException {
        List<String> found = new ArrayList<>();
        try (Connection connection = PostgresServer.shared().connect()) {
            for (String table : tables(connection)) {
                try (PreparedStatement rows = connection.prepareStatement(
                        "select left(r::text, 400) from %1$s r where position(? in r::text) > 0 or position(? in r::text) > 0 limit 1"
                                .formatted(table))) {
                    rows.setString(1, text);
                    rows.setString(2, HexFormat.of().formatHex(text.getBytes(UTF_8)));
                    try (ResultSet row = rows.executeQuery()) {
                        if (row.next()) {
                            found.add(table + ": " + row.getString(1));
                        }
                    }
                }
            }
        }
        return found;
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet names = connection.createStatement().executeQuery("""
                select quote_ident(table_schema) || '.' || quote_ident(table_name) from information_schema.tables
                where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'""")) {
            while (names.next()) {
                tables.add(names.getString(1));
            }
        }
        return tables;
    }
}
