package org.gongdan.stack.demo;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

import org.gongdan.stack.demo.Place.Databases;

/** The demo's clock on databases without services, for a test of the whole infrastructure. */
public record ClockOnPostgres(Databases databases, Path file) {

    /** What a connection that was opened while the demo played says, and columns that were made then. */
    public record Seen(Duration atFirst, Duration moved, Duration rowMoved, Duration atTheEnd, Duration rowAtTheEnd, boolean schemaLeft,
            long fileAtTheEnd) {
    }

    /** Begins the given time ago, moves forward by an hour, and ends. */
    public Seen play(Duration ago) throws SQLException, IOException {
        DemoClock.write(file, ago.negated());
        for (var name : Place.DATABASES) {
            try (var connection = databases.open(name); var statement = connection.createStatement()) {
                for (var one : DemoClock.installation(ago.negated())) {
                    statement.execute(one);
                }
            }
        }
        try (var service = databases.open("ticket"); var clock = new DemoClock(new Place(null, null, databases, null, file))) {
            service.createStatement().execute("create table noted (what text, at timestamptz not null default now())");
            var question = service.prepareStatement("select now()");
            var atFirst = age(question.executeQuery());
            clock.moveTo(Instant.now().minus(ago).plus(Duration.ofHours(1)));
            var moved = age(question.executeQuery());
            var rowMoved = rowAge(service);
            clock.end();
            var atTheEnd = age(question.executeQuery());
            var rowAtTheEnd = rowAge(service);
            var schemas = service.createStatement().executeQuery("select count(*) from pg_namespace where nspname = 'demo'");
            schemas.next();
            service.createStatement().execute("drop table noted");
            return new Seen(atFirst, moved, rowMoved, atTheEnd, rowAtTheEnd, schemas.getInt(1) > 0,
                    ByteBuffer.wrap(Files.readAllBytes(file)).getLong());
        }
    }

    private static Duration rowAge(Connection service) throws SQLException {
        service.createStatement().execute("insert into noted (what) values ('x')");
        return age(service.createStatement().executeQuery("select max(at) from noted"));
    }

    private static Duration age(ResultSet rows) throws SQLException {
        rows.next();
        return Duration.between(rows.getTimestamp(1).toInstant(), Instant.now());
    }
}
