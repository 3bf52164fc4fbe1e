package org.gongdan.sla.recalendaring;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.gongdan.platform.loop.Loop;
import org.gongdan.platform.loop.Loops;
import org.gongdan.platform.outbox.Outbox;
import org.gongdan.platform.outbox.OutboxWakeUp;
import org.gongdan.platform.timer.TimerWakeUp;
import org.gongdan.platform.tx.Tx;
import org.gongdan.sla.calendar.Calendars;
import org.gongdan.sla.calendar.OpenClocks;
import org.gongdan.sla.clock.Clock;
import org.gongdan.sla.clock.ClockRows;
import org.gongdan.sla.clock.ClockTable;
import org.gongdan.sla.clock.SlaPublisher;
import org.gongdan.sla.kind.Kinds;
import org.gongdan.sla.promise.ClockFact;
import org.gongdan.sla.promise.Recorded;
import org.gongdan.sla.recalendaring.CalendarMoves.Move;
import org.jboss.logging.Logger;

import io.quarkus.runtime.StartupEvent;

/**
 * Lets open clocks go over to a new revision of their calendar when whoever saved it asked for that, a batch in one transaction. A clock that
 * has gone over is not found again, so a process that is killed goes on where it was.
 */
@ApplicationScoped
class Recalendaring implements Loop.Step {

    private static final Logger LOG = Logger.getLogger(Recalendaring.class);
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final int BATCH = 200;

    private final Loops loops;
    private final Calendars calendars;
    private final ClockTable table;
    private final SlaPublisher publisher;
    private final Kinds kinds;
    private final OutboxWakeUp wakeUp;
    private final TimerWakeUp timers;
    private final Set<UUID> failed = new HashSet<>();
    private int singly;
    private Loop loop;

    Recalendaring(Loops loops, Calendars calendars, ClockTable table, SlaPublisher publisher, Kinds kinds, OutboxWakeUp wakeUp,
            TimerWakeUp timers) {
        this.loops = loops;
        this.calendars = calendars;
        this.table = table;
        this.publisher = publisher;
        this.kinds = kinds;
        this.wakeUp = wakeUp;
        this.timers = timers;
    }

    void start(@Observes StartupEvent startup) {
        loop = loops.chore("recalendaring", IDLE, this);
    }

    void asked(@Observes Tx.Committed committed) {
        if (loop != null && !committed.touched(OpenClocks.MoveAsked.class).isEmpty()) {
            loop.poke();
        }
    }

    @Override
    public boolean run(Connection connection) throws SQLException {
        boolean more = false;
        for (Move move : CalendarMoves.claim(connection)) {
            List<ClockRows.Stored> rows = CalendarMoves.some(connection, move, failed, singly > 0 ? 1 : BATCH);
            if (rows.isEmpty()) {
                CalendarMoves.finish(connection, move);
            } else if (move(connection, move, rows)) {
                more = true;
            } else {
                return true;
            }
        }
        connection.commit();
        if (more) {
            wakeUp.poke();
            timers.poke();
        }
        return more;
    }

    /** @return false when nothing of this transaction is left */
    private boolean move(Connection connection, Move move, List<ClockRows.Stored> rows) throws SQLException {
        try {
            calendars.know(connection, ClockRows.calendars(rows));
            calendars.know(connection, List.of(move.reference()));
            List<Clock.Change> changes = rows.stream().map(stored -> stored.clock(calendars))
                    .map(clock -> clock.hear(List.of(Recorded.ours(new ClockFact.Recalendared(move.at(), move.reference()))),
                            kinds.ladder(clock.kind())))
                    .toList();
            table.save(connection, changes);
            publisher.add(connection, events(changes));
            CalendarMoves.count(connection, move, changes.size());
            singly = Math.max(0, singly - 1);
            return true;
        } catch (SQLException | RuntimeException failure) {
            if (connection.isClosed()) {
                throw failure;
            }
            connection.rollback();
            if (rows.size() == 1) {
                LOG.errorf(failure, "clock %s cannot go over to %s; tried again after a restart", rows.getFirst().id(), move.reference());
                failed.add(rows.getFirst().id());
            }
            singly = BATCH;
            return false;
        }
    }

    private static List<Outbox.Entry> events(List<Clock.Change> changes) {
        List<Outbox.Entry> events = new ArrayList<>();
        changes.forEach(
                change -> change.events().forEach(event -> events.add(new Outbox.Entry(event, change.clock().version(), change.at()))));
        return events;
    }
}
