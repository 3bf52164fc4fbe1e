package org.gongdan.ticket;

import static org.gongdan.ticket.TicketFixtures.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gongdan.testing.Infrastructure;
import org.gongdan.testing.PostgresServer;
import org.gongdan.testing.Tokens;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** How many sessions of the database a process opens: as many as docs/operations.md says, and no more however many ask. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class SessionsIT {

    /** Loops with a session of their own, and the one on which all others take turns. */
    private static final Set<String> LOOPS = Set.of("outbox-relay", "timers-long", "chores");
    private static final int CALLS = 200;

    @ConfigProperty(name = "quarkus.datasource.reactive.max-size")
    int pool;
    @ConfigProperty(name = "quarkus.datasource.jdbc.max-size")
    int jdbc;

    @Test
    void noMoreSessionsAreOpenThanTheBudgetSays() throws Exception {
        // Given
        List<Callable<Integer>> calls = IntStream.range(0, CALLS)
                .<Callable<Integer>>mapToObj(call -> () -> as(Tokens.admin()).get("/api/tickets").statusCode()).toList();

        // When
        Set<Integer> answers;
        try (ExecutorService clients = Executors.newFixedThreadPool(40)) {
            answers = clients.invokeAll(calls).stream().map(Future::resultNow).collect(Collectors.toSet());
        }

        // Then
        Map<String, Integer> sessions = sessions();
        assertEquals(Set.of(200), answers);
        assertTrue(sessions.keySet().containsAll(LOOPS), sessions::toString);
        LOOPS.forEach(loop -> assertEquals(1, sessions.remove(loop), loop));
        int others = sessions.values().stream().mapToInt(Integer::intValue).sum();
        assertTrue(others > 1 && others <= pool + jdbc, sessions::toString);
    }

    /** By the name that they bear. */
    private static Map<String, Integer> sessions() throws Exception {
        Map<String, Integer> sessions = new TreeMap<>();
        try (Connection connection = PostgresServer.shared().connect(); Statement statement = connection.createStatement();
                ResultSet row = statement
                        .executeQuery("select application_name, count(*) from pg_stat_activity where usename = 'service' group by 1")) {
            while (row.next()) {
                sessions.put(row.getString(1), row.getInt(2));
            }
        }
        return sessions;
    }
}
