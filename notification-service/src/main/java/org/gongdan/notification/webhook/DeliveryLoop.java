package org.gongdan.notification.webhook;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gongdan.notification.NotificationEvent.WebhookDisabled;
import org.gongdan.notification.NotificationEvent.WebhookDisabled.Why;
import org.gongdan.platform.loop.Loop;
import org.gongdan.platform.loop.Loops;
import org.gongdan.platform.outbox.Outbox;
import org.gongdan.platform.outbox.OutboxWakeUp;
import org.gongdan.platform.tx.Tx;
import org.jboss.logging.Logger;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;

/**
 * Hands due deliveries to the courier and writes down what became of them. At least once: an answer that is lost with this process is
 * asked for again after the lease. Two deliveries per webhook are under way at most, so a receiver that hangs delays nobody else.
 */
@ApplicationScoped
class DeliveryLoop implements Loop.Step {

    private static final Logger LOG = Logger.getLogger(DeliveryLoop.class);
    private static final int PER_WEBHOOK = 2;
    private static final int UNDER_WAY = 256;
    private static final double JITTER = 0.2;
    private static final Duration IDLE = Duration.ofMillis(500);
    private static final Duration FORGET_EVERY = Duration.ofHours(1);

    private final Loops loops;
    private final Courier courier;
    private final Outbox outbox;
    private final OutboxWakeUp relay;
    private final Clock clock;
    private final MeterRegistry meters;
    private final List<Duration> schedule;
    private final Duration keep;
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private Instant forgotten = Instant.EPOCH;
    private Loop loop;

    DeliveryLoop(Loops loops, Courier courier, Outbox outbox, OutboxWakeUp relay, Clock clock, MeterRegistry meters,
            @ConfigProperty(name = "gongdan.webhook.schedule") List<Duration> schedule,
            @ConfigProperty(name = "gongdan.webhook.keep") Duration keep) {
        this.loops = loops;
        this.courier = courier;
        this.outbox = outbox;
        this.relay = relay;
        this.clock = clock;
        this.meters = meters;
        this.schedule = schedule;
        this.keep = keep;
    }

    private record Answer(Parcel parcel, Outcome outcome) {
    }

    void start(@Observes StartupEvent startup) {
        loop = loops.start("webhooks", IDLE, this);
    }

    void committed(@Observes Tx.Committed commit) {
        if (loop != null && !commit.touched(Webhooks.Due.class).isEmpty()) {
            loop.poke();
        }
    }

    @Override
    public boolean run(Connection connection) throws SQLException {
        writeDown(connection);
        int room = UNDER_WAY - underWay.get();
        List<Parcel> parcels = room > 0 && !loop.isStopping() ? DeliveryTable.claim(connection, PER_WEBHOOK, room) : List.of();
        parcels.forEach(this::send);
        if (forgotten.plus(FORGET_EVERY).isBefore(clock.instant())) {
            DeliveryTable.forget(connection, keep);
            connection.commit();
            forgotten = clock.instant();
        }
        return !answers.isEmpty();
    }

    private void send(Parcel parcel) {
        underWay.incrementAndGet();
        courier.carry(parcel).thenAccept(outcome -> {
            answers.add(new Answer(parcel, outcome));
            underWay.decrementAndGet();
            loop.poke();
        });
    }

    /** An answer leaves the queue only after the commit: when the database is away it is written down later. */
    private void writeDown(Connection connection) throws SQLException {
        for (Answer answer = answers.peek(); answer != null; answer = answers.peek()) {
            apply(connection, answer.parcel(), answer.outcome());
            connection.commit();
            answers.remove();
        }
    }

    private void apply(Connection connection, Parcel parcel, Outcome outcome) throws SQLException {
        meters.counter("webhook.tries", "answer", outcome.label()).increment();
        int tries = parcel.attempt() + 1;
        if (outcome.isSuccess()) {
            DeliveryTable.delivered(connection, parcel, outcome);
        } else if (outcome.isGone()) {
            DeliveryTable.failed(connection, parcel, outcome);
            disable(connection, parcel, Why.GONE);
        } else if (tries < schedule.size()) {
            DeliveryTable.tryLater(connection, parcel, outcome, pause(tries, outcome));
        } else if (DeliveryTable.failed(connection, parcel, outcome)) {
            disable(connection, parcel, Why.UNREACHABLE);
        }
    }

    private Duration pause(int tries, Outcome outcome) {
        Duration planned = schedule.get(tries);
        Duration pause = Duration.ofMillis((long) (planned.toMillis() * ThreadLocalRandom.current().nextDouble(1 - JITTER, 1 + JITTER)));
        return outcome.retryAfter() != null && outcome.retryAfter().compareTo(pause) > 0 ? outcome.retryAfter() : pause;
    }

    private void disable(Connection connection, Parcel parcel, Why why) throws SQLException {
        var disabled = DeliveryTable.disable(connection, parcel.webhookId(), why);
        if (disabled.isPresent()) {
            LOG.warnf("webhook %s is disabled: %s", parcel.webhookId(), why);
            WebhookDisabled fact = new WebhookDisabled(parcel.webhookId(), disabled.get().customerId(), why, clock.instant());
            outbox.add(connection, List.of(new Outbox.Entry(fact, disabled.get().version(), clock.instant())));
            relay.poke();
        }
    }
}
