package org.gongdan.notification.mail;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.mail.MessagingException;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gongdan.notification.Audience;
import org.gongdan.notification.Channel;
import org.gongdan.notification.NotificationEvent.NotificationDelivered;
import org.gongdan.notification.NotificationEvent.NotificationFailed;
import org.gongdan.notification.Notifications;
import org.gongdan.notification.Reason;
import org.gongdan.platform.event.Fact;
import org.gongdan.platform.loop.Loop;
import org.gongdan.platform.loop.Loops;
import org.gongdan.platform.outbox.Outbox;
import org.gongdan.platform.outbox.OutboxWakeUp;
import org.gongdan.platform.tx.Tx;
import org.jboss.logging.Logger;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;

/**
 * Sends what is due, at least once: mails leave before the database knows they have left, so a crash in between sends them again, at most
 * a batch, under the same Message-IDs. Several processes share the work.
 */
@ApplicationScoped
class MailLoop implements Loop.Step {

    private static final Logger LOG = Logger.getLogger(MailLoop.class);
    private static final int BATCH = 10;
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration LOOK = Duration.ofSeconds(10);
    /** Shortest time between two looks at what is due, unless there was more than one batch takes: letters need not leave one by one. */
    private static final Duration ROUND = Duration.ofMillis(100);

    private final Loops loops;
    private final Smtp smtp;
    private final Letters letters;
    private final Outbox outbox;
    private final OutboxWakeUp relay;
    private final Clock clock;
    private final MeterRegistry meters;
    private final List<Duration> pauses;
    private Loop loop;
    private long next = System.nanoTime();
    private boolean woken;

    MailLoop(Loops loops, Smtp smtp, Letters letters, Outbox outbox, OutboxWakeUp relay, Clock clock, MeterRegistry meters,
            @ConfigProperty(name = "gongdan.notification.retry-after") List<Duration> pauses) {
        this.loops = loops;
        this.smtp = smtp;
        this.letters = letters;
        this.outbox = outbox;
        this.relay = relay;
        this.clock = clock;
        this.meters = meters;
        this.pauses = pauses;
    }

    void start(@Observes StartupEvent startup) {
        loop = loops.start("mail", IDLE, this);
    }

    void committed(@Observes Tx.Committed commit) {
        if (loop != null && !commit.touched(Notifications.Due.class).isEmpty()) {
            loop.poke();
        }
    }

    @Override
    public boolean run(Connection connection) throws SQLException, InterruptedException {
        TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
        List<Pending> batch = MailTable.claim(connection, BATCH);
        boolean healthy = !batch.isEmpty() && handleAll(connection, batch);
        boolean full = healthy && batch.size() == BATCH;
        next = System.nanoTime() + (full ? 0 : ROUND.toNanos());
        return full || healthy && woken;
    }

    /** @return false when the mail server fails */
    private boolean handleAll(Connection connection, List<Pending> batch) throws SQLException {
        List<Pending> waiting = batch.stream().filter(message -> !message.expired() && (message.isWaiting() || message.behind())).toList();
        if (!waiting.isEmpty()) {
            MailTable.letWait(connection, waiting, LOOK);
            connection.commit();
        }
        List<Pending> ready = batch.stream().filter(message -> !waiting.contains(message)).toList();
        boolean healthy = sendAll(connection, ready);
        woken = MailTable.wakeSteps(connection, ready);
        connection.commit();
        relay.poke();
        return healthy;
    }

    /** @return false when the mail server fails */
    private boolean sendAll(Connection connection, List<Pending> messages) throws SQLException {
        boolean healthy = true;
        List<MailTable.Sent> sent = new ArrayList<>();
        Set<UUID> held = new HashSet<>();
        try (Smtp.Post post = smtp.open()) {
            for (Pending message : messages) {
                boolean outOfTurn = message.template().isStep() && held.contains(message.ticketId());
                if (healthy && !loop.isStopping() && !outOfTurn) {
                    healthy = handle(connection, post, message, sent, held);
                } else {
                    MailTable.giveBack(connection, message);
                }
            }
        }
        publish(connection, sent);
        return healthy;
    }

    private void publish(Connection connection, List<MailTable.Sent> sent) throws SQLException {
        List<Pending> delivered = MailTable.sent(connection, sent);
        delivered.forEach(message -> meters.counter("notification.sent", "template", message.template().name()).increment());
        outbox.add(connection, delivered.stream().map(message -> entry(message, new NotificationDelivered(message.id(), message.ticketId(),
                message.customerId(), message.template(), Channel.EMAIL, clock.instant()))).toList());
    }

    /** Letters to our own people are no customer's business. */
    private Outbox.Entry entry(Pending message, Fact fact) {
        Outbox.Entry entry = new Outbox.Entry(fact, 1, clock.instant());
        return message.template().audience() == Audience.CONTACT ? entry : entry.inside();
    }

    /** @return false when the mail server fails, so that nothing else need be tried now */
    private boolean handle(Connection connection, Smtp.Post post, Pending message, List<MailTable.Sent> sent, Set<UUID> held)
            throws SQLException {
        Optional<Reason> obstacle = message.obstacle();
        if (message.concernsNobody()) {
            MailTable.drop(connection, message);
        } else if (obstacle.isPresent()) {
            fail(connection, message, obstacle.get(), 0);
        } else {
            return send(connection, post, message, sent, held);
        }
        return true;
    }

    private boolean send(Connection connection, Smtp.Post post, Pending message, List<MailTable.Sent> sent, Set<UUID> held)
            throws SQLException {
        try {
            Letter letter = letters.write(message);
            post.send(message.id(), letter);
            sent.add(new MailTable.Sent(message, letter));
            return true;
        } catch (MessagingException | RuntimeException failure) {
            if (MailFailure.isFinal(failure)) {
                LOG.warnf("mail %s is refused: %s", message.id(), MailFailure.describe(failure));
                fail(connection, message, Reason.REFUSED, 1);
                return true;
            }
            LOG.warnf("mail %s was not sent: %s", message.id(), MailFailure.describe(failure));
            held.add(message.ticketId());
            retry(connection, message, failure);
            return failure instanceof RuntimeException;
        }
    }

    private void retry(Connection connection, Pending message, Exception failure) throws SQLException {
        if (message.attempts() >= pauses.size()) {
            fail(connection, message, Reason.UNREACHABLE, 1);
        } else {
            MailTable.tryLater(connection, message, pauses.get(message.attempts()), failure.getClass().getSimpleName());
        }
    }

    private void fail(Connection connection, Pending message, Reason reason, int tries) throws SQLException {
        if (MailTable.failed(connection, message, reason, tries)) {
            meters.counter("notification.failed", "template", message.template().name(), "reason", reason.name()).increment();
            outbox.add(connection, List.of(entry(message, new NotificationFailed(message.id(), message.ticketId(), message.customerId(),
                    message.template(), Channel.EMAIL, reason, clock.instant()))));
        }
    }
}
