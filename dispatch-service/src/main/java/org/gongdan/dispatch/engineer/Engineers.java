package org.gongdan.dispatch.engineer;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import org.gongdan.dispatch.engineer.EngineerEvent.EngineerChanged;
import org.gongdan.platform.event.Ids;
import org.gongdan.platform.outbox.Outbox;
import org.gongdan.platform.problem.DomainException.Conflict;
import org.gongdan.platform.problem.DomainException.InvalidInput;
import org.gongdan.platform.tx.Read;
import org.gongdan.platform.tx.Work;

import io.smallrye.mutiny.Uni;

/** The only door to engineers. */
@ApplicationScoped
public class Engineers {

    private final Outbox outbox;
    private final Clock clock;

    Engineers(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @param id subject of the engineer's account, or null when he has none yet */
    Uni<Engineer> register(Work work, UUID id, String name, String phone) {
        UUID chosen = id == null ? Ids.next() : id;
        return work.session().find(Engineer.class, chosen).chain(existing -> {
            if (existing != null) {
                throw new Conflict("engineer-exists", chosen);
            }
            Engineer engineer = new Engineer(chosen, name, phone);
            return work.session().persist(engineer).chain(work.session()::flush)
                    .chain(() -> outbox.add(work, engineer.version, clock.instant(), new EngineerChanged(chosen, name)))
                    .replaceWith(engineer);
        });
    }

    /**
     * The engineer, with his row locked until the end of the transaction: whoever plans him at the same time waits. What forbids double
     * booking is the constraint on visits; the lock keeps two planners from waiting for each other there.
     */
    public Uni<Engineer> reserve(Read read, UUID id) {
        return read.session().find(Engineer.class, id, LockModeType.PESSIMISTIC_WRITE)
                .onItem().ifNull().failWith(() -> new InvalidInput("engineerId", "no-such-engineer", id));
    }

    Uni<List<Engineer>> list(Read read, UUID after, int limit) {
        return read.session().createSelectionQuery("from Engineer where id > ?1 order by id", Engineer.class)
                .setParameter(1, after == null ? new UUID(0, 0) : after).setMaxResults(limit).getResultList();
    }
}
