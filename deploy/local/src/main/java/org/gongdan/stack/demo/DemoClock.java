package org.gongdan.stack.demo;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Moves the time of all services: the JVMs read the shift from a file they have mapped, PostgreSQL's {@code now()} is a function of schema {@code demo}
 * that stands before its own one in the search path (ADR 043). Time only goes forward, and in between it goes at its usual pace.
 */
final class DemoClock implements AutoCloseable {
    private static final String FUNCTION = "demo.now()";
    private static final String DEFAULTS = """
            select cast(cast(d.adrelid as regclass) as text) as owner, quote_ident(a.attname) as name, pg_get_expr(d.adbin, d.adrelid) as expression
            from pg_attrdef d join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
            where pg_get_expr(d.adbin, d.adrelid) like '%demo.now()%'""";

    private final MappedByteBuffer file;
    private final Map<String, Connection> databases = new LinkedHashMap<>();
    private final List<PreparedStatement> moves = new ArrayList<>();

    DemoClock(Place place) throws IOException, SQLException {
        file = map(place.clock());
        for (var name : Place.DATABASES) {
            var connection = place.databases().open(name);
            databases.put(name, connection);
            try (var statement = connection.createStatement()) {
                // Names of what is moved are to be written out.
                statement.execute("set search_path = pg_catalog");
                // A shift that a crash loses is set again.
                statement.execute("set synchronous_commit = off");
            }
            connection.setAutoCommit(false);
            moves.add(connection.prepareStatement("update demo.shift set by = make_interval(secs => ? / 1000.0)"));
        }
    }

    /** For a database that is still empty, before its service starts. */
    static List<String> installation(Duration shift) {
        return List.of("create schema demo", "create table demo.shift (by interval not null)",
                "insert into demo.shift values (make_interval(secs => " + shift.toMillis() + " / 1000.0))",
                "create function demo.now() returns timestamptz language sql stable parallel safe as"
                        + " 'select pg_catalog.now() + by from demo.shift'",
                "grant usage on schema demo to public", "grant select on demo.shift to public",
                "do $$ begin execute format('alter database %I set search_path = public, demo, pg_catalog', current_database()); end $$");
    }

    static void write(Path file, Duration shift) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[Long.BYTES]);
        map(file).putLong(0, shift.toMillis());
    }

    private static MappedByteBuffer map(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return channel.map(MapMode.READ_WRITE, 0, Long.BYTES);
        }
    }

    Instant now() {
        return Instant.now().plusMillis(file.getLong(0));
    }

    /** Lets it be so late; does nothing when it is later. */
    void moveTo(Instant time) throws SQLException {
        if (time.isAfter(now())) {
            shift(Math.min(0, Duration.between(Instant.now(), time).toMillis()));
        }
    }

    /** Everywhere at nearly the same moment: a service whose two times differ takes that for a clock that jumped, and its timers pause. */
    private void shift(long millis) throws SQLException {
        for (var move : moves) {
            move.setLong(1, millis);
            move.executeUpdate();
        }
        file.putLong(0, millis);
        for (var connection : databases.values()) {
            connection.commit();
        }
    }

    /** It is as late as it is, and nothing of the shift is left: columns get PostgreSQL's own now() as their default, the schema goes. */
    void end() throws SQLException {
        shift(0);
        for (var database : databases.entrySet()) {
            try (var statement = database.getValue().createStatement()) {
                for (var change : changes(database.getValue())) {
                    statement.execute(change);
                }
                statement.execute("alter database " + database.getKey() + " reset search_path");
                // Refused while anything still needs it.
                statement.execute("drop function " + FUNCTION);
                statement.execute("drop schema demo cascade");
                database.getValue().commit();
            }
        }
    }

    private static List<String> changes(Connection connection) throws SQLException {
        var changes = new ArrayList<String>();
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(DEFAULTS)) {
            while (rows.next()) {
                changes.add("alter table %s alter column %s set default %s".formatted(rows.getString("owner"), rows.getString("name"),
                        rows.getString("expression").replace(FUNCTION, "pg_catalog.now()")));
            }
        }
        return changes;
    }

    @Override
    public void close() throws SQLException {
        for (var connection : databases.values()) {
            connection.close();
        }
    }
}
