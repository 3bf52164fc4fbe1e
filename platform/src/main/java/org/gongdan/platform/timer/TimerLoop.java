package org.gongdan.platform.timer;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gongdan.platform.loop.Loop;
import org.gongdan.platform.loop.Loops;
import org.gongdan.platform.outbox.OutboxWakeUp;
import org.jboss.logging.Logger;

import io.quarkus.runtime.StartupEvent;

/** Fires due timers, one loop per handler. Claim, effect and removal are one transaction: no lease, so no timer fires twice. */
@ApplicationScoped
class TimerLoop {

    private static final Logger LOG = Logger.getLogger(TimerLoop.class);
    private static final int BATCH = 250;

    private final Loops loops;
    private final TimerMetrics metrics;
    private final Instance<TimerHandler> handlers;
    private final OutboxWakeUp outbox;
    private final Duration poll;
    private final Pace pace;

    TimerLoop(Loops loops, TimerMetrics metrics, @Any Instance<TimerHandler> handlers, OutboxWakeUp outbox,
            @ConfigProperty(name = "gongdan.timer.poll") Duration poll, @ConfigProperty(name = "gongdan.timer.pace") int pace) {
        this.loops = loops;
        this.metrics = metrics;
        this.handlers = handlers;
        this.outbox = outbox;
        this.poll = poll;
        this.pace = new Pace(pace);
    }

    void start(@Observes StartupEvent startup) {
        handlers.forEach(handler -> loops.start("timer-" + handler.kind(), poll, new Firing(handler)));
    }

    private final class Firing implements Loop.Step {

        private final TimerHandler handler;
        private final ClockGuard guard = new ClockGuard();

        Firing(TimerHandler handler) {
            this.handler = handler;
        }

        @Override
        public boolean run(Connection connection) throws SQLException, InterruptedException {
            long begin = System.nanoTime();
            TimerTable.Look look = TimerTable.look(connection, handler.kind());
            if (!guard.accepts(look.now())) {
                LOG.errorf("the database's clock jumped; timers of kind %s pause until it is steady", handler.kind());
                return false;
            }
            if (!look.due()) {
                return false;
            }
            List<TimerHandler.Due> due = TimerTable.claim(connection, handler.kind(), BATCH);
            if (due.isEmpty()) {
                connection.commit();
                return false;
            }
            boolean more = fireAll(connection, due, look.now()) && due.size() == BATCH;
            if (more) {
                TimeUnit.NANOSECONDS.sleep(pace.rest(due.size(), System.nanoTime() - begin));
            }
            return more;
        }

        private boolean fireAll(Connection connection, List<TimerHandler.Due> due, Instant now) throws SQLException {
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
                return due.size() == 1 ? postpone(connection, due.getFirst(), failure) : fireSingly(connection, due, now);
            }
        }

        private boolean fireSingly(Connection connection, List<TimerHandler.Due> due, Instant now) throws SQLException {
            boolean progress = false;
            for (TimerHandler.Due timer : due) {
                if (TimerTable.claimAgain(connection, handler.kind(), timer)) {
                    progress |= fireAll(connection, List.of(timer), now);
                }
            }
            return progress;
        }

        private boolean postpone(Connection connection, TimerHandler.Due timer, Exception failure) throws SQLException {
            LOG.errorf(failure, "timer %s of %s failed; it is tried again later", handler.kind(), timer.ref());
            metrics.failed(handler.kind());
            TimerTable.postpone(connection, handler.kind(), timer, failure.toString());
            connection.commit();
            return true;
        }
    }
}
