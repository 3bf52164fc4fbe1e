package org.gongdan.sla.compensation;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.event.EventJson;
import org.gongdan.platform.outbox.Outbox;
import org.gongdan.platform.problem.DomainException.NotFound;
import org.gongdan.platform.problem.DomainException.Rejected;
import org.gongdan.platform.security.Caller;
import org.gongdan.platform.tx.Read;
import org.gongdan.platform.tx.Row;
import org.gongdan.platform.tx.Sql;
import org.gongdan.platform.tx.Work;
import org.gongdan.platform.web.Etags;
import org.gongdan.sla.agreement.Content;
import org.gongdan.sla.compensation.Assessor.Assessed;
import org.gongdan.sla.compensation.CompensationApi.CompensationCount;
import org.gongdan.sla.compensation.CompensationEvent.CompensationOwed;

import io.smallrye.mutiny.Uni;

/** The only door for people to what is owed; entries come from timers ({@link Proposals}, {@link Months}). */
@ApplicationScoped
class Ledger {

    private static final Sql ALONE = Sql
            .of("select a.id from agreement a join agreement_version v on v.agreement_id = a.id where v.id = :version for update of a");
    private static final Sql APPROVED = Sql.of("""
            select coalesce(sum(cast(e.amount as numeric)), 0) as amount from compensation e join agreement_version v on v.id = e.agreement_version
            where v.agreement_id = :agreement and e.month = :month and e.status = 'APPROVED'""");
    private static final Sql NOTE = Sql
            .of("""
            insert into compensation_fact (compensation_id, seq, at, by, fact, data) values (:entry, :seq, :at, :by, :fact,
                cast(cast(:data as text) as jsonb))""");
    private static final Sql FACTS = Sql
            .of("""
            select compensation_id, at, by, fact, cast(data as text) as data from compensation_fact where compensation_id = any(:entries)
                order by compensation_id, seq""");
    private static final Sql COUNTS = Sql.of("""
            select status, count(*) as entries from compensation where (cast(:customer as uuid) is null or customer_id = cast(:customer as uuid))
                and (cast(:month as date) is null or month = cast(:month as date)) group by status order by status""");
    private static final UUID LAST = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

    private final Assessor assessor;
    private final Outbox outbox;
    private final Clock clock;

