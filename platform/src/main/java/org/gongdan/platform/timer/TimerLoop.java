package org.gongdan.platform.timer;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gongdan.platform.loop.Loop;
import org.gongdan.platform.loop.Loops;
import org.gongdan.platform.outbox.OutboxWakeUp;
import org.gongdan.platform.tx.ClockShift;
import org.gongdan.platform.tx.Tx;
import org.jboss.logging.Logger;

import io.quarkus.runtime.StartupEvent;

/**
 * Fires due timers: one loop asks for all kinds at once and fires them in the order of their due times; kinds that take long have a second one. Claim,
 * effect and removal are one transaction: no lease, so no timer fires twice.
 */
@ApplicationScoped
class TimerLoop implements TimerWakeUp {

    private static final Logger LOG = Logger.getLogger(TimerLoop.class);
    private static final int BATCH = 250;
    private static final long SHARERS_FOR = TimeUnit.SECONDS.toNanos(5);

    private final Loops loops;
    private final TimerMetrics metrics;
    private final Instance<TimerHandler> handlers;
    private final OutboxWakeUp outbox;
    private final ClockShift shift;
    private final Duration poll;
    private final Duration longPoll;
    private final Pace pace;
    private final Nap nap;
    private Loop loop;
    private volatile long lastCommit = System.nanoTime();
    private volatile boolean napping;

    TimerLoop(Loops loops, TimerMetrics metrics, @Any Instance<TimerHandler> handlers, OutboxWakeUp outbox, ClockShift shift,
            @ConfigProperty(name = "gongdan.timer.poll") Duration poll, @ConfigProperty(name = "gongdan.timer.long-poll") Duration longPoll,
            @ConfigProperty(name = "gongdan.timer.quiet-poll") Duration quietPoll,
            @ConfigProperty(name = "gongdan.timer.quiet-after") Duration quietAfter,
            @ConfigProperty(name = "gongdan.timer.pace") int pace) {
        this.loops = loops;
        this.metrics = metrics;
        this.handlers = handlers;
        this.outbox = outbox;
        this.shift = shift;
        this.poll = poll;
        this.longPoll = longPoll;
        this.pace = new Pace(pace);
        this.nap = new Nap(quietPoll, quietAfter);
    }

    void start(@Observes StartupEvent startup) {
        loop = start("timers", poll, true, handlers.stream().filter(handler -> !handler.takesLong()).toList());
        start("timers-long", longPoll, false, handlers.stream().filter(TimerHandler::takesLong).toList());
    }

    private Loop start(String name, Duration idle, boolean naps, List<TimerHandler> fired) {
        return fired.isEmpty() ? null : loops.start(name, idle, new Firing(fired, naps));
    }

    void committed(@Observes Tx.Committed commit) {
        poke();
    }

    /** Ends a nap. A loop that is awake is left alone: it looks soon enough, and under load there are many commits. */
    @Override
    public void poke() {
        lastCommit = System.nanoTime();
        if (napping && loop != null) {
            loop.poke();
        }
    }

    private final class Firing implements Loop.Step {

        private final Map<String, TimerHandler> byKind;
        private final boolean naps;
        private final ClockGuard guard = new ClockGuard();
        private final Turns turns = new Turns(pace, poll, BATCH);
        private TimerTable.Look look;
        private int sharers = 1;
        private long sharersAsked = System.nanoTime() - 2 * SHARERS_FOR;

        Firing(List<TimerHandler> fired, boolean naps) {
            this.naps = naps;
            this.byKind = fired.stream().collect(Collectors.toMap(TimerHandler::kind, Function.identity()));
        }

        @Override
        public boolean run(Connection connection) throws SQLException, InterruptedException {
            long begin = System.nanoTime();
            if (naps) {
                napping = false;
            }
            look = TimerTable.look(connection, byKind.keySet());
            if (!guard.accepts(look.now().minus(shift.now()))) {
                LOG.errorf("the database's clock jumped; timers of the kinds %s pause until it is steady", byKind.keySet());
                return false;
            }
            Optional<String> turn = turns.next(look.due(), begin);
            if (turn.isPresent()) {
                fire(connection, byKind.get(turn.get()), look.now(), begin);
                return true;
            }
            if (!look.due().isEmpty()) {
                TimeUnit.NANOSECONDS.sleep(Math.min(turns.left(look.due(), System.nanoTime()), poll.toNanos()));
            }
            return !look.due().isEmpty();
        }

        /** Says first that it naps and looks then for commits: one in between finds it napping, or is seen here. */
        @Override
        public Duration pause(Duration idle) {
            if (!naps) {
                return idle;
            }
            napping = true;
            napping = nap.possible(Duration.ofNanos(System.nanoTime() - lastCommit));
            return napping ? nap.length(look.now(), look.next()) : idle;
        }

        private void fire(Connection connection, TimerHandler handler, Instant now, long begin) throws SQLException {
            List<TimerHandler.Due> due = TimerTable.claim(connection, handler.kind(), BATCH);
            if (due.isEmpty()) {
                connection.commit();
            }
            boolean progress = !due.isEmpty() && fireAll(connection, handler, due, now);
            int fired = progress ? due.size() : 0;
            turns.fired(handler.kind(), fired, begin, System.nanoTime(), turns.isBacklog(fired) ? sharers(connection) : 1);
        }

        /** Asked for now and then while there is a backlog. */
        private int sharers(Connection connection) throws SQLException {
            if (System.nanoTime() - sharersAsked > SHARERS_FOR) {
                sharers = TimerTable.processes(connection);
                sharersAsked = System.nanoTime();
            }
            return sharers;
        }

        private boolean fireAll(Connection connection, TimerHandler handler, List<TimerHandler.Due> due, Instant now) throws SQLException {
            try {
                Collection<UUID> done = handler.fire(connection, due);
                TimerTable.remove(connection, handler.kind(), done);
                connection.commit();
                metrics.fired(handler.kind(), due, done, now);
                outbox.poke();
                return !done.isEmpty();
            } catch (SQLException | RuntimeException failure) {
                if (connection.isClosed()) {
                    throw failure;
                }
                connection.rollback();
                return due.size() == 1 ? postpone(connection, handler, due.getFirst(), failure) : fireSingly(connection, handler, due, now);
            }
        }

        private boolean fireSingly(Connection connection, TimerHandler handler, List<TimerHandler.Due> due, Instant now)
                throws SQLException {
            boolean progress = false;
            for (TimerHandler.Due timer : due) {
                if (TimerTable.claimAgain(connection, handler.kind(), timer)) {
                    progress |= fireAll(connection, handler, List.of(timer), now);
                }
            }
            return progress;
        }

        private boolean postpone(Connection connection, TimerHandler handler, TimerHandler.Due timer, Exception failure)
                throws SQLException {
            LOG.errorf(failure, "timer %s of %s failed; it is tried again later", handler.kind(), timer.ref());
            metrics.failed(handler.kind());
            TimerTable.postpone(connection, handler.kind(), timer, failure.toString());
            connection.commit();
            return true;
        }
    }
}
