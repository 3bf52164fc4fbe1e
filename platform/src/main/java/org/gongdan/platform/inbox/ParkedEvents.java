package org.gongdan.platform.inbox;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.problem.DomainException;
import org.gongdan.platform.tx.Tx;
import org.gongdan.platform.tx.Work;

import io.smallrye.mutiny.Uni;

/** What operators see and do about events that could not be applied. */
@ApplicationScoped
public class ParkedEvents {

    private final Tx tx;
    private final Inbox inbox;
    private final InboxTables tables;

    ParkedEvents(Tx tx, Inbox inbox, InboxTables tables) {
        this.tx = tx;
        this.inbox = inbox;
        this.tables = tables;
    }

    /** Keys with parked events, longest waiting first, at most 200. */
    public Uni<List<ParkedKey>> list() {
        return tx.read(tables::listParked);
    }

    /** Parked events of a key in their order, at most 200. @throws DomainException.NotFound when none is parked */
    public Uni<List<ParkedEvent>> of(String consumer, String key) {
        return tx.read(read -> tables.listParked(read, consumer, key)).invoke(events -> {
            if (events.isEmpty()) {
                throw new DomainException.NotFound("parked-key", key);
            }
        });
    }

    /**
     * Applies the parked events of a key in their order; when one still fails, all stay parked and the failure is returned.
     *
     * @return how many events were applied
     */
    public Uni<Integer> replay(Work work, String consumer, String key) {
        return inbox.find(consumer)
                .orElseThrow(() -> new DomainException.Rejected("unknown-consumer", consumer))
                .replay(work, key);
    }
}
