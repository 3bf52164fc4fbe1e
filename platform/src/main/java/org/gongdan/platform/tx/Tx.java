package org.gongdan.platform.tx;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

import org.hibernate.reactive.mutiny.Mutiny;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/**
 * The only way to a Hibernate Reactive session. Every call runs its work in one new database transaction, on a Vert.x context of its
 * own: it never joins a session that happens to be in the caller's context, and a caller that goes away (an HTTP client that hangs up)
 * cancels nothing, so that a connection is always given back.
 *
 * <p>The work must be one sequential chain on the session it is given: no parallel branches, no other thread, no remote call.
 */
@ApplicationScoped
public class Tx {

    private static final String TOUCHED = Tx.class.getName();
    private static final String APPENDS = Appends.class.getName();

    private final Mutiny.SessionFactory sessions;
    private final Vertx vertx;
    private final Event<Committed> committed;
    private final String schemas;

    @Inject
    Tx(Mutiny.SessionFactory sessions, Vertx vertx, Event<Committed> committed) {
        this(sessions, vertx, committed, null);
    }

    private Tx(Mutiny.SessionFactory sessions, Vertx vertx, Event<Committed> committed, String schemas) {
        this.sessions = sessions;
        this.vertx = vertx;
        this.committed = committed;
        this.schemas = schemas;
    }

    /** The same on the tables of another schema; what it does not have is found where it always is. {@link #read} is not affected. */
    public Tx in(String schema) {
        return new Tx(sessions, vertx, committed, schema + ", public");
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

    /** Notes, inside a transaction, something observers of {@link Committed} want to know after the commit; forgotten on rollback. */
    public static void touch(Object what) {
        List<Object> touched = Vertx.currentContext().getLocal(TOUCHED);
        touched.add(what);
    }

    /**
     * Adds a row at the end of the transaction, before the commit: all rows added in this way, whatever their tables, cost one round trip.
     * Nothing in the transaction can read it.
     *
     * @param values one for each column, in their order
     */
    public static void append(AppendTable table, Object... values) {
        Appends appends = Vertx.currentContext().getLocal(APPENDS);
        if (appends == null) {
            throw new IllegalStateException("rows are appended in a transaction that may write");
        }
        appends.add(table, values);
    }

    /** Runs the work in a transaction that may write. The result arrives on the caller's context, after the commit. */
    public <T> Uni<T> run(Function<Mutiny.Session, Uni<T>> work) {
        return onOwnContext(() -> {
            List<Object> touched = new ArrayList<>();
            Appends appends = new Appends();
            Vertx.currentContext().putLocal(TOUCHED, touched);
            Vertx.currentContext().putLocal(APPENDS, appends);
            return sessions.withTransaction(session -> enter(session, work).call(() -> appends.write(session)))
                    .invoke(() -> committed.fire(new Committed(touched)));
        });
    }

    private <T> Uni<T> enter(Mutiny.Session session, Function<Mutiny.Session, Uni<T>> work) {
        return schemas == null ? work.apply(session)
                : Sql.rows(session, "select set_config('search_path', $1, true)", schemas).chain(() -> work.apply(session));
    }

    /** Runs the work in a session that is never flushed: for queries. */
    public <T> Uni<T> read(Function<Mutiny.Session, Uni<T>> work) {
        return onOwnContext(() -> sessions.withSession(session -> {
            session.setDefaultReadOnly(true);
            return work.apply(session);
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
