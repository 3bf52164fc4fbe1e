package org.gongdan.platform.timer;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What happens when timers of one kind fall due; a bean that implements this is found by the timer loop. */
public interface TimerHandler {

    /** Kind of the timers this handler fires. */
    String kind();

    /** Whether firing can take seconds, as drafting a report does: such kinds have a loop of their own and let no promise wait. */
    default boolean takesLong() {
        return false;
    }

    /**
     * Makes the effect of due timers, in the transaction that also removes them: all of it happens or nothing. The aggregate's row must be
     * locked with SKIP LOCKED and its generation compared, so that a change made at the same time wins or waits, never both. Another process may fire
     * another kind at the same time: a handler whose aggregates have timers of several kinds lets those that were due earlier happen first
     * ({@link Timers#claim}).
     *
     * @return refs of the timers that are done with (fired, or overtaken by a newer generation); the others stay due
     */
    Collection<UUID> fire(Connection connection, List<Due> timers) throws SQLException;

    /** A timer that fell due. */
    record Due(UUID ref, int generation, Instant dueAt) {
    }
}
