package org.gongdan.platform.tx;

import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

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

    private final Mutiny.SessionFactory sessions;
    private final Vertx vertx;
    private final Event<Committed> committed;

    Tx(Mutiny.SessionFactory sessions, Vertx vertx, Event<Committed> committed) {
        this.sessions = sessions;
        this.vertx = vertx;
        this.committed = committed;
    }

    /** Fired in process after a commit, on the committing thread; observers must not block. */
    public record Committed() {
    }

    /** Runs the work in a transaction that may write. The result arrives on the caller's context, after the commit. */
    public <T> Uni<T> run(Function<Mutiny.Session, Uni<T>> work) {
        return onOwnContext(() -> sessions.withTransaction(session -> work.apply(session)))
                .invoke(() -> committed.fire(new Committed()));
    }

    /** Runs the work in a session that is never flushed: for queries. */
    public <T> Uni<T> read(Function<Mutiny.Session, Uni<T>> work) {
        return onOwnContext(() -> sessions.withSession(session -> {
            session.setDefaultReadOnly(true);
            return work.apply(session);
        }));
    }

    private <T> Uni<T> onOwnContext(java.util.function.Supplier<Uni<T>> work) {
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
