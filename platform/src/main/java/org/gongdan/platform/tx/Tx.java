package org.gongdan.platform.tx;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import org.gongdan.platform.retry.Transient;
import org.gongdan.platform.stop.Door;
import org.gongdan.platform.stop.Stops;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.ClosedConnectionException;

/**
 * The only way to a Hibernate Reactive session. Every call runs its work in one new database transaction, on a Vert.x context of its
 * own: it never joins a session that happens to be in the caller's context, and a caller that goes away (an HTTP client that hangs up)
 * cancels nothing, so that a connection is always given back.
 *
 * <p>What is done with a {@link Work} or {@link Read} must be one sequential chain: no parallel branches, no other thread, no remote call.
 */
@ApplicationScoped
public class Tx {

    private static final Logger LOG = Logger.getLogger(Tx.class);
    /** So many who begin at the same moment all come through: each time at least one of them is done. */
    private static final int RACES = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Sql SCHEMAS = Sql.of("select set_config('search_path', :schemas, true)");

    private final Mutiny.SessionFactory sessions;
    private final Vertx vertx;
    private final Event<Committed> committed;
    private final String schemas;
    private final Door door;

    @Inject
    Tx(Mutiny.SessionFactory sessions, Vertx vertx, Event<Committed> committed) {
        this(sessions, vertx, committed, null, new Door());
    }

    private Tx(Mutiny.SessionFactory sessions, Vertx vertx, Event<Committed> committed, String schemas, Door door) {
        this.sessions = sessions;
        this.vertx = vertx;
        this.committed = committed;
        this.schemas = schemas;
        this.door = door;
    }

    /** The same on the tables of another schema; what it does not have is found where it always is. {@link #read} is not affected. */
    public Tx in(String schema) {
        return new Tx(sessions, vertx, committed, schema + ", public", door);
    }

    /** Waits for the result: for commands that have a thread of their own, never on an event loop. */
    public static <T> T await(Uni<T> work) {
        return work.await().indefinitely();
    }

    /**
     * Fired in process after a commit, on the committing thread; observers must not block.
     *
     * @param touched what the transaction said it touched
     */
    public record Committed(List<Object> touched) {

        public <T> List<T> touched(Class<T> type) {
            return touched.stream().filter(type::isInstance).map(type::cast).toList();
        }
    }

    /**
     * Begins nothing any more that may write, and waits for what has begun, also for those who do not wait for it themselves, such as a caller that has hung
     * up: who publishes what they commit stops after this.
     */
    void stop(@Observes @Priority(Stops.TRANSACTIONS) ShutdownEvent shutdown) {
        if (!door.shut(PATIENCE)) {
            LOG.warnf("transactions are still under way after %s; what they commit is told by the next process", PATIENCE);
        }
    }

    /**
     * Runs the work in a transaction that may write. The result arrives on the caller's context, after the commit. Fails in a process that ends as if the
     * database had closed its connections.
     */
    public <T> Uni<T> run(Function<Work, Uni<T>> task) {
        return onOwnContext(() -> door.enter() ? inTransaction(task).onTermination().invoke(door::leave)
                : Uni.createFrom().failure(ClosedConnectionException.INSTANCE));
    }

    /**
     * The same for what people ask: whoever loses a race against another is done after it, as if he had come a moment later. What two people write at once
     * is both kept, and who must know what he changes says so ({@code If-Match}) and is told then.
     */
    public <T> Uni<T> runInTurn(Function<Work, Uni<T>> task) {
        return run(task).onFailure(Transient::isLostRace).retry().atMost(RACES - 1);
    }

    private <T> Uni<T> inTransaction(Function<Work, Uni<T>> task) {
        return sessions.withTransaction(session -> {
            Work work = new Work(session);
            return enter(work).chain(() -> task.apply(work)).call(work::finish).map(result -> new Done<>(result, work.touched()));
        }).invoke(done -> committed.fire(new Committed(done.touched()))).map(Done::result);
    }

    private record Done<T>(T result, List<Object> touched) {
    }

    private Uni<?> enter(Work work) {
        return schemas == null ? Uni.createFrom().voidItem() : SCHEMAS.with("schemas", schemas).rows(work);
    }

    /** Runs the work in a session that is never flushed: for queries. */
    public <T> Uni<T> read(Function<Read, Uni<T>> task) {
        return onOwnContext(() -> sessions.withSession(session -> {
            session.setDefaultReadOnly(true);
            return task.apply(new Read(session));
        }));
    }

    private <T> Uni<T> onOwnContext(Supplier<Uni<T>> work) {
        return Uni.createFrom().emitter(emitter -> {
            Context caller = Vertx.currentContext();
            Context own = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
            VertxContextSafetyToggle.setContextSafe(own, true);
            own.runOnContext(ignored -> work.get().subscribe().with(
                    item -> deliver(caller, () -> emitter.complete(item)),
                    failure -> deliver(caller, () -> emitter.fail(failure))));
        });
    }

    private static void deliver(Context caller, Runnable signal) {
        if (caller == null) {
            signal.run();
        } else {
            caller.runOnContext(ignored -> signal.run());
        }
    }
}
