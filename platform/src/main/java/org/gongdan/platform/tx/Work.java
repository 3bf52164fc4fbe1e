package org.gongdan.platform.tx;

import java.util.ArrayList;
import java.util.List;

import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/**
 * One transaction that may write, as {@link Tx#run} hands it out. Who gets a {@code Work} takes part in the caller's transaction: his rows are there when
 * it commits and gone when it does not.
 */
public final class Work extends Read {

    private final Appends appends = new Appends();
    private final List<Object> touched = new ArrayList<>();

    Work(Mutiny.Session session) {
        super(session);
    }

    /**
     * Adds a row at the end of the transaction, before the commit: all rows added in this way, whatever their tables, cost one round trip.
     * Nothing in the transaction can read it.
     *
     * @param values one for each column, in their order
     */
    public void append(AppendTable table, Object... values) {
        appends.add(table, values);
    }

    /** Notes something that observers of {@link Tx.Committed} want to know after the commit; forgotten on rollback. */
    public void touch(Object what) {
        touched.add(what);
    }

    Uni<Integer> update(String sql, Object[] parameters) {
        return Uni.createFrom().completionStage(() -> connection().update(sql, parameters));
    }

    /** Writes what was appended; the last thing before the commit. */
    Uni<?> finish() {
        return appends.write(this);
    }

    List<Object> touched() {
        return touched;
    }
}
