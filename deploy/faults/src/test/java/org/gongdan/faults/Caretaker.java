package org.gongdan.faults;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.UUID;

import org.gongdan.faults.History.Outcome;

/** Opens tickets that are expected within seconds and now and then tells a customer how things stand; solves nothing. */
final class Caretaker implements Load.Work {
    private static final Map<String, ?> NEWS = Map.of("channel", "PHONE", "said", "正在处理", "answersCallback", false);

    private final String run;
    private final Deque<UUID> open = new ArrayDeque<>();

    /** @param run stands before each summary, so that the run's tickets are found again */
    Caretaker(String run) {
        this.run = run;
    }

    @Override
    public void step(Client client) throws InterruptedException {
        if (open.isEmpty() || client.random.nextInt(3) == 0) {
            var opened = Desk.open(client, run, Duration.ofMillis(client.random.nextLong(4_000, 25_000)));
            if (opened.outcome() == Outcome.OK) {
                open.add(opened.ticket());
            }
            return;
        }
        var ticket = open.poll();
        client.perform("contact", "/api/tickets/" + ticket + "/contact", NEWS);
        if (client.random.nextBoolean()) {
            open.add(ticket);
        }
    }
}
