package org.gongdan.sla.agreement;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

import org.gongdan.platform.event.Ids;
import org.gongdan.platform.problem.DomainException.Conflict;
import org.gongdan.platform.problem.DomainException.NotFound;
import org.gongdan.platform.security.Caller;
import org.gongdan.platform.tx.Read;
import org.gongdan.platform.tx.Sql;
import org.gongdan.platform.tx.Work;
import org.gongdan.platform.web.Etags;

import io.smallrye.mutiny.Uni;

/** The only door to agreements and their versions. */
@ApplicationScoped
class Agreements {

    private static final UUID LAST = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

    private static final Sql ALONE = Sql
            .of("select cast(pg_advisory_xact_lock(hashtextextended('agreement ' || cast(:form as text), 0)) as text) as alone");
    private static final Sql KNOWN = Sql
            .of("select exists (select 1 from agreement where number = :number or number_form = :form) as known");

    private static final Sql CUSTOMERS = Sql.of("select id, name from customer where id = any(:ids)");

    private final Instance<Activation> activations;
    private final Clock clock;

    Agreements(@Any Instance<Activation> activations, Clock clock) {
        this.activations = activations;
        this.clock = clock;
    }

    /** @throws Conflict when there is an agreement with this number already, however it is typed */
    Uni<Agreement> make(Work work, Agreement agreement) {
        return ALONE.with("form", agreement.numberForm).row(work)
                .chain(() -> KNOWN.with("number", agreement.number).with("form", agreement.numberForm).row(work))
                .invoke(known -> {
                    if (known.flag("known")) {
                        throw new Conflict("agreement-exists", agreement.number);
                    }
                })
                .chain(() -> work.session().persist(agreement)).chain(work.session()::flush).replaceWith(agreement);
    }

    /** Customers see contracts with them that are or were in force; nobody but staff sees what we agreed on with others. */
    Uni<Agreement> find(Read read, UUID id, Caller caller) {
        return read.session().find(Agreement.class, id).invoke(agreement -> {
            if (agreement == null || !caller.isStaff()
                    && (agreement.type != AgreementType.SLA || agreement.activations == 0 || !caller.maySee(agreement.customerId))) {
                throw new NotFound("agreement", id);
            }
        });
    }

    /** @param before id of the last one seen, or null */
    Uni<List<Agreement>> list(Read read, UUID customerId, AgreementType type, UUID before, Caller caller, int limit) {
        Map<String, Object> wanted = new LinkedHashMap<>();
        wanted.put("id < :before", before == null ? LAST : before);
        if (customerId != null) {
            wanted.put("customerId = :customer", customerId);
        }
        if (type != null) {
            wanted.put("type = :type", type);
        }
        if (!caller.isStaff()) {
            wanted.put("activations > 0 and type = :sla", AgreementType.SLA);
            wanted.put("customerId in :own", caller.customers().isEmpty() ? List.of(new UUID(0, 0)) : List.copyOf(caller.customers()));
        }
        var query = read.session().createSelectionQuery(
                "from Agreement where " + String.join(" and ", wanted.keySet()) + " order by id desc", Agreement.class);
        wanted.forEach((condition, value) -> query.setParameter(condition.substring(condition.indexOf(':') + 1), value));
        return query.setMaxResults(limit).getResultList();
    }

    /** Customers see what was approved. */
    Uni<List<AgreementVersion>> versions(Read read, UUID agreementId, Caller caller) {
        return read.session().createSelectionQuery("from AgreementVersion where agreementId = ?1 order by number", AgreementVersion.class)
                .setParameter(1, agreementId)
                .getResultList()
                .map(all -> all.stream().filter(version -> caller.isStaff() || version.status == VersionStatus.ACTIVE).toList());
    }

