package org.gongdan.faults;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.gongdan.faults.EventLog.Event;
import org.gongdan.faults.History.Outcome;
import org.gongdan.stack.StackProcess;

/** One proof from its first command to the comparison of the books. */
final class Trial {
    /** Told when sla-service starts with other kinds of promises than before, as it does for some proofs. */
    private static final String NOT_FOR_TICKET_SERVICE = "PromiseKindDescribed.v1";
    /** So long may nothing change at all while something is left to do; how long it takes all in all is up to the machine. */
    private static final Duration STANDSTILL = Duration.ofSeconds(120);
    private static final Duration LONGEST = Duration.ofMinutes(20);
    private static final String OPEN_TRANSACTIONS = "select count(*) from pg_stat_activity where datname in ('ticket', 'sla') and state "
            + "like 'idle in transaction%'";

    final History history = new History();
    final Random random;
    final String name;
    private final Platform platform;
    private final long seed = Long.getLong("faults.seed", 20261122L);
    private final Instant begin = Instant.now();
    private final EventLog ticketLog;
    private final EventLog slaLog;
    private final Map<TopicPartition, Long> ticketBegin;
    private final Map<TopicPartition, Long> slaBegin;
    private final long auditBegin;
    private int faults;

    Trial(Platform platform, String name) {
        this.platform = platform;
        this.name = name;
        random = new Random(seed ^ name.hashCode());
        ticketLog = new EventLog(platform, "ticket-events");
        slaLog = new EventLog(platform, "sla-events");
        ticketBegin = ticketLog.end();
        slaBegin = slaLog.end();
        auditBegin = auditRows();
    }

    Load load(int clients, Duration pause, double insistence, Load.Kind kind) {
        return Load.start(platform, history, random, clients, pause, insistence, kind);
    }

    void fault(String what) {
        faults++;
        history.fault(what);
    }

    static void await(String what, BooleanSupplier condition) {
        awaitNone(what, () -> condition.getAsBoolean() ? 0 : 1);
    }

    /** Waits until nothing of something is left, as long as there is any progress. */
    static void awaitNone(String what, LongSupplier left) {
        var changed = new AtomicReference<>(Map.entry(Long.MAX_VALUE, Instant.now()));
        Awaitility.await(what).atMost(LONGEST).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(100)).until(() -> {
            var now = left.getAsLong();
            if (now != changed.get().getKey()) {
                changed.set(Map.entry(now, Instant.now()));
            }
            assertTrue(changed.get().getValue().plus(STANDSTILL).isAfter(Instant.now()),
                    () -> what + ": nothing has changed for " + STANDSTILL + ", " + now + " are left");
            return now == 0;
        });
    }

    /** Everything said has been heard by both services. @return what sla-service said */
    List<Event> settle() {
        awaitNone("ticket-service has published all", platform.ticketDatabase::waitingFacts);
        var ticketEvents = ticketLog.since(ticketBegin);
        awaitNone("sla-service has heard all", () -> unheard(platform.slaDatabase, "ticket-events", ticketEvents));
        awaitNone("sla-service has published all", platform.slaDatabase::waitingFacts);
        var slaEvents = slaLog.since(slaBegin);
        var ofTickets = slaEvents.stream().filter(event -> !NOT_FOR_TICKET_SERVICE.equals(event.type())).toList();
        awaitNone("ticket-service has heard all", () -> unheard(platform.ticketDatabase, "sla-events", ofTickets));
        return slaEvents;
    }

    List<Event> ticketEvents() {
        return ticketLog.since(ticketBegin);
    }

    /** Compares the books, prints the figures and fails when something is wrong. @param figures what this proof has to say beyond the usual */
    void mustHold(String figures) {
        history.write(Path.of("target/histories", name + ".txt"));
        var slaEvents = settle();
        var ticketEvents = ticketLog.since(ticketBegin);
        var books = new Books(platform, name);
        books.compare(history.commands(), ticketEvents);
        var distinct = EventLog.withoutRepetitions(ticketEvents).size();
        var slaDistinct = EventLog.withoutRepetitions(slaEvents).size();
        System.out.printf(
                "FAULT %s: seed=%d commands=%d ok=%d failed=%d unknown=%d tries=%d answers=%s p50=%dms p99=%dms max=%dms ticket-events=%d (+%d repeated) "
                        + "sla-events=%d (+%d repeated) faults=%d lost=%d doubled=%d disordered=%d %s took=%ds%n",
                name, seed, history.commands().size(),
                history.count(Outcome.OK), history.count(Outcome.FAILED), history.count(Outcome.UNKNOWN), history.tries(),
                history.answers(),
                history.quantile(0.5).toMillis(), history.quantile(0.99).toMillis(), history.quantile(1).toMillis(), distinct,
                ticketEvents.size() - distinct,
                slaDistinct, slaEvents.size() - slaDistinct, faults, books.lost.size(), books.doubled.size(), books.disordered.size(),
                figures,
                Duration.between(begin, Instant.now()).toSeconds());
        assertAll(
                () -> assertTrue(faults > 0, "nothing happened"),
                () -> assertEquals(List.of(), books.lost, "lost"),
                () -> assertEquals(List.of(), books.doubled, "doubled"),
                () -> assertEquals(List.of(), books.disordered, "disordered"),
                () -> assertEquals(List.of(), parked(platform.ticketService), "parked in ticket-service"),
                () -> assertEquals(List.of(), parked(platform.slaService), "parked in sla-service"),
                () -> assertEquals(0, deadLetters(), "dead letters"),
                () -> awaitNone("no transaction is left open", () -> platform.ticketDatabase.count(OPEN_TRANSACTIONS)),
                () -> auditMustHold(distinct));
    }

    /** One row per accepted command, and each accepted command says exactly one thing. */
    private void auditMustHold(long accepted) {
        awaitNone("the audit is sealed",
                () -> platform.ticketDatabase.count("select (select count(*) from audit) - (select count(*) from audit_seal)"));
        var verdict = platform.operations(platform.ticketService, "/audit/verification");
        assertTrue(verdict.path("intact").booleanValue(), verdict::toString);
        assertEquals(accepted, auditRows() - auditBegin, "audit rows");
        assertTrue(accepted >= history.count(Outcome.OK), "accepted commands");
    }

    private long auditRows() {
        return platform.ticketDatabase.count("select count(*) from audit");
    }

    private List<String> parked(StackProcess service) {
        var found = new ArrayList<String>();
        platform.operations(service, "/parked").forEach(key -> found.add(key.toString()));
        return found;
    }

    private long deadLetters() {
        return List.of("ticket-events-dead-letter", "sla-events-dead-letter").stream()
                .mapToLong(topic -> new EventLog(platform, topic).end().values().stream().mapToLong(Long::longValue).sum()).sum();
    }

    /** How many of the events this consumer has not heard yet. */
    private static long unheard(Database database, String consumer, List<Event> events) {
        var unheard = new HashSet<UUID>();
        events.forEach(event -> unheard.add(event.id()));
        database.rows("select event_id from inbox where consumer = ?", row -> row.getObject(1, UUID.class), consumer)
                .forEach(unheard::remove);
        return unheard.size();
    }
}
