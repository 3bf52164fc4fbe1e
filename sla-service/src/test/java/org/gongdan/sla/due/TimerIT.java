package org.gongdan.sla.due;

import static org.awaitility.Awaitility.await;
import static org.gongdan.sla.SlaFixtures.assertCachesFollowFromFacts;
import static org.gongdan.sla.SlaFixtures.awaitClock;
import static org.gongdan.sla.SlaFixtures.count;
import static org.gongdan.sla.SlaFixtures.id;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.gongdan.platform.event.Ids;
import org.gongdan.sla.Events;
import org.gongdan.sla.SlaFixtures;
import org.gongdan.testing.Infrastructure;
import org.gongdan.testing.PostgresServer;
import org.gongdan.testing.Topics;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class TimerIT {

    private static final int MANY = 150;

    @Test
    void pausesThatMeetTheDueTimeAreDecidedByTheirTime() throws Exception {
        // Given
        Instant due = Events.now().plusSeconds(30);
        List<Events> tickets = new ArrayList<>();
        for (int index = 0; index < MANY; index++) {
            tickets.add(Events.ofTicket().opened(due.minus(Duration.ofHours(24))));
        }
        awaitClock(tickets.getLast(), "RESOLUTION_24H", "RUNNING");

        // When
        for (int index = 0; index < MANY; index++) {
            Instant told = due.plusMillis(4L * (index - MANY / 2));
            SlaFixtures.awaitMoment(told);
            tickets.get(index).waiting("CUSTOMER", told);
        }

        // Then
        for (int index = 0; index < MANY; index++) {
            Events ticket = tickets.get(index);
            boolean inTime = index <= MANY / 2;
            Map<String, Object> clock = await().until(() -> SlaFixtures.clock(ticket, "RESOLUTION_24H"),
                    found -> SlaFixtures.facts(found).contains("PAUSED") && !found.get("status").equals("RUNNING"));
            assertEquals(inTime ? "PAUSED" : "BREACHED", clock.get("status"),
                    "pause " + (index - MANY / 2) * 4 + " ms after the due time: " + clock);
        }
        assertTrue(assertCachesFollowFromFacts() >= 2 * MANY);
        Set<String> keys = new HashSet<>(
                tickets.stream().map(ticket -> (String) SlaFixtures.clock(ticket, "RESOLUTION_24H").get("id")).toList());
        await().until(() -> count("select count(*) from outbox") == 0);
        Map<String, Long> breaches = Topics.shared()
                .all("sla-events", event -> event.type().equals("SlaBreached.v1") && keys.contains(event.key())).stream()
                .collect(Collectors.groupingBy(Topics.Event::key, Collectors.counting()));
        assertTrue(breaches.values().stream().allMatch(number -> number == 1), breaches.toString());
        assertTrue(breaches.size() >= MANY / 2 - 1, "broken: " + breaches.size());
    }

    @Test
    void aClockSomebodyIsChangingIsFiredAfterwards() throws Exception {
        // Given
        Instant due = Events.now().plusSeconds(15);
        Events events = Events.ofTicket().opened(Events.now(), due);
        UUID id = id(awaitClock(events, "EXPECTED_TIME", "RUNNING"));

        // When
        try (Connection other = PostgresServer.shared().connect(); Statement lock = other.createStatement()) {
            other.setAutoCommit(false);
            lock.executeQuery("select * from clock where id = '" + id + "' for update");
            SlaFixtures.awaitMoment(due.plusSeconds(1));
            assertEquals(1, count("select count(*) from timer where ref = ? and kind = 'sla-breach'", id));
            other.rollback();
        }

        // Then
        awaitClock(events, "EXPECTED_TIME", "BREACHED");
        assertEquals(1, count("select count(*) from clock_fact where clock_id = ? and fact = 'BREACHED'", id));
    }

    @Test
    void aCrashInTheMiddleLosesNothingAndDoublesNothing() throws Exception {
        // Given
        int number = 5_000;
        UUID customer = UUID.randomUUID();
        overdue(number, customer);

        // When
        for (int kill = 0; kill < 5; kill++) {
            count("select count(pg_terminate_backend(pid)) from pg_stat_activity where application_name in ('timers', 'outbox-relay')");
            await().pollDelay(Duration.ofMillis(150)).until(() -> true);
        }

        // Then
        await()
                .until(() -> count("select count(*) from clock where customer_id = ? and status = 'BREACHED'", customer) == number);
        assertEquals(number,
                count("select count(*) from clock_fact f join clock c on c.id = f.clock_id where c.customer_id = ? and fact = 'BREACHED'",
                        customer));
        assertEquals(0, count("select count(*) from timer t join clock c on c.id = t.ref where c.customer_id = ?", customer));
        await().until(() -> count("select count(*) from outbox") == 0);
        List<Topics.Event> events = Topics.shared().all("sla-events",
                event -> event.type().equals("SlaBreached.v1") && customer.toString().equals(event.text("customerId")));
        assertEquals(number, events.stream().map(event -> event.headers().get("ce_id")).distinct().count());
        assertEquals(number, events.stream().map(Topics.Event::key).distinct().count());
    }

    @Test
    void manyPromisesThatBreakTogetherAreSettledInBatches() throws Exception {
        // Given
        int number = 5000;
        UUID customer = UUID.randomUUID();

        // When
        overdue(number, customer);

        // Then
        await().atMost(Duration.ofMinutes(5)).pollInterval(Duration.ofMillis(20))
                .until(() -> count("select count(*) from timer where kind = 'sla-breach' and due_at < now()") == 0);
        assertEquals(number,
                count("select count(*) from clock where customer_id = ? and status = 'BREACHED' and breached_at = due_at", customer));
    }

    /** Clocks whose due time has passed already, put straight into the tables in one transaction. */
    private static void overdue(int number, UUID customer) throws Exception {
        try (Connection connection = PostgresServer.shared().connect()) {
            connection.setAutoCommit(false);
            UUID[] ids = new UUID[number];
            for (int index = 0; index < number; index++) {
                ids[index] = Ids.next();
            }
            String[] statements = {
                    """
                    insert into clock (id, version, ticket_id, customer_id, kind, generation, facts, target, warn_percent, status, started_at, due_at)
                    select id, 0, id, ?, 'RESOLUTION_24H', 0, 1, 'PT24H', 80, 'RUNNING', now() - interval '25 hours',
                        now() - interval '1 hour' from unnest(?::uuid[]) id""",
                    """
                    insert into clock_fact (clock_id, seq, at, sequence, fact, data)
                    select id, 0, now() - interval '25 hours', 0, 'STARTED',
                        '{"terms": {"within": "PT24H", "calendar": "24x7", "pausesOn": ["CUSTOMER"], "warnPercent": 80}}'
                    from unnest(?::uuid[]) id where ?::uuid is not null""",
                    """
                    insert into timer (kind, ref, generation, due_at, fire_at)
                    select 'sla-breach', id, 0, now() - interval '1 hour', now() - interval '1 hour' from unnest(?::uuid[]) id where ?::uuid is not null"""};
            for (int index = 0; index < statements.length; index++) {
                try (PreparedStatement insert = connection.prepareStatement(statements[index])) {
                    insert.setObject(index == 0 ? 1 : 2, customer);
                    insert.setArray(index == 0 ? 2 : 1, connection.createArrayOf("uuid", ids));
                    insert.executeUpdate();
                }
            }
            connection.commit();
        }
    }
}