    /** The same of several agreements at once, by agreement. */
    Uni<Map<UUID, List<AgreementVersion>>> versions(Read read, List<UUID> agreementIds, Caller caller) {
        if (agreementIds.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return read.session()
                .createSelectionQuery("from AgreementVersion where agreementId in :ids order by number", AgreementVersion.class)
                .setParameter("ids", agreementIds).getResultList()
                .map(all -> all.stream().filter(version -> caller.isStaff() || version.status == VersionStatus.ACTIVE)
                        .collect(Collectors.groupingBy(version -> version.agreementId)));
    }

    /** What the customers of these agreements are called, as far as we have heard. */
    Uni<Map<UUID, String>> customers(Read read, List<Agreement> agreements) {
        return CUSTOMERS.ids("ids", agreements.stream().map(agreement -> agreement.customerId).filter(Objects::nonNull).toList()).rows(read)
                .map(rows -> rows.stream().collect(Collectors.toMap(row -> row.id("id"), row -> row.text("name"))));
    }

    Uni<AgreementVersion> version(Read read, UUID agreementId, int number, Caller caller) {
        return versions(read, agreementId, caller).map(all -> all.stream().filter(version -> version.number == number).findFirst()
                .orElseThrow(() -> new NotFound("agreement version", agreementId + "/" + number)));
    }

    Uni<AgreementVersion> draft(Work work, Agreement agreement, AgreementVersion.Text text, String by) {
        AgreementVersion version = AgreementVersion.draft(Ids.next(), agreement, text, clock.instant(), by);
        return work.session().persist(version).chain(work.session()::flush).replaceWith(version);
    }

    /** @param ifMatch entity tag the caller saw, or null */
    Uni<AgreementVersion> revise(Work work, UUID agreementId, int number, String ifMatch, AgreementVersion.Text text, Caller caller) {
        return version(work, agreementId, number, caller).invoke(version -> {
            Etags.check(ifMatch, version.version, "agreement version", version.id);
            version.revise(text, clock.instant(), caller.username());
        }).call(work.session()::flush);
    }

    /** Puts a draft in force from its first day on. */
    Uni<AgreementVersion> activate(Work work, Agreement agreement, int number, String ifMatch, Caller caller) {
        return versions(work, agreement.id, caller).map(all -> {
            AgreementVersion version = all.stream().filter(one -> one.number == number).findFirst()
                    .orElseThrow(() -> new NotFound("agreement version", agreement.id + "/" + number));
            Etags.check(ifMatch, version.version, "agreement version", version.id);
            Instant now = clock.instant();
            version.activate(timeline(agreement, all), now.atZone(agreement.zone()).toLocalDate(), now, caller.username());
            agreement.activated();
            return version;
        }).call(work.session()::flush).call(version -> begin(work, agreement, version));
    }

    private Uni<Void> begin(Work work, Agreement agreement, AgreementVersion version) {
        LocalDate today = clock.instant().atZone(agreement.zone()).toLocalDate();
        LocalDate from = version.effectiveFrom.isBefore(today) ? today : version.effectiveFrom;
        Uni<Void> begun = Uni.createFrom().voidItem();
        for (Activation activation : activations) {
            begun = begun.chain(() -> activation.of(work, inForce(agreement, version), from));
        }
        return begun;
    }

    static InForce inForce(Agreement agreement, AgreementVersion version) {
        return new InForce(agreement.type, version.id, agreement.id, agreement.number, version.number, version.effectiveFrom,
                agreement.zone(), ContentJson.read(version.content));
    }

    /** Whether this is the version in force at an instant. */
    Uni<Boolean> isInForce(Read read, Agreement agreement, AgreementVersion version, Instant at) {
        return read.session().createSelectionQuery("from AgreementVersion where agreementId = ?1", AgreementVersion.class)
                .setParameter(1, agreement.id).getResultList()
                .map(all -> timeline(agreement, all).inForce(at).filter(span -> span.number() == version.number).isPresent());
    }

    static VersionTimeline timeline(Agreement agreement, List<AgreementVersion> versions) {
        return new VersionTimeline(
                versions.stream().filter(version -> version.status == VersionStatus.ACTIVE).map(AgreementVersion::span).toList(),
                agreement.zone());
    }
}
