package org.gongdan.sla.clock;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.outbox.Outbox;
import org.gongdan.platform.tx.Work;
import org.gongdan.sla.kind.Kinds;
import org.gongdan.sla.promise.SlaEvent;
import org.gongdan.sla.promise.SlaEvent.SlaEscalated;

import io.smallrye.mutiny.Uni;

/** Tells others about promises, by one rule who may hear of it outside: the customer; but nobody of what we promise among ourselves, or of our escalations. */
@ApplicationScoped
public class SlaPublisher {

    private final Outbox outbox;
    private final Kinds kinds;

    SlaPublisher(Outbox outbox, Kinds kinds) {
        this.outbox = outbox;
        this.kinds = kinds;
    }

    public Uni<Void> add(Work work, List<Outbox.Entry> entries) {
        return outbox.add(work, addressed(entries));
    }

    /** For background loops; the caller commits. */
    public void add(Connection connection, List<Outbox.Entry> entries) throws SQLException {
        outbox.add(connection, addressed(entries));
    }

    private List<Outbox.Entry> addressed(List<Outbox.Entry> entries) {
        return entries.stream().map(entry -> isOurOwnBusiness((SlaEvent) entry.fact()) ? entry.inside() : entry).toList();
    }

    private boolean isOurOwnBusiness(SlaEvent event) {
        return event instanceof SlaEscalated || kinds.internal().contains(event.kind());
    }
}
