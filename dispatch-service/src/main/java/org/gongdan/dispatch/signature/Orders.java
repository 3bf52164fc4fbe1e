package org.gongdan.dispatch.signature;

import java.time.Clock;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import org.gongdan.dispatch.VisitSheet;
import org.gongdan.dispatch.Visits;
import org.gongdan.dispatch.customer.CustomerNames;
import org.gongdan.platform.problem.DomainException.Conflict;
import org.gongdan.platform.security.Caller;
import org.gongdan.platform.security.LinkToken;
import org.gongdan.platform.tx.Read;

import io.smallrye.mutiny.Uni;

/** Service orders (上门服务单) as they are printed: the visit, and the signature if there is one. */
@ApplicationScoped
class Orders {

    private final Visits visits;
    private final CustomerNames names;
    private final Clock clock;

    Orders(Visits visits, CustomerNames names, Clock clock) {
        this.visits = visits;
        this.names = names;
        this.clock = clock;
    }

    /** @param signature with the link it was given by; both null before the signature */
    record Order(VisitSheet visit, CustomerNames.Names names, Signature signature, SignatureLink link) {
    }

    /** The order of a visit that the caller may see. */
    Uni<Order> find(Read read, UUID visitId, Caller caller) {
        return visits.sheet(read, visitId, caller).chain(visit -> order(read, visitId, visit));
    }

    /** What was signed by this link, as long as the link has not expired. @throws Conflict when nothing was signed by it yet */
    Uni<Order> find(Read read, LinkToken token) {
        return Signatures.link(read, token, LockModeType.NONE).chain(link -> {
            link.mustNotBeExpired(clock.instant());
            if (link.usedAt == null) {
                throw new Conflict("order-not-signed");
            }
            return visits.sheet(read, link.visitId).chain(visit -> order(read, link.visitId, visit));
        });
    }

    private Uni<Order> order(Read read, UUID visitId, VisitSheet visit) {
        return names.of(read, visit.customerId(), visit.siteId()).chain(called -> read.session().find(Signature.class, visitId)
                .chain(signature -> signature == null ? Uni.createFrom().item(new Order(visit, called, null, null))
                        : read.session().find(SignatureLink.class, signature.linkId)
                                .map(link -> new Order(visit, called, signature, link))));
    }
}
