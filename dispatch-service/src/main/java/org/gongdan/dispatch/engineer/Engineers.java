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
import org.gongdan.platform.problem.DomainException.NotFound;
import org.gongdan.platform.tx.Read;
import org.gongdan.platform.tx.Work;
import org.gongdan.platform.web.Etags;

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
    Uni<Engineer> register(Work work, UUID id, String name, String phone, String username) {
        UUID chosen = id == null ? Ids.next() : id;
        return work.session().find(Engineer.class, chosen).chain(existing -> {
            if (existing != null) {
                throw new Conflict("engineer-exists", chosen);
            }
            Engineer engineer = new Engineer(chosen, name, phone, username);
            return work.session().persist(engineer).chain(() -> tell(work, engineer));
        });
    }

    /** @param ifMatch entity tag the caller saw, or null */
    Uni<Engineer> change(Work work, UUID id, String ifMatch, String name, String phone, String username) {
        return work.session().find(Engineer.class, id).onItem().ifNull().failWith(() -> new NotFound("engineer", id)).chain(engineer -> {
            Etags.check(ifMatch, engineer.version, "engineer", engineer.name);
            engineer.change(name, phone, username);
            return tell(work, engineer);
        });
    }

    private Uni<Engineer> tell(Work work, Engineer engineer) {
        return work.session().flush()
                .chain(() -> outbox.add(work, engineer.version, clock.instant(),
                        new EngineerChanged(engineer.id, engineer.name, engineer.username)))
                .replaceWith(engineer);
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
