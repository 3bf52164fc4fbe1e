package org.gongdan.faults;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import org.gongdan.faults.History.Outcome;

/** An agent's day: reports come in and tickets are moved on, each only by the agent who took the report. */
public final class Desk implements Load.Work {
    /** What follows on what; a ticket leaves the desk after the last. */
    private static final Map<String, String> NEXT = Map.of("open", "acknowledge", "acknowledge", "wait", "wait", "resume");
    private static final Map<String, Map<String, ?>> BODIES = Map.of(
            "acknowledge", Map.of(),
            "wait", Map.of("reason", "CUSTOMER", "evidence", "请客户确认到货时间"),
            "resume", Map.of());

    private final String run;
    private final Deque<Held> desk = new ArrayDeque<>();

    private record Held(UUID ticket, String next) {
    }

    /** @param run stands before each summary, so that the run's tickets are found again */
    public Desk(String run) {
        this.run = run;
    }

    @Override
    public void step(Client client) throws InterruptedException {
        if (desk.isEmpty() || client.random.nextInt(3) == 0) {
            var opened = open(client, run, client.random.nextBoolean() ? Duration.ofDays(7) : null);
            if (opened.outcome() == Outcome.OK) {
                desk.add(new Held(opened.ticket(), NEXT.get("open")));
            }
            return;
        }
        var held = desk.poll();
        var moved = client.perform(held.next(), "/api/tickets/" + held.ticket() + "/" + held.next(), BODIES.get(held.next()));
        if (moved.outcome() == Outcome.OK && NEXT.containsKey(held.next())) {
            desk.add(new Held(held.ticket(), NEXT.get(held.next())));
        }
    }

    /** Its summary ends with the command's key, by which the ticket is found when nobody told us its id. @param promise null when none is made */
    public static History.Command open(Client client, String run, Duration promise) throws InterruptedException {
        var key = key(client.random);
        var report = new HashMap<String, Object>(
                Map.of("customerId", Platform.XINGFU, "channel", promise == null ? "PORTAL" : "PHONE", "source", "USER",
                        "summary", run + " " + key, "impact", "HIGH", "urgency", "MEDIUM"));
        if (promise != null) {
            report.put("expectedBy", Instant.now().plus(promise).truncatedTo(ChronoUnit.MILLIS).toString());
        }
        return client.perform(key, "open", "/api/tickets", report);
    }

    private static String key(Random random) {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
