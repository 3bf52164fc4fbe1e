package org.gongdan.platform.inbox;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.gongdan.platform.event.Envelope;
import org.gongdan.platform.problem.DomainException;
import org.gongdan.platform.retry.Transient;
import org.gongdan.platform.stop.Door;
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
 * what is parked;</li>
 * <li>of a type, or with a value, that nobody knew when this version was built: parked the same way, until a later version applies them by itself
 * ({@link CatchUp}).</li>
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
    private final Counter unknown;
    private final Door polls = new Door();

    Consumer(String name, Handlers handlers, Tx tx, InboxTables tables, MeterRegistry meters) {
        this.name = name;
        this.handlers = handlers;
        this.tx = tx;
        this.tables = tables;
        this.applied = meters.counter("inbox.applied", "consumer", name);
        this.repeated = meters.counter("inbox.repeated", "consumer", name);
        this.parked = meters.counter("inbox.parked", "consumer", name);
        this.dead = meters.counter("inbox.dead", "consumer", name);
        this.unknown = meters.counter("inbox.unknown", "consumer", name);
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

    /** Completes when every record has had its effect, was dropped, parked or dead-lettered; it fails never, and hangs at shutdown. */
    public Uni<Void> receive(ConsumerRecords<String, byte[]> records) {
        return polls.enter() ? take(records).onTermination().invoke(polls::leave) : Uni.createFrom().nothing();
    }

    /** From now on no poll is begun; what is not begun is read again by the next process. @return whether nothing is under way any more */
    boolean stop() {
        return polls.shut();
    }

    private Uni<Void> take(ConsumerRecords<String, byte[]> records) {
        List<Message> batch = new ArrayList<>(records.count());
        Uni<Void> unreadable = Uni.createFrom().voidItem();
        for (ConsumerRecord<String, byte[]> record : records) {
            try {
                Message message = new Message(record.key(), Envelope.from(record.headers()), record.value());
                if (!passesOver(message)) {
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
                .onFailure(Consumer::mayBeChance)
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
            Places places = Places.of(rest, seen.parkedKeys(), handlers);
            return Multi.createFrom().iterable(handlers.runs(rest, places::isAlone))
                    .onItem()
                    .transformToUniAndConcatenate(run -> {
                        Message first = run.getFirst();
                        return places.waits(first) ? park(work, first, places.isBehind(first))
                                : overtake(work, first, places).chain(() -> apply(work, run)).invoke(() -> applied.increment(run.size()));
                    })
                    .collect().last()
                    .chain(() -> work.session().flush());
        });
    }

    private boolean passesOver(Message message) {
        return !handlers.handles(message.envelope().type()) && KnownTypes.contains(message.envelope().type());
    }

    /** A tombstone waits behind nothing: what is parked of its key is to be forgotten, too. */
    private Uni<Void> overtake(Work work, Message message, Places places) {
        return places.overtakes(message) ? tables.dropParked(work, name, message.key()) : Uni.createFrom().voidItem();
    }

    private Uni<Void> park(Work work, Message message, boolean behind) {
        parked.increment();
        if (behind) {
            return tables.park(work, name, message, ParkedCause.BEHIND);
        }
        unknown.increment();
        LOG.warnf("%s: event %s of %s has the type %s, which this version does not know; it is kept for the next version", name,
                message.envelope().id(), message.key(), message.envelope().type());
        return tables.park(work, name, message, ParkedCause.TYPE + message.envelope().type());
    }

    private Uni<Void> apply(Work work, List<Message> run) {
        String type = run.getFirst().envelope().type();
        if (!handlers.handles(type)) {
            return passesOver(run.getFirst()) ? Uni.createFrom().voidItem()
                    : Uni.createFrom().failure(new OfLaterVersion(type));
        }
        try {
            return handlers.apply(work, run);
        } catch (IOException unreadable) {
            return Uni.createFrom().failure(Unreadable.of(unreadable));
        } catch (RuntimeException refused) {
            return Uni.createFrom().failure(refused);
        }
    }

    private Uni<Void> giveUp(Message message, Throwable failure) {
        UUID event = message.envelope().id();
        if (failure instanceof Unreadable unreadable && !unreadable.later()) {
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
                .chain(() -> tables.park(work, name, message, reason(failure))));
    }

    private Uni<Void> bury(ConsumerRecord<String, byte[]> record, String reason) {
        LOG.errorf("%s: record %s-%d@%d has no usable envelope, sent to the dead letters: %s", name, record.topic(), record.partition(),
                record.offset(), reason);
        dead.increment();
        return untilItWorks(work -> tables.deadLetter(work, name, record, reason));
    }

    private Uni<Void> untilItWorks(Function<Work, Uni<Void>> work) {
        return tx.run(work).onFailure().retry().withBackOff(Duration.ofMillis(100), Duration.ofSeconds(5)).indefinitely();
    }

    /** Applies the parked events of a key in order, in one transaction; all of them stay parked when one still fails. @return how many */
    Uni<Integer> replay(Work work, String key) {
        return tables.unpark(work, name, key).chain(messages -> Multi.createFrom().iterable(messages)
                .onItem().transformToUniAndConcatenate(message -> apply(work, List.of(message))
                        .onFailure(failure -> failure instanceof OfLaterVersion || failure instanceof Unreadable)
                        .transform(failure -> new DomainException.Conflict("event-of-later-version", message.envelope().type())))
                .collect().last().replaceWith(messages.size()));
    }

    /** A type that nobody knew when this version was built. */
    private static final class OfLaterVersion extends RuntimeException {
        OfLaterVersion(String type) {
            super(type);
        }
    }

    /**
     * Applies the oldest parked event of a key. When it cannot be applied either, it stays, and says why.
     *
     * @return whether there may be another that can be applied now
     */
    Uni<Boolean> resume(String key) {
        AtomicReference<Message> first = new AtomicReference<>();
        return tx.run(work -> tables.unparkFirst(work, name, key).invoke(first::set)
                .chain(message -> message == null ? Uni.createFrom().item(false)
                        : apply(work, List.of(message)).chain(() -> work.session().flush()).invoke(() -> applied.increment())
                                .replaceWith(true)))
                .onFailure(Consumer::mayBeChance)
                .retry().withBackOff(Duration.ofMillis(50), Duration.ofSeconds(1)).withJitter(0.3).atMost(BUSINESS_TRIES - 1)
                .onFailure(failure -> first.get() != null && !Transient.is(failure))
                .recoverWithUni(failure -> tx.run(work -> giveUpAgain(work, first.get(), failure)));
    }

    /** Neither an outage, which has an end of its own, nor a body that stays as it is. */
    private static boolean mayBeChance(Throwable failure) {
        return !Transient.is(failure) && !(failure instanceof Unreadable) && !(failure instanceof OfLaterVersion);
    }

    private Uni<Boolean> giveUpAgain(Work work, Message message, Throwable failure) {
        if (failure instanceof Unreadable unreadable && !unreadable.later()) {
            dead.increment();
            return tables.unparkFirst(work, name, message.key()).chain(() -> tables.deadLetter(work, name, message, failure.getMessage()))
                    .replaceWith(true);
        }
        return tables.blame(work, name, message, reason(failure)).replaceWith(false);
    }

    private String reason(Throwable failure) {
        if (failure instanceof Unreadable later) {
            unknown.increment();
            return ParkedCause.VALUE + later.getMessage();
        }
        return failure instanceof OfLaterVersion later ? ParkedCause.TYPE + later.getMessage() : failure.toString();
    }
}
