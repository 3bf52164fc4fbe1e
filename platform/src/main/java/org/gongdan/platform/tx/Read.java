package org.gongdan.platform.tx;

import java.sql.SQLException;
import java.util.List;

import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.impl.MutinySessionImpl;
import org.hibernate.reactive.pool.ReactiveConnection;

import io.smallrye.mutiny.Uni;

/** What {@link Tx#read} hands out: entities and statements can be asked for, nothing is written. A {@link Work} can do the same and more. */
public class Read {

    private final Mutiny.Session session;

    Read(Mutiny.Session session) {
        this.session = session;
    }

    /** Hibernate's view of the same transaction, for entities. */
    public Mutiny.Session session() {
        return session;
    }

    final Uni<List<Row>> rows(String sql, Object[] parameters) {
        return Uni.createFrom().completionStage(() -> connection().selectJdbc(sql, parameters)).map(result -> {
            try {
                return Row.all(result);
            } catch (SQLException unreadable) {
                throw new IllegalStateException(sql, unreadable);
            }
        });
    }

    /** The only place that knows what is below Hibernate Reactive. */
    final ReactiveConnection connection() {
        return ((MutinySessionImpl) session).getReactiveConnection();
    }
}
