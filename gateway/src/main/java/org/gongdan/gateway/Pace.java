package org.gongdan.gateway;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * How fast the other side moves bytes, against the least it must: every window of time has to bring its part. A fast beginning earns nothing
 * for later; otherwise what the buffers of the operating systems swallow at once would pay for an hour.
 */
final class Pace {

    private final long windowNanos;
    private final long bytesPerWindow;
    private final long totalNanos;
    private long inWindow;
    private long elapsed;
    private long bytes;
    private boolean slow;

    /** @param bytesPerSecond least rate, 0 for none. @param total longest time altogether, zero for no end */
    Pace(Duration window, long bytesPerSecond, Duration total) {
        this.windowNanos = window.toNanos();
        this.bytesPerWindow = bytesPerSecond * windowNanos / TimeUnit.SECONDS.toNanos(1);
        this.totalNanos = total.toNanos();
    }

    void restart() {
        inWindow = 0;
        elapsed = 0;
        bytes = 0;
        slow = false;
    }

    void moved(long more) {
        bytes += more;
    }

    /** Time in which the other side was free to move something. */
    void waited(long nanos) {
        elapsed += nanos;
        inWindow += nanos;
        if (inWindow >= windowNanos) {
            slow |= bytes < bytesPerWindow;
            inWindow = 0;
            bytes = 0;
        }
    }

    boolean tooSlow() {
        return slow || totalNanos > 0 && elapsed > totalNanos;
    }
}
