package org.gongdan.faults;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.gongdan.faults.EventLog.Event;
import org.junit.jupiter.api.Test;

@OnStack
class KilledSlaServiceFaultJourney {
    private static final int KILLS = 4;
    /** Of the tickets this proof opened: the promise about the expected time, and the fact that it is broken. */
    private static final String PROMISES = "select c.id, c.due_at, c.status, f.recorded from clock c left join clock_fact f on "
            + "f.clock_id = c.id and f.fact = 'BREACHED' "
            + "where c.kind = 'EXPECTED_TIME' and c.ticket_id = any(?)";

    private record Promise(UUID clock, Instant due, String status, Instant broken) {
    }

    @Test
    void everyPromiseBreaksOnceAndNeverEarlyAlthoughTheTimekeeperIsKilled(Platform platform) throws InterruptedException {
        // Given
        var trial = new Trial(platform, "killed-sla-service");

        // When
        try (var load = trial.load(6, Duration.ofMillis(300), 1.0,
                () -> client -> Desk.open(client, trial.name, Duration.ofMillis(client.random.nextLong(3_000, 10_000))))) {
            for (var kill = 1; kill <= KILLS; kill++) {
                TimeUnit.MILLISECONDS.sleep(trial.random.nextLong(3_000, 6_000));
                platform.slaService.kill();
                trial.fault("kill -9 sla-service");
                platform.slaService.restart();
            }
            TimeUnit.SECONDS.sleep(3);
        }
        trial.settle();
        Trial.awaitNone("every promise is broken",
                () -> promises(platform, trial).stream().filter(promise -> !promise.status().equals("BREACHED")).count());

        // Then
        var promises = promises(platform, trial);
        var told = EventLog.withoutRepetitions(trial.settle()).stream().filter(event -> event.type().equals("SlaBreached.v1"))
                .collect(Collectors.groupingBy(Event::key));
        var late = promises.stream().map(promise -> Duration.between(promise.due(), promise.broken())).sorted().toList();
        trial.mustHold("promises=%d broken=%d lateness p50=%dms max=%dms".formatted(promises.size(), told.size(),
                late.get(late.size() / 2).toMillis(), late.getLast().toMillis()));
        assertAll(
                () -> assertEquals(List.of(), late.stream().filter(Duration::isNegative).toList(), "broken early"),
                () -> assertEquals(promises.size(), promises.stream().map(Promise::clock).distinct().count(), "broken twice"),
                () -> assertEquals(trial.history.count(History.Outcome.OK), promises.size(), "promises"),
                () -> assertEquals(Map.of(),
                        told.entrySet().stream().filter(each -> each.getValue().size() > 1)
                                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                        "told twice"),
                () -> assertTrue(promises.stream().allMatch(promise -> told.containsKey(promise.clock())), "a breach nobody was told of"),
                () -> assertTrue(
                        promises.stream()
                                .noneMatch(promise -> told.get(promise.clock()).getFirst().sent().isBefore(promise.due().minusMillis(1))),
                        "told early"));
    }

    private static List<Promise> promises(Platform platform, Trial trial) {
        var tickets = platform.ticketDatabase.rows("select id from ticket where summary like ?", row -> row.getObject(1, UUID.class),
                trial.name + " %");
        return platform.slaDatabase.rows(PROMISES,
                row -> new Promise(row.getObject(1, UUID.class), row.getObject(2, OffsetDateTime.class).toInstant(), row.getString(3),
                        row.getObject(4, OffsetDateTime.class) == null ? null : row.getObject(4, OffsetDateTime.class).toInstant()),
                (Object) tickets.toArray(UUID[]::new));
    }
}
