package org.gongdan.dispatch.signature;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gongdan.dispatch.Visit;
import org.gongdan.dispatch.VisitDocument;
import org.gongdan.dispatch.VisitEvent.SignatureRequested;
import org.gongdan.dispatch.Visits;
import org.gongdan.dispatch.engineer.Engineer;
import org.gongdan.dispatch.signature.SignatureLinkEvent.SignatureLinkIssued;
import org.gongdan.platform.audit.Audit;
import org.gongdan.platform.event.Ids;
import org.gongdan.platform.problem.DomainException.NotFound;
import org.gongdan.platform.security.Caller;
import org.gongdan.platform.security.LinkToken;
import org.gongdan.platform.tx.Read;
import org.gongdan.platform.tx.Sql;
import org.gongdan.platform.tx.Work;

import io.smallrye.mutiny.Uni;

/** The only door to signatures and to the links by which they are given. */
@ApplicationScoped
class Signatures {

    private static final Sql END_OTHERS = Sql
            .of("update signature_link set expires_at = :now where visit_id = :visit and used_at is null and expires_at > :now");

    private final Visits visits;
    private final Audit audit;
    private final Clock clock;
    private final String baseUrl;
    private final Duration valid;

    Signatures(Visits visits, Audit audit, Clock clock, @ConfigProperty(name = "gongdan.signature.base-url") String baseUrl,
            @ConfigProperty(name = "gongdan.signature.valid") Duration valid) {
        this.visits = visits;
        this.audit = audit;
        this.clock = clock;
        this.baseUrl = baseUrl;
        this.valid = valid;
    }

    /** What a link leads to. @param engineerName null when he is not known any more */
    record Offer(VisitDocument document, String engineerName, Instant expiresAt) {
    }

    record Given(VisitDocument document, Signature signature) {
    }

    /** Sends the customer a link; earlier ones of the visit end, so that there is never more than one. @return when it expires */
    Uni<Instant> request(Work work, UUID visitId, Caller caller) {
        return visits.visit(work, visitId, caller).chain(visit -> {
            Instant now = clock.instant();
            LinkToken token = LinkToken.random();
            SignatureLink link = new SignatureLink(Ids.next(), visitId, token.hash(), now, now.plus(valid));
            SignatureRequested requested = visit.requestSignature(link.expiresAt, now);
            SignatureLinkIssued issued = new SignatureLinkIssued(requested.contactId(), requested.customerId(), visitId,
                    baseUrl + token.text(), link.expiresAt);
            return endOthers(work, visitId, now)
                    .chain(() -> work.session().persist(link))
                    .chain(() -> visits.apply(work, visit, requested, issued))
                    .replaceWith(link.expiresAt);
        });
    }

    Uni<Offer> show(Read read, LinkToken token) {
        return link(read, token, LockModeType.NONE).chain(link -> {
            link.mustBeUsable(clock.instant());
            return visits.visit(read, link.visitId).map(VisitDocument::of)
                    .chain(document -> read.session().find(Engineer.class, document.engineerId())
                            .map(engineer -> new Offer(document, engineer == null ? null : engineer.name(), link.expiresAt)));
        });
    }

    /** Two who sign with the same link at the same time come one after the other, and the second comes too late. */
    Uni<Given> sign(Work work, LinkToken token, String signerName, String strokes, Signature.Device device, String traceId) {
        return link(work, token, LockModeType.PESSIMISTIC_WRITE).chain(link -> {
            Instant now = clock.instant();
            link.use(now);
            return visits.visit(work, link.visitId).chain(visit -> {
                Signature signature = new Signature(link, signerName, strokes, device, VisitDocument.of(visit), now);
                return work.session().persist(signature)
                        .chain(() -> sign(work, visit, signature, traceId))
                        .replaceWith(() -> new Given(VisitDocument.of(visit), signature));
            });
        });
    }

    private Uni<Void> sign(Work work, Visit visit, Signature signature, String traceId) {
        var signed = visit.sign(signature.documentHash, signature.signedAt);
        return visits.apply(work, visit, signed)
                .chain(() -> audit.add(work, LinkToken.HOLDER, "POST /api/signatures/{token}", signed.customerId(),
                        "visit " + signed.visitId() + ", document " + signed.documentHash(), traceId));
    }

    /** @throws NotFound when there is no such link */
    static Uni<SignatureLink> link(Read read, LinkToken token, LockModeType lock) {
        return read.session().createSelectionQuery("from SignatureLink where tokenHash = ?1", SignatureLink.class)
                .setParameter(1, token.hash())
                .setLockMode(lock)
                .getSingleResultOrNull()
                .onItem().ifNull().failWith(() -> new NotFound("signature link", "…"));
    }

    private static Uni<Integer> endOthers(Work work, UUID visitId, Instant now) {
        return END_OTHERS.with("visit", visitId).with("now", now).update(work);
    }
}
