package org.gongdan.gateway;

import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.enterprise.context.ApplicationScoped;

import io.vertx.core.Promise;

/** What one caller may have open at the same time, such as calls to one service or event streams. Per replica. */
@ApplicationScoped
class Slots {

    private final ConcurrentMap<String, Owned> owned = new ConcurrentHashMap<>();

    /** What one owner has, and who waits in line for more; changed only within {@link ConcurrentMap#compute}. */
    private static final class Owned {

        private volatile int taken;
        private final Queue<Promise<Slot>> line = new ConcurrentLinkedQueue<>();

        /** Those who gave up waiting leave the line when they are looked at. */
        private void forgetGone() {
            line.removeIf(waiting -> waiting.future().isComplete());
        }
    }

    /** One of a caller's places, his until it is given back; giving it back twice does no harm. */
    final class Slot implements AutoCloseable {

        private final String owner;
        private final AtomicBoolean open = new AtomicBoolean(true);

        private Slot(String owner) {
            this.owner = owner;
        }

        @Override
        public void close() {
            if (open.compareAndSet(true, false)) {
                handOn(owner);
            }
        }
    }

    /** The next in line gets it; with nobody there it is free. Told outside the map: who gets it may go on at once, and give it back at once. */
    private void handOn(String owner) {
        var next = nextOrFree(owner);
        while (next != null && !next.tryComplete(new Slot(owner))) {
            next = nextOrFree(owner);
        }
    }

    private Promise<Slot> nextOrFree(String owner) {
        var next = new AtomicReference<Promise<Slot>>();
        owned.compute(owner, (key, now) -> {
            next.set(now.line.poll());
            if (next.get() == null) {
                now.taken--;
            }
            return now.taken == 0 ? null : now;
        });
        return next.get();
    }

    /** Empty when the owner has as many as he may. */
    Optional<Slot> take(String owner, int most) {
        return take(owner, most, 0, null) == Outcome.TAKEN ? Optional.of(new Slot(owner)) : Optional.empty();
    }

    /**
     * Completes {@code promise} with a slot, now or when one is given back to this owner, in the order of asking. Who does not want to wait
     * any longer fails the promise.
     *
     * @param most    slots of the owner at the same time
     * @param longest line of those who wait for one
     * @return whether there was room, in the line at least
     */
    boolean wait(String owner, int most, int longest, Promise<Slot> promise) {
        var outcome = take(owner, most, longest, promise);
        if (outcome == Outcome.TAKEN) {
            var slot = new Slot(owner);
            if (!promise.tryComplete(slot)) {
                slot.close();
            }
        }
        return outcome != Outcome.REFUSED;
    }

    private enum Outcome {
        TAKEN, IN_LINE, REFUSED
    }

    private Outcome take(String owner, int most, int longest, Promise<Slot> promise) {
        var outcome = new AtomicReference<>(Outcome.REFUSED);
        owned.compute(owner, (key, before) -> {
            var now = before == null ? new Owned() : before;
            if (now.taken < most) {
                now.taken++;
                outcome.set(Outcome.TAKEN);
            } else if (longest > 0) {
                now.forgetGone();
                if (now.line.size() < longest) {
                    now.line.add(promise);
                    outcome.set(Outcome.IN_LINE);
                }
            }
            return now.taken == 0 ? null : now;
        });
        return outcome.get();
    }

    int waiting(String owner) {
        var now = owned.get(owner);
        return now == null ? 0 : (int) now.line.stream().filter(waiting -> !waiting.future().isComplete()).count();
    }

    /** Nobody has or waits for any. */
    boolean isEmpty() {
        return owned.isEmpty();
    }

    int taken(String owner) {
        var now = owned.get(owner);
        return now == null ? 0 : now.taken;
    }
}
