package org.gongdan.sla.agreement;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.tx.Read;
import org.gongdan.platform.tx.Row;
import org.gongdan.platform.tx.Sql;
import org.gongdan.sla.calendar.Calendars;
import org.gongdan.sla.kind.Kinds;

import io.smallrye.mutiny.Uni;

/** Looks up what a customer's contracts promise at an instant; for everybody who makes promises. */
@ApplicationScoped
public class TermsBook {

    private static final Sql ACTIVE = Sql
            .of("""
            select v.id, v.agreement_id, a.number as agreement, v.number, v.effective_from, v.effective_to, a.zone, v.content, a.customer_id, a.type
            from agreement a join agreement_version v on v.agreement_id = a.id
            where (a.customer_id = any(:customers) or a.customer_id is null and a.type <> 'SLA') and v.status = 'ACTIVE' order by a.id, v.number""");

    private final Calendars calendars;
    private final Kinds kinds;

    TermsBook(Calendars calendars, Kinds kinds) {
        this.calendars = calendars;
        this.kinds = kinds;
    }

    /** Active versions of the agreements that serve some customers, as they were read in this transaction; those under null serve everybody. */
    record Active(Map<UUID, List<Row>> byCustomer) {

        List<Row> of(UUID customerId) {
            List<Row> rows = new ArrayList<>(byCustomer.getOrDefault(null, List.of()));
            rows.addAll(customerId == null ? List.of() : byCustomer.getOrDefault(customerId, List.of()));
            return rows;
        }
    }

    Uni<Active> active(Read read, Collection<UUID> customers) {
        return ACTIVE.ids("customers", customers).rows(read).map(rows -> {
            Map<UUID, List<Row>> byCustomer = new HashMap<>();
            rows.forEach(row -> byCustomer.computeIfAbsent(row.id("customer_id"), customer -> new ArrayList<>()).add(row));
            return new Active(byCustomer);
        });
    }

    /**
     * @param customerId or null when it is nobody's business but our own
     * @return the contracts with this customer that are in force at this instant, and what we agreed on among ourselves and with suppliers for him or for
     *         everybody, each by the days of its own zone
     */
    public Uni<Contracts> inForce(Read read, UUID customerId, Instant at) {
        return active(read, customerId == null ? List.of() : List.of(customerId)).chain(active -> inForce(read, active, customerId, at));
    }

    Uni<Contracts> inForce(Read read, Active active, UUID customerId, Instant at) {
        return contracts(read, chosen(active.of(customerId), at));
    }

    /** The same with one version put in the place of whatever is in force of its agreement. */
    Uni<Contracts> withTrial(Read read, UUID customerId, Instant at, InForce trial) {
        return active(read, List.of(customerId)).map(active -> {
            List<InForce> tried = new ArrayList<>(chosen(active.of(customerId), at));
            tried.removeIf(version -> version.agreementId().equals(trial.agreementId()));
            tried.add(trial);
            return tried;
        }).chain(tried -> contracts(read, tried));
    }

    /** Any contents, in force or not. */
    public Uni<Contracts> trial(Read read, List<InForce> versions) {
        return contracts(read, versions);
    }

    /** A promise names the revision of its calendar that is the current one when it is made. */
    private Uni<Contracts> contracts(Read read, List<InForce> versions) {
        Map<String, String> revisions = new HashMap<>();
        List<String> names = versions.stream().flatMap(version -> version.content().services().stream())
                .flatMap(service -> service.levels().stream())
                .map(Content.Level::calendar).filter(Objects::nonNull).distinct().toList();
        Uni<Void> found = Uni.createFrom().voidItem();
        for (String name : names) {
            found = found.chain(() -> calendars.current(read, name)).invoke(revision -> revisions.put(name, revision)).replaceWithVoid();
        }
        return found.replaceWith(() -> new Contracts(versions, revisions::get,
                kind -> kinds.agreements(kind).stream().map(AgreementType::valueOf).toList()));
    }

    private static List<InForce> chosen(List<Row> rows, Instant at) {
        Map<UUID, List<Row>> byAgreement = new LinkedHashMap<>();
        rows.forEach(row -> byAgreement.computeIfAbsent(row.id("agreement_id"), id -> new ArrayList<>()).add(row));
        List<InForce> versions = new ArrayList<>();
        for (List<Row> agreement : byAgreement.values()) {
            ZoneId zone = ZoneId.of(agreement.getFirst().text("zone"));
            VersionTimeline timeline = new VersionTimeline(agreement.stream().map(TermsBook::span).toList(), zone);
            timeline.inForce(at).ifPresent(span -> agreement.stream().filter(row -> row.integer("number") == span.number()).findFirst()
                    .ifPresent(row -> versions.add(VersionBook.version(row))));
        }
        return versions;
    }

    private static Span span(Row row) {
        return new Span(row.integer("number"), row.date("effective_from"), row.date("effective_to"));
    }
}
