package org.gongdan.platform.loop;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.awaitility.Awaitility;
import org.gongdan.testing.PostgresServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LoopIT {

    private static final Duration SOON = Duration.ofMillis(20);
    private static final Duration NEVER = Duration.ofHours(1);

    private final String name = "loop-" + UUID.randomUUID();
    private final Loops loops;

    LoopIT() throws IOException {
        loops = new Loops(new DatabaseConfig(PostgresServer.shared().jdbcUrl(), "postgres", "postgres"), true);
    }

    @BeforeAll
    static void patience() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
    }

    @AfterEach
    void stopLoops() {
        LoopsOn.stop(loops);
    }

    @Test
    void goesOnWithANewConnectionWhenItsOwnIsCutOff() throws Exception {
        // Given
        AtomicInteger steps = new AtomicInteger();
        AtomicInteger losses = new AtomicInteger();
        loops.start(name, SOON, counting(steps, losses));
        await().until(() -> steps.get() > 0);

        // When
        int cut = cutOff();

        // Then
        int before = steps.get();
        assertEquals(1, cut);
        await().untilAsserted(() -> assertTrue(losses.get() == 1 && steps.get() > before + 2));
    }

    @Test
    void theServerSoonNoticesThatTheMachineOfALoopIsGone() throws Exception {
        // Given
        Map<String, String> seen = new ConcurrentHashMap<>();

        // When
        loops.start(name, NEVER, connection -> {
            for (String setting : List.of("tcp_keepalives_idle", "tcp_keepalives_interval", "tcp_keepalives_count",
                    "idle_in_transaction_session_timeout")) {
                seen.put(setting, shown(connection, setting));
            }
            return false;
        });

        // Then
        await().untilAsserted(
                () -> assertEquals(Map.of("tcp_keepalives_idle", "5", "tcp_keepalives_interval", "5", "tcp_keepalives_count", "2",
                        "idle_in_transaction_session_timeout", "30s"), seen));
    }

    private static String shown(Connection connection, String setting) throws SQLException {
        try (var statement = connection.createStatement(); var answer = statement.executeQuery("show " + setting)) {
            answer.next();
            return answer.getString(1);
        }
    }

    @Test
    void triesAgainAfterAFailureAndForgetsWhatTheFailedStepDid() throws Exception {
        // Given
        String table = "loop_" + UUID.randomUUID().toString().replace("-", "");
        execute("create table " + table + " (step integer)");
        AtomicInteger steps = new AtomicInteger();

        // When
        loops.start(name, NEVER, connection -> {
            int step = steps.incrementAndGet();
            execute(connection, "insert into " + table + " values (" + step + ")");
            if (step == 1) {
                throw new IllegalStateException("the first step fails");
            }
            connection.commit();
            return false;
        });

        // Then
        await().until(() -> steps.get() == 2);
        await().untilAsserted(() -> assertEquals("2", one("select string_agg(step::text, ',') from " + table)));
    }

    @Test
    void aPokeEndsThePause() {
        // Given
        AtomicInteger steps = new AtomicInteger();
        Loop loop = loops.start(name, NEVER, counting(steps, new AtomicInteger()));
        await().until(() -> steps.get() == 1);

        // When
        loop.poke();

        // Then
        await().until(() -> steps.get() == 2);
    }

    @Test
    void whoIsToFinishBeginsAnewWhenItsLastStepFails() {
        // Given
        AtomicInteger steps = new AtomicInteger();
        AtomicInteger last = new AtomicInteger();
        AtomicReference<Loop> loop = new AtomicReference<>();
        loop.set(loops.startLasting(name, NEVER, connection -> {
            steps.incrementAndGet();
            if (loop.get() != null && loop.get().isStopping() && last.incrementAndGet() == 1) {
                throw new IllegalStateException("the first of the last steps fails");
            }
            return false;
        }));
        await().until(() -> steps.get() > 0);

        // When
        LoopsOn.stop(loops);

        // Then
        assertEquals(2, last.get());
    }

    @Test
    void oneOfTwoLeadsAndTheOtherFollowsWhenTheFirstIsCutOff() throws Exception {
        // Given
        AtomicReference<String> leader = new AtomicReference<>();
        AtomicInteger leads = new AtomicInteger();
        Candidate first = new Candidate("first", leader, leads);
        Candidate second = new Candidate("second", leader, leads);
        loops.start(name, SOON, first);
        await().until(() -> "first".equals(leader.get()));
        loops.start(name + "-second", SOON, second);
        await().until(() -> second.asked.get() > 3);

        // When
        first.resigns = true;
        cutOff();

        // Then
        await().until(() -> "second".equals(leader.get()));
        assertEquals(2, leads.get());
    }

    private final class Candidate implements Loop.Step {

        private final String who;
        private final AtomicReference<String> leader;
        private final AtomicInteger leads;
        private final AtomicInteger asked = new AtomicInteger();
        private boolean leading;
        private volatile boolean resigns;

        Candidate(String who, AtomicReference<String> leader, AtomicInteger leads) {
            this.who = who;
            this.leader = leader;
            this.leads = leads;
        }

        @Override
        public boolean run(Connection connection) throws SQLException {
            if (!leading && !resigns && Loop.tryLead(connection, name)) {
                leading = true;
                leads.incrementAndGet();
                leader.set(who);
            }
            execute(connection, "select 1");
            connection.commit();
            asked.incrementAndGet();
            return false;
        }

        @Override
        public void connectionLost() {
            leading = false;
        }
    }

    private static Loop.Step counting(AtomicInteger steps, AtomicInteger losses) {
        return new Loop.Step() {
            @Override
            public boolean run(Connection connection) throws SQLException {
                execute(connection, "select 1");
                connection.commit();
                steps.incrementAndGet();
                return false;
            }

            @Override
            public void connectionLost() {
                losses.incrementAndGet();
            }
        };
    }

    private int cutOff() throws Exception {
        return Integer
                .parseInt(one("select count(pg_terminate_backend(pid)) from pg_stat_activity where application_name = '" + name + "'"));
    }

    private static String one(String sql) throws Exception {
        try (Connection connection = PostgresServer.shared().connect(); var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void execute(String sql) throws Exception {
        try (Connection connection = PostgresServer.shared().connect()) {
            execute(connection, sql);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }
}
