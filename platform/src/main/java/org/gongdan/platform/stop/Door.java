package org.gongdan.platform.stop;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Lets work in until it is shut, and knows when the last of what it let in has ended: so a process ends and leaves nothing half-way. */
public final class Door {

    private static final Duration LOOK = Duration.ofMillis(5);

    private final AtomicInteger inside = new AtomicInteger();
    private volatile boolean shut;

    /** @return whether the work may begin; whoever may says {@link #leave()} when it has ended, however it ended */
    public boolean enter() {
        // Counted before the look: whoever shuts the door meanwhile waits for this one.
        inside.incrementAndGet();
        if (shut) {
            leave();
            return false;
        }
        return true;
    }

    public void leave() {
        inside.decrementAndGet();
    }

    /** Nobody enters from now on. @return whether nobody is inside any more */
    public boolean shut() {
        shut = true;
        return inside.get() == 0;
    }

    /** Nobody enters from now on; waits for those who are inside. @return whether all of them have left in time */
    public boolean shut(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (!shut() && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(LOOK.toNanos());
        }
        return shut();
    }
}
