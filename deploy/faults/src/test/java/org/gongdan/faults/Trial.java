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
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.gongdan.faults.EventLog.Event;
import org.gongdan.faults.History.Outcome;
import org.gongdan.stack.StackProcess;

/** One proof from its first command to the comparison of the books. */
final class Trial {
    private static final Duration QUIET = Duration.ofSeconds(120);
    private static final String OPEN_TRANSACTIONS = "select count(*) from pg_stat_activity where datname in ('ticket', 'sla') and state like 'idle in transaction%'";

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
        Awaitility.await(what).atMost(QUIET).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(50)).until(condition::getAsBoolean);
    }

    /** Everything said has been heard by both services. @return what sla-service said */
    List<Event> settle() {
        await("ticket-service has published all", () -> platform.ticketDatabase.waitingFacts() == 0);
        var ticketEvents = ticketLog.since(ticketBegin);
        await("sla-service has heard all", () -> heard(platform.slaDatabase, "ticket-events").containsAll(ids(ticketEvents)));
        await("sla-service has published all", () -> platform.slaDatabase.waitingFacts() == 0);
        var slaEvents = slaLog.since(slaBegin);
        await("ticket-service has heard all", () -> heard(platform.ticketDatabase, "sla-events").containsAll(ids(slaEvents)));
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
        System.out.printf("FAULT %s: seed=%d commands=%d ok=%d failed=%d unknown=%d tries=%d answers=%s p50=%dms p99=%dms max=%dms ticket-events=%d (+%d repeated) "
                + "sla-events=%d (+%d repeated) faults=%d lost=%d doubled=%d disordered=%d %s took=%ds%n", name, seed, history.commands().size(),
                history.count(Outcome.OK), history.count(Outcome.FAILED), history.count(Outcome.UNKNOWN), history.tries(), history.answers(),
                history.quantile(0.5).toMillis(), history.quantile(0.99).toMillis(), history.quantile(1).toMillis(), distinct, ticketEvents.size() - distinct,
                slaDistinct, slaEvents.size() - slaDistinct, faults, books.lost.size(), books.doubled.size(), books.disordered.size(), figures,
                Duration.between(begin, Instant.now()).toSeconds());
        assertAll(
                () -> assertTrue(faults > 0, "nothing happened"),
                () -> assertEquals(List.of(), books.lost, "lost"),
                () -> assertEquals(List.of(), books.doubled, "doubled"),
                () -> assertEquals(List.of(), books.disordered, "disordered"),
                () -> assertEquals(List.of(), parked(platform.ticketService), "parked in ticket-service"),
                () -> assertEquals(List.of(), parked(platform.slaService), "parked in sla-service"),
                () -> assertEquals(0, deadLetters(), "dead letters"),
                () -> await("no transaction is left open", () -> platform.ticketDatabase.count(OPEN_TRANSACTIONS) == 0),
                () -> auditMustHold(distinct));
    }

    /** One row per accepted command, and each accepted command says exactly one thing. */
    private void auditMustHold(long accepted) {
        await("the audit is sealed", () -> platform.ticketDatabase.count("select (select count(*) from audit) - (select count(*) from audit_seal)") == 0);
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

    private static HashSet<UUID> ids(List<Event> events) {
        var ids = new HashSet<UUID>();
        events.forEach(event -> ids.add(event.id()));
        return ids;
    }

    private static HashSet<UUID> heard(Database database, String consumer) {
        return new HashSet<>(database.rows("select event_id from inbox where consumer = ?", row -> row.getObject(1, UUID.class), consumer));
    }
}
