package org.gongdan.platform.timer;

import java.time.Duration;
import java.time.Instant;

/**
 * Notices when the database's clock jumps against this machine's steady clock: a jump ahead would break promises that are still kept.
 * After a jump, three steady looks in a row are needed before timers fire again.
 */
final class ClockGuard {

    private static final Duration TOLERANCE = Duration.ofSeconds(1);
    private static final int STEADY_LOOKS = 3;

    private Instant lastDatabase;
    private long lastNanos;
    private int looksToGo;

    boolean accepts(Instant database) {
        return accepts(database, System.nanoTime());
    }

    boolean accepts(Instant database, long nanos) {
        if (lastDatabase != null) {
            Duration drift = Duration.between(lastDatabase, database).minusNanos(nanos - lastNanos).abs();
            looksToGo = drift.compareTo(TOLERANCE) > 0 ? STEADY_LOOKS : Math.max(0, looksToGo - 1);
        }
        lastDatabase = database;
        lastNanos = nanos;
        return looksToGo == 0;
    }
}
