package org.gongdan.gateway;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.enterprise.context.ApplicationScoped;

/** What one caller may have open at the same time, such as calls to one service or event streams. Per replica. */
@ApplicationScoped
class Slots {

    private final ConcurrentMap<String, Integer> taken = new ConcurrentHashMap<>();

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
                taken.compute(owner, (key, now) -> now == 1 ? null : now - 1);
            }
        }
    }

    /** Empty when the owner has as many as he may. */
    Optional<Slot> take(String owner, int most) {
        if (taken.merge(owner, 1, Integer::sum) <= most) {
            return Optional.of(new Slot(owner));
        }
        new Slot(owner).close();
        return Optional.empty();
    }

    int taken(String owner) {
        return taken.getOrDefault(owner, 0);
    }
}
