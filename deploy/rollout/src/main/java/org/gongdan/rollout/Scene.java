package org.gongdan.rollout;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

import org.apache.kafka.common.TopicPartition;
import org.gongdan.faults.Books;
import org.gongdan.faults.Client;
import org.gongdan.faults.Database;
import org.gongdan.faults.Desk;
import org.gongdan.faults.EventLog;
import org.gongdan.faults.EventLog.Event;
import org.gongdan.faults.History;
import org.gongdan.faults.Load;

/** Something done to the cluster while people work, and the comparison of the books afterwards. */
final class Scene {
    private static final List<String> SERVICES = List.of("ticket-service", "dispatch-service", "sla-service", "knowledge-service",
            "notification-service");
    private static final int CLIENTS = 30;
    /** Mean time a client thinks: 30 clients make about 20 commands a second. */
    private static final Duration PAUSE = Duration.ofMillis(1_350);
    /** So long may nothing change while something is left to be heard. */
    private static final Duration STANDSTILL = Duration.ofSeconds(120);
    private final String name;
    private final Callers callers;
    private final History history = new History();
    private final List<String> figures = new ArrayList<>();
    /** Stands before the summaries of this scene's tickets; another one each time, as are its Idempotency-Keys: the data may be an earlier run's. */
    private final String run;
    private final Random random = new Random();
    private Readers asked;

    interface Deed {
        void run(Scene scene) throws Exception;
    }

    Scene(String name, Callers callers) {
        this.name = name;
        this.callers = callers;
        run = name + "-" + Long.toString(System.currentTimeMillis(), 36);
    }

    /** What is seen besides answers and books. */
    void figure(String sentence) {
        figures.add(sentence);
        System.out.println("  " + sentence);
    }

    void fault(String what) {
        history.fault(what);
    }

    /** @param mayRefuse whether an answer other than 2xx is no fault of the platform here */
    Verdict play(boolean mayRefuse, Deed deed) throws Exception {
        System.out.println(name + ":");
        var ticketLog = new EventLog(callers, "ticket-events");
        var slaLog = new EventLog(callers, "sla-events");
        var ticketBegin = ticketLog.end();
        var slaBegin = slaLog.end();
        callers.renewTokens();
        var begin = Instant.now();
        // Whoever is refused tries again only where refusals are expected: elsewhere every single answer counts.
        try (var load = Load.start(callers, history, random, CLIENTS, PAUSE, mayRefuse ? 0.7 : 0, () -> new Desk(run));
                var promises = Load.start(callers, history, random, 2, Duration.ofSeconds(4), 0, () -> this::promise);
                var readers = new Readers(callers, SERVICES)) {
            asked = readers;
            deed.run(this);
            TimeUnit.SECONDS.sleep(5);
        }
        var took = Duration.between(begin, Instant.now());
        var slaEvents = settle(ticketLog, ticketBegin, slaLog, slaBegin);
        var ticketEvents = ticketLog.since(ticketBegin);
        history.write(Path.of("deploy/rollout/target/histories", name.replace(' ', '-') + ".txt"));
        var books = new Books(callers, run);
        books.compare(history.commands(), ticketEvents);
        var verdict = new Verdict(name, took, history.commands().size(), answers(), mayRefuse,
                EventLog.withoutRepetitions(ticketEvents).size() + EventLog.withoutRepetitions(slaEvents).size(), books.lost, books.doubled,
                books.disordered, history.quantile(0.5), history.quantile(0.99), history.quantile(1), lateness(begin),
                List.copyOf(figures));
        System.out.println("  " + verdict.sentence());
        return verdict;
    }

    private Map<String, Long> answers() {
        var all = new TreeMap<>(history.answers());
        all.putAll(asked.answers());
        return all;
    }

    /** A promise that soon falls due, so that timers have something to do. */
    private void promise(Client client) throws InterruptedException {
        Desk.open(client, run, Duration.ofSeconds(15 + client.random.nextInt(30)));
    }

    /** How late the latest breach of these promises was noticed, from its due time or, when sla-service heard of the promise later, from then on. */
    private Duration lateness(Instant begin) {
        return callers.slaDatabase().rows("""
                select coalesce(max(extract(epoch from f.recorded - greatest(f.at, s.recorded)) * 1000)::bigint, -1)
                from clock_fact f join clock c on c.id = f.clock_id join clock_fact s on s.clock_id = c.id and s.fact = 'STARTED'
                where f.fact = 'BREACHED' and c.kind = 'EXPECTED_TIME' and f.at >= ?""", row -> Duration.ofMillis(row.getLong(1)),
                begin.atOffset(ZoneOffset.UTC)).getFirst();
    }

    /** Everything said has been heard. @return what sla-service said */
    private List<Event> settle(EventLog ticketLog, Map<TopicPartition, Long> ticketBegin, EventLog slaLog,
            Map<TopicPartition, Long> slaBegin)
            throws InterruptedException {
        awaitNone("facts of ticket-service to publish", callers.ticketDatabase()::waitingFacts);
        var ticketEvents = ticketLog.since(ticketBegin);
        awaitNone("ticket events that sla-service has not heard", () -> unheard(callers.slaDatabase(), "ticket-events", ticketEvents));
        awaitNone("facts of sla-service to publish", callers.slaDatabase()::waitingFacts);
        var slaEvents = slaLog.since(slaBegin);
        awaitNone("promises that ticket-service has not heard", () -> unheard(callers.ticketDatabase(), "sla-events",
                slaEvents.stream().filter(event -> !event.type().equals("PromiseKindDescribed.v1")).toList()));
        return slaEvents;
    }

    static void awaitNone(String what, LongSupplier left) throws InterruptedException {
        var last = Long.MAX_VALUE;
        var changed = Instant.now();
        while (true) {
            var now = left.getAsLong();
            if (now == 0) {
                return;
            }
            if (now != last) {
                last = now;
                changed = Instant.now();
            }
            if (changed.plus(STANDSTILL).isBefore(Instant.now())) {
                throw new IllegalStateException(now + " " + what + ", and nothing has changed for " + STANDSTILL.toSeconds() + " s");
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private static long unheard(Database database, String consumer, List<Event> events) {
        var unheard = new HashSet<>(events.stream().map(Event::id).collect(Collectors.toSet()));
        database.rows("select event_id from inbox where consumer = ?", row -> row.getObject(1, UUID.class), consumer)
                .forEach(unheard::remove);
        return unheard.size();
    }
}
