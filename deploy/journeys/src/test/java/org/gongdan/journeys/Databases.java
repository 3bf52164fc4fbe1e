package org.gongdan.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** What lies in the databases of the five services, looked at as somebody could who has got hold of them. */
record Databases(Platform platform) {
    private static final List<String> ALL = List.of("ticket", "dispatch", "sla", "knowledge", "notification");
    private static final String TABLES = """
            select quote_ident(table_schema) || '.' || quote_ident(table_name) from information_schema.tables
            where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'""";

    /** Whole rows are searched, whatever the types of their columns, and bytes as well. @return "database.schema.table" of each table that holds the text */
    List<String> holding(String text) {
        var found = new ArrayList<String>();
        for (var name : ALL) {
            try (var database = open(name)) {
                for (var table : tables(database)) {
                    if (holds(database, table, text)) {
                        found.add(name + "." + table);
                    }
                }
            } catch (SQLException e) {
                throw new AssertionError("cannot look into the database " + name, e);
            }
        }
        return found;
    }

    /** The day after has come: what is to happen then happens now. */
    void fireNow(String kind, String ref) {
        try (var database = open("ticket"); var timer = database.prepareStatement(
                "update timer set due_at = now(), fire_at = now() where kind = ? and ref = cast(? as uuid)")) {
            timer.setString(1, kind);
            timer.setString(2, ref);
            if (timer.executeUpdate() != 1) {
                throw new AssertionError("no timer " + kind + " of " + ref);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** A ticket that was lost is there again, as after a backup was read back. @param like one whose content it has */
    void bringBack(UUID ticket, String like) {
        try (var database = open("ticket"); var copy = database.prepareStatement("""
                insert into ticket (id, version, number, customer_id, customer_name, channel, source, summary, impact, urgency, priority, status,
                    opened_at, opened_by, phone_tried, remote_tried, changed_at, surveyed)
                select ?, 0, 'back-' || number, customer_id, customer_name, channel, source, summary, impact, urgency, priority, 'CANCELLED',
                    opened_at, opened_by, phone_tried, remote_tried, changed_at, surveyed from ticket where id = cast(? as uuid)""")) {
            copy.setObject(1, ticket);
            copy.setString(2, like);
            if (copy.executeUpdate() != 1) {
                throw new AssertionError("no ticket " + like);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private Connection open(String name) throws SQLException {
        return DriverManager.getConnection(platform.database(name), "postgres", "gongdan");
    }

    private static List<String> tables(Connection database) throws SQLException {
        var tables = new ArrayList<String>();
        try (var statement = database.createStatement(); var names = statement.executeQuery(TABLES)) {
            while (names.next()) {
                tables.add(names.getString(1));
            }
        }
        return tables;
    }

    private static boolean holds(Connection database, String table, String text) throws SQLException {
        try (var statement = database.prepareStatement(
                "select 1 from " + table + " r where position(? in r::text) > 0 or position(? in r::text) > 0 limit 1")) {
            statement.setString(1, text);
            statement.setString(2, HexFormat.of().formatHex(text.getBytes(UTF_8)));
            try (var row = statement.executeQuery()) {
                return row.next();
            }
        }
    }
}
