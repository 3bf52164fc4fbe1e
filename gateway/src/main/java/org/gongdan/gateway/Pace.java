package org.gongdan.gateway;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How fast the other side moves bytes, against the least it must: after a grace, each second has to bring a certain number. */
final class Pace {

    private final long graceNanos;
    private final long bytesPerSecond;
    private final long totalNanos;
    private long elapsedNanos;
    private long bytes;

    /** @param bytesPerSecond least rate, 0 for none. @param total longest time altogether, zero for no end */
    Pace(Duration grace, long bytesPerSecond, Duration total) {
        this.graceNanos = grace.toNanos();
        this.bytesPerSecond = bytesPerSecond;
        this.totalNanos = total.toNanos();
    }

    void restart() {
        elapsedNanos = 0;
        bytes = 0;
    }

    void moved(long more) {
        bytes += more;
    }

    /** Time in which the other side was free to move something. */
    void waited(long nanos) {
        elapsedNanos += nanos;
    }

    boolean tooSlow() {
        var due = (elapsedNanos - graceNanos) * (double) bytesPerSecond / TimeUnit.SECONDS.toNanos(1);
        return bytes < due || totalNanos > 0 && elapsedNanos > totalNanos;
    }
}
