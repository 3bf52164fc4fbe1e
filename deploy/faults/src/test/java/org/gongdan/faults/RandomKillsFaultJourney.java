package org.gongdan.faults;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.gongdan.faults.EventLog.Event;
import org.gongdan.faults.History.Outcome;
import org.gongdan.faults.Timekeeping.Step;
import org.junit.jupiter.api.Test;

/** The timekeeper, its database and the broker are killed at random while promises of every kind of timer fall due. */
@OnStack
class RandomKillsFaultJourney {
    private static final int KILLS = 6;
    private static final String LADDER = "QUICK_LADDER";
    /** A kind of promise with a ladder that is climbed within seconds. */
    private static final String KINDS = """
            QUICK_LADDER:
              name: {zh: 快速升级, en: Quick ladder}
              about: ticket
              within: 12s
              escalates:
              - {at: 50%, to: duty}
              - {at: due, to: supervisor}
              - {at: due+4s, to: manager}
              rules:
              - {event: TicketOpened, does: start, at: openedAt}
              - {event: TicketResolved, does: keep, at: resolvedAt}
              - {event: TicketCancelled, does: void, reason: reason}
            """;
    private static final Map<String, List<Step>> STEPS = Map.of(LADDER,
            List.of(new Step("50%", "duty", null), new Step("due", "supervisor", Duration.ZERO),
                    new Step("due+PT4S", "manager", Duration.ofSeconds(4))));

    @Test
    void noTimerFiresEarlyTwiceOrNeverAlthoughAnythingIsKilledAtAnyMoment(Platform platform) throws Exception {
        // Given
        var trial = new Trial(platform, "random-kills");
        var settings = quickPromises();
        var outages = new Outages();
        assertEquals("on", platform.slaDatabase.rows("show fsync", row -> row.getString(1)).getFirst(),
                "a database that may lose commits proves nothing");
        platform.slaService.restart(settings);
        platform.renewToken("agent");

        // When
        try (var load = trial.load(4, Duration.ofMillis(600), 1.0, () -> new Caretaker(trial.name))) {
            for (var kill = 1; kill <= KILLS; kill++) {
                TimeUnit.MILLISECONDS.sleep(trial.random.nextLong(4_000, 8_000));
                kill(platform, trial, outages);
            }
            TimeUnit.SECONDS.sleep(3);
        }
        trial.settle();
        var tickets = tickets(platform, trial);
        Trial.awaitNone("every promise is broken or done and every ladder climbed",
                () -> platform.slaDatabase.count(
                        """
                select count(*) from timer t join clock c on c.id = t.ref where c.ticket_id = any(?) and t.kind like 'sla-%'
                    and t.due_at < now() + interval '30 seconds'""",
                        (Object) tickets.toArray(UUID[]::new)));

        // Then
        var slaEvents = EventLog.withoutRepetitions(trial.settle());
        var kept = new Timekeeping(outages);
        kept.check(platform, tickets, STEPS, slaEvents);
        var renewals = renewals(platform, trial, tickets);
        var late = kept.late.stream().sorted().toList();
        var rebuilt = Rebuilt.of(platform, settings);
        System.out.println("FAULT %s: %s".formatted(trial.name, rebuilt.lines().getLast()));
        platform.slaService.restart(Map.of());
        trial.mustHold("timers=%s untold=%s early=%d twice=%d never=%d lateness p50=%dms max=%dms outages=%ds renewals=%d".formatted(
                kept.fired, kept.untold, kept.early.size(), kept.doubled.size(),
                kept.missing.size(), late.get(late.size() / 2).toMillis(), late.getLast().toMillis(), outages.total().toSeconds(),
                renewals.values().stream().mapToLong(Long::longValue).sum()));
        assertAll(
                () -> assertEquals(List.of(), kept.early, "early"),
                () -> assertEquals(List.of(), kept.doubled, "twice"),
                () -> assertEquals(List.of(), kept.missing, "never"),
                () -> assertEquals(List.of(), kept.disordered, "in the wrong order"),
                () -> assertTrue(kept.fellDue().containsAll(List.of("breach", "warning", "step 50%", "step due", "step due+PT4S")),
                        () -> "not every kind of timer fell due: " + kept.fellDue()),
                () -> assertEquals(contacts(trial), renewals,
                        "each time the customer heard of us there is one promise more of the next time"),
                () -> assertEquals(0, rebuilt.exitCode(), () -> String.join("\n", rebuilt.lines())),
                () -> assertEquals(0, trial.history.count(Outcome.UNKNOWN), "commands that never got an answer"));
    }

    private static void kill(Platform platform, Trial trial, Outages outages) throws InterruptedException {
        var begin = Instant.now();
        switch (trial.random.nextInt(3)) {
            case 0 -> {
                platform.slaService.kill();
                outages.killed(begin, Instant.now());
                trial.fault("kill -9 sla-service");
                platform.slaService.restart();
            }
            case 1 -> {
                platform.postgres.kill();
                outages.killed(begin, Instant.now());
                trial.fault("kill -9 postgres");
                TimeUnit.MILLISECONDS.sleep(trial.random.nextLong(1_500));
                platform.postgres.restart();
            }
            default -> {
                platform.broker.kill();
                trial.fault("kill -9 broker");
                TimeUnit.MILLISECONDS.sleep(trial.random.nextLong(1_500));
                platform.broker.restart();
            }
        }
    }

    /** Every promise is one of seconds here; all of them fall due within the proof. */
    private static Map<String, String> quickPromises() throws IOException {
        var file = Files.writeString(Path.of("target/quick-promises.yaml").toAbsolutePath(), KINDS);
        return Map.of("GONGDAN_SLA_PROMISE_FILES", file.toString(), "GONGDAN_SLA_UPDATE_CADENCE_WITHIN", "8s",
                "GONGDAN_SLA_ACKNOWLEDGE_WITHIN", "6s");
    }

    private static List<UUID> tickets(Platform platform, Trial trial) {
        return platform.ticketDatabase.rows("select id from ticket where summary like ?", row -> row.getObject(1, UUID.class),
                trial.name + " %");
    }

    /** Promises of regular news beyond the first, by ticket. */
    private static Map<UUID, Long> renewals(Platform platform, Trial trial, List<UUID> tickets) {
        return Timekeeping.clocks(platform, tickets).stream().filter(clock -> clock.kind().equals("UPDATE_CADENCE"))
                .collect(Collectors.groupingBy(Timekeeping.Clock::ticket, Collectors.counting())).entrySet().stream()
                .filter(each -> each.getValue() > 1)
                .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue() - 1));
    }

    private static Map<UUID, Long> contacts(Trial trial) {
        return EventLog.withoutRepetitions(trial.ticketEvents()).stream().filter(event -> event.type().equals("CustomerContacted.v2"))
                .collect(Collectors.groupingBy(Event::key, Collectors.counting()));
    }
}
