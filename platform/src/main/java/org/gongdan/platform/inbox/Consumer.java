package org.gongdan.platform.inbox;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.gongdan.platform.event.Envelope;
import org.gongdan.platform.problem.DomainException;
import org.gongdan.platform.retry.Transient;
import org.gongdan.platform.tx.Tx;
import org.gongdan.platform.tx.Work;
import org.jboss.logging.Logger;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * Applies the events of one channel. A whole poll is applied in one transaction; when that fails, its events are applied one by one:
 * <ul>
 * <li>seen before: dropped (insert into {@code inbox} is the transaction's first statement);</li>
 * <li>transient failure (database gone, lock lost): tried again in place until it works, so that order holds;</li>
 * <li>unreadable: sent to the topic's dead-letter topic through the outbox;</li>
 * <li>refused by the domain: parked, and every later event of that key behind it, until an operator replays them; but a tombstone takes the place of
 * what is parked.</li>
 * </ul>
 */
public final class Consumer {

    private static final Logger LOG = Logger.getLogger(Consumer.class);
    private static final int BUSINESS_TRIES = 3;

    private final String name;
    private final Handlers handlers;
    private final Tx tx;
    private final InboxTables tables;
    private final Counter applied;
    private final Counter repeated;
    private final Counter parked;
    private final Counter dead;

    Consumer(String name, Handlers handlers, Tx tx, InboxTables tables, MeterRegistry meters) {
        this.name = name;
        this.handlers = handlers;
        this.tx = tx;
        this.tables = tables;
        this.applied = meters.counter("inbox.applied", "consumer", name);
        this.repeated = meters.counter("inbox.repeated", "consumer", name);
        this.parked = meters.counter("inbox.parked", "consumer", name);
        this.dead = meters.counter("inbox.dead", "consumer", name);
    }

    public String name() {
        return name;
    }

    Set<String> types() {
        return handlers.types();
    }

    Consumer in(String schema) {
        return new Consumer(name, handlers, tx.in(schema), tables, new CompositeMeterRegistry());
    }

    /** Completes when every record has had its effect, was dropped, parked or dead-lettered; it fails only at shutdown. */
    public Uni<Void> receive(ConsumerRecords<String, byte[]> records) {
        List<Message> batch = new ArrayList<>(records.count());
        Uni<Void> unreadable = Uni.createFrom().voidItem();
        for (ConsumerRecord<String, byte[]> record : records) {
            try {
                Message message = new Message(record.key(), Envelope.from(record.headers()), record.value());
                if (handlers.knows(message.envelope().type())) {
                    batch.add(message);
                }
            } catch (Envelope.BadEnvelope bad) {
                unreadable = unreadable.chain(() -> bury(record, bad.getMessage()));
            }
        }
        return unreadable.chain(() -> batch.isEmpty() ? Uni.createFrom().voidItem() : applyAll(batch));
    }

    private Uni<Void> applyAll(List<Message> batch) {
        return tx.run(work -> applyInOrder(work, batch))
                .onFailure().recoverWithUni(failure -> {
                    if (batch.size() == 1) {
                        return applyOne(batch.getFirst());
                    }
                    LOG.debugf("%s: batch of %d failed (%s); applying one by one", name, batch.size(), failure);
                    return oneByOne(batch);
                });
    }

    private Uni<Void> oneByOne(List<Message> batch) {
        return Multi.createFrom().iterable(batch)
                .onItem().transformToUniAndConcatenate(this::applyOne)
                .collect().last().replaceWithVoid();
    }

    private Uni<Void> applyOne(Message message) {
        return tx.run(work -> applyInOrder(work, List.of(message)))
                .onFailure(failure -> !Transient.is(failure) && !(failure instanceof Unreadable))
                .retry().withBackOff(Duration.ofMillis(50), Duration.ofSeconds(1)).withJitter(0.3).atMost(BUSINESS_TRIES - 1)
                .onFailure(Transient::is).invoke(failure -> LOG.warnf("%s: %s, trying again", name, failure.toString()))
                .onFailure(Transient::is).retry().withBackOff(Duration.ofMillis(100), Duration.ofSeconds(5)).withJitter(0.3).indefinitely()
                .onFailure().recoverWithUni(failure -> giveUp(message, failure));
    }

    private Uni<Void> applyInOrder(Work work, List<Message> batch) {
        return tables.markSeen(work, name, batch).chain(seen -> {
            repeated.increment(batch.size() - seen.fresh().size());
            List<Message> rest = batch.stream().filter(message -> seen.fresh().remove(message.envelope().id())).toList();
            if (rest.isEmpty()) {
                return Uni.createFrom().voidItem();
            }
            Predicate<Message> waits = message -> seen.parkedKeys().contains(message.key());
            return Multi.createFrom().iterable(handlers.runs(rest, waits))
                    .onItem()
                    .transformToUniAndConcatenate(run -> {
                        Message first = run.getFirst();
                        if (waits.test(first) && !first.isTombstone()) {
                            return park(work, first);
                        }
                        return overtake(work, first, seen.parkedKeys())
                                .chain(() -> apply(work, run)).invoke(() -> applied.increment(run.size()));
                    })
                    .collect().last()
                    .chain(() -> work.session().flush());
        });
    }

    /** A tombstone waits behind nothing: what is parked of its key is to be forgotten, too. */
    private Uni<Void> overtake(Work work, Message message, Set<String> parkedKeys) {
        return message.isTombstone() && parkedKeys.remove(message.key()) ? tables.dropParked(work, name, message.key())
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> park(Work work, Message message) {
        parked.increment();
        return tables.park(work, name, message, ParkedCause.BEHIND);
    }

    private Uni<Void> apply(Work work, List<Message> run) {
        try {
            return handlers.apply(work, run);
        } catch (IOException unreadable) {
            return Uni.createFrom().failure(new Unreadable(unreadable.getMessage()));
        } catch (RuntimeException refused) {
            return Uni.createFrom().failure(refused);
        }
    }

    private Uni<Void> giveUp(Message message, Throwable failure) {
        UUID event = message.envelope().id();
        if (failure instanceof Unreadable) {
            LOG.errorf("%s: event %s is unreadable, sent to the dead letters: %s", name, event, failure.getMessage());
            dead.increment();
            return untilItWorks(work -> tables.markSeen(work, name, List.of(message))
                    .chain(() -> tables.deadLetter(work, name, message, failure.getMessage())));
        }
        LOG.errorf(failure instanceof DomainException ? null : failure, "%s: event %s (%s of %s) cannot be applied, parked: %s", name,
                event,
                message.envelope().type(), message.key(), failure);
        parked.increment();
        return untilItWorks(work -> tables.markSeen(work, name, List.of(message))
                .chain(() -> tables.park(work, name, message, failure.toString())));
    }

    private Uni<Void> bury(ConsumerRecord<String, byte[]> record, String reason) {
        LOG.errorf("%s: record %s-%d@%d has no usable envelope, sent to the dead letters: %s", name, record.topic(), record.partition(),
                record.offset(), reason);
        dead.increment();
        return untilItWorks(work -> tables.deadLetter(work, name, record, reason));
    }

    private Uni<Void> untilItWorks(java.util.function.Function<Work, Uni<Void>> work) {
        return tx.run(work).onFailure().retry().withBackOff(Duration.ofMillis(100), Duration.ofSeconds(5)).indefinitely();
    }

    /** Applies the parked events of a key in order, in one transaction; all of them stay parked when one still fails. @return how many */
    Uni<Integer> replay(Work work, String key) {
        return tables.unpark(work, name, key).chain(messages -> Multi.createFrom().iterable(messages)
                .onItem().transformToUniAndConcatenate(message -> apply(work, List.of(message)))
                .collect().last().replaceWith(messages.size()));
    }

    /** The body cannot be read: no retry and no replay will change that. */
    private static final class Unreadable extends RuntimeException {
        Unreadable(String message) {
            super(message);
        }
    }
}
