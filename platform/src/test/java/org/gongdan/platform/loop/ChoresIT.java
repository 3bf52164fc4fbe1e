package org.gongdan.platform.loop;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.gongdan.platform.tx.FreshDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Loops that can wait take turns on one thread with one session. */
class ChoresIT {

    private static final Duration NEVER = Duration.ofHours(1);
    private static final Duration LONG = Duration.ofSeconds(30);

    private final FreshDatabase database = FreshDatabase.ofPlatform();
    private final LoopsOn on = new LoopsOn(database);
    private final Set<Integer> sessions = ConcurrentHashMap.newKeySet();

    ChoresIT() throws Exception {
        database.execute("create table note (what text)");
    }

    @AfterEach
    void stop() {
        on.stop();
    }

    @Test
    void allShareOneSession() {
        // Given
        AtomicInteger one = new AtomicInteger();
        AtomicInteger other = new AtomicInteger();

        // When
        on.loops().chore("one", Duration.ofMillis(10), connection -> seen(connection, one));
        on.loops().chore("other", Duration.ofMillis(10), connection -> seen(connection, other));

        // Then
        await().atMost(LONG).until(() -> one.get() > 3 && other.get() > 3);
        assertEquals(1, sessions.size());
    }

    @Test
    void oneThatAlwaysHasMoreToDoLeavesTheOthersTheirTurn() {
        // Given
        AtomicInteger poked = new AtomicInteger();
        Loop loop = on.loops().chore("poked", NEVER, connection -> seen(connection, poked));
        await().atMost(LONG).until(() -> poked.get() == 1);
        on.loops().chore("busy", NEVER, connection -> {
            seen(connection, new AtomicInteger());
            return true;
        });

        // When
        loop.poke();

        // Then
        await().atMost(LONG).until(() -> poked.get() == 2);
    }

    @Test
    void oneThatFailsTakesTheOthersNothingButTheirSession() {
        // Given
        AtomicInteger good = new AtomicInteger();
        AtomicInteger bad = new AtomicInteger();
        on.loops().chore("good", Duration.ofMillis(10), connection -> seen(connection, good));

        // When
        on.loops().chore("bad", Duration.ofMillis(10), connection -> {
            bad.incrementAndGet();
            throw new IllegalStateException("this chore always fails");
        });

        // Then
        await().atMost(LONG).until(() -> bad.get() > 2);
        int before = good.get();
        await().atMost(LONG).until(() -> good.get() > before + 3);
    }

    @Test
    void whatOneLeavesUncommittedIsNotCommittedByTheNext() throws Exception {
        // Given
        AtomicInteger forgetful = new AtomicInteger();
        on.loops().chore("forgetful", NEVER, connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("insert into note values ('forgotten')");
            }
            forgetful.incrementAndGet();
            return false;
        });

        // When
        AtomicInteger next = new AtomicInteger();
        on.loops().chore("next", Duration.ofMillis(10), connection -> seen(connection, next));

        // Then
        await().atMost(LONG).until(() -> forgetful.get() == 1 && next.get() > 3);
        assertEquals(0, database.rows("select what from note").size());
    }

    private boolean seen(Connection connection, AtomicInteger times) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            sessions.add(row.getInt(1));
        }
        connection.commit();
        times.incrementAndGet();
        return false;
    }
}
