package org.gongdan.dispatch.roster;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.dispatch.roster.RosterApi.DescribeDuty;
import org.gongdan.platform.input.Misfit;
import org.gongdan.platform.input.Values;
import org.gongdan.platform.problem.DomainException.InvalidInput;
import org.gongdan.platform.problem.DomainException.NotFound;
import org.gongdan.platform.tx.Read;
import org.gongdan.platform.tx.Work;
import org.gongdan.platform.web.Etags;

import io.smallrye.mutiny.Uni;

/** The only door to duties. */
@ApplicationScoped
class Duties {

    private final Clock clock;

    Duties(Clock clock) {
        this.clock = clock;
    }

    /** Makes the duty, or describes it anew. @param ifMatch entity tag the caller saw, or null */
    Uni<Duty> describe(Work work, String code, String ifMatch, DescribeDuty request, String by) {
        ZoneId zone = zone(request.zone());
        return work.session().find(Duty.class, code).chain(known -> {
            if (known != null) {
                Etags.check(ifMatch, known.version, "duty", code);
            }
            Duty duty = known == null ? new Duty(code) : known;
            duty.describe(request.name(), request.responsibilities(), zone, request.hours() == null ? List.of() : request.hours(),
                    request.needed() == null ? 1 : request.needed(), by, clock.instant());
            return (known == null ? work.session().persist(duty) : Uni.createFrom().voidItem()).chain(work.session()::flush)
                    .replaceWith(duty);
        });
    }

    /** @throws NotFound when there is none */
    Uni<Duty> find(Read read, String code) {
        return read.session().find(Duty.class, code).onItem().ifNull().failWith(() -> new NotFound("duty", code));
    }

    Uni<List<Duty>> all(Read read) {
        return read.session().createSelectionQuery("from Duty order by code", Duty.class).getResultList();
    }

    private static ZoneId zone(String name) {
        try {
            return Values.zone(name);
        } catch (Misfit unknown) {
            throw new InvalidInput("zone", "zone-unknown", name);
        }
    }
}