    Ledger(Assessor assessor, Outbox outbox, Clock clock) {
        this.assessor = assessor;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @param month its first day, or null. @param before id of the last one seen, or null */
    record Filter(UUID customerId, LocalDate month, EntryStatus status, UUID before) {
    }

    /** Customers see what was approved for them; to them everything else does not exist. */
    Uni<LedgerEntry> find(Read read, UUID id, Caller caller) {
        return read.session().find(LedgerEntry.class, id).invoke(entry -> {
            if (entry == null || !caller.maySee(entry.customerId) || !caller.isStaff() && !entry.isForCustomers()) {
                throw new NotFound("compensation", id);
            }
        });
    }

    Uni<List<LedgerEntry>> list(Read read, Filter filter, Caller caller, int limit) {
        Map<String, Object> wanted = new LinkedHashMap<>();
        wanted.put("e.id < :before", filter.before() == null ? LAST : filter.before());
        if (filter.customerId() != null) {
            wanted.put("e.customerId = :customer", filter.customerId());
        }
        if (filter.month() != null) {
            wanted.put("e.month = :month", filter.month());
        }
        if (filter.status() != null) {
            wanted.put("e.status = :status", filter.status());
        }
        if (!caller.isStaff()) {
            wanted.put("e.approvedAt is not null and e.customerId in :own",
                    caller.customers().isEmpty() ? List.of(new UUID(0, 0)) : List.copyOf(caller.customers()));
        }
        var query = read.session().createSelectionQuery(
                "from LedgerEntry e where " + String.join(" and ", wanted.keySet()) + " order by e.id desc", LedgerEntry.class);
        wanted.forEach((condition, value) -> query.setParameter(condition.substring(condition.indexOf(':') + 1), value));
        return query.setMaxResults(limit).getResultList();
    }

    /** How many stand where. @param customerId null: of everybody @param month its first day; null: of all months */
    Uni<List<CompensationCount>> counts(Read read, UUID customerId, LocalDate month) {
        return COUNTS.with("customer", customerId).with("month", month).rows(read).map(rows -> rows.stream()
                .map(row -> new CompensationCount(row.constant("status", EntryStatus.class), row.number("entries"))).toList());
    }

    /** Changes an entry. @param ifMatch entity tag the caller saw, or null */
    Uni<LedgerEntry> change(Work work, UUID id, String ifMatch, Caller caller, Function<LedgerEntry, LedgerFact> transition) {
        return find(work, id, caller).chain(entry -> {
            Etags.check(ifMatch, entry.version, "compensation", id);
            LedgerFact fact = transition.apply(entry);
            return work.session().flush().chain(() -> note(work, entry, fact, caller.username(), clock.instant())).replaceWith(entry);
        });
    }

    /** Only a cause the contract names excludes a promise. */
    Uni<LedgerEntry> proposeExclusion(Work work, UUID id, String ifMatch, Caller caller, Content.Cause cause, String reason,
            String evidence) {
        return find(work, id, caller).chain(entry -> assessor.assess(work, List.of(entry)).map(List::getFirst)).invoke(assessed -> {
            if (assessed.version().content().exclusions().stream().noneMatch(exclusion -> exclusion.cause() == cause)) {
                throw new Rejected("cause-not-agreed", cause, assessed.version().agreement()).onField("cause");
            }
        }).chain(() -> change(work, id, ifMatch, caller, entry -> entry.proposeExclusion(cause, reason, evidence, caller.username())));
    }

    /** What is left of the month's cap decides; approvals of one agreement wait for each other. */
    Uni<LedgerEntry> approve(Work work, UUID id, String ifMatch, Caller caller) {
        return find(work, id, caller).chain(entry -> {
            Etags.check(ifMatch, entry.version, "compensation", id);
            return ALONE.with("version", entry.agreementVersion).rows(work)
                    .chain(() -> assessor.assess(work, List.of(entry))).map(List::getFirst)
                    .chain(assessed -> left(work, assessed).chain(left -> {
                        Instant now = clock.instant();
                        LedgerFact fact = entry.approve(assessed.reckoning().cappedAt(left), now);
                        return work.session().flush().chain(() -> note(work, entry, fact, caller.username(), now))
                                .chain(() -> tell(work, assessed, now));
                    })).replaceWith(entry);
        });
    }

    /** @return null when the contract knows no cap */
    Uni<BigDecimal> left(Read read, Assessed assessed) {
        BigDecimal cap = assessed.formula().monthCap();
        return cap == null ? Uni.createFrom().nullItem()
                : APPROVED.with("agreement", assessed.version().agreementId()).with("month", assessed.entry().month)
                        .row(read).map(row -> cap.subtract(row.exact("amount")));
    }

    private Uni<Void> tell(Work work, Assessed assessed, Instant now) {
        LedgerEntry entry = assessed.entry();
        if (entry.decided().signum() == 0) {
            return Uni.createFrom().voidItem();
        }
        return outbox.add(work, entry.version, now,
                new CompensationOwed(entry.id, entry.customerId, assessed.version().agreement(), assessed.version().number(),
                        YearMonth.from(entry.month).toString(), entry.kind, entry.priority, entry.clockId, entry.ticketId, entry.amount,
                        entry.currency, now));
    }

    private static Uni<Void> note(Work work, LedgerEntry entry, LedgerFact fact, String by, Instant at) {
        return NOTE.with("entry", entry.id).with("seq", entry.facts - 1).with("at", at).with("by", by).with("fact", fact.name())
                .with("data", EventJson.write(fact)).update(work)
                .replaceWithVoid();
    }

    /** Facts of entries in order: {@code compensation_id, at, by, fact, data}. */
    Uni<List<Row>> facts(Read read, List<UUID> ids) {
        return FACTS.ids("entries", ids).rows(read);
    }
}
