package org.gongdan.sla.compensation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.event.Ids;
import org.gongdan.platform.timer.TimerHandler;
import org.gongdan.platform.timer.Timers;
import org.gongdan.platform.tx.Row;
import org.gongdan.platform.tx.Sql;
import org.gongdan.platform.tx.Work;
import org.gongdan.sla.agreement.Activation;
import org.gongdan.sla.agreement.AgreementType;
import org.gongdan.sla.agreement.Content;
import org.gongdan.sla.agreement.ContentJson;
import org.gongdan.sla.agreement.InForce;
import org.gongdan.sla.settings.SlaSettings;

import io.smallrye.mutiny.Uni;

/**
 * Counts months of agreements that owe something when too few promises are kept. The version in force on the month's last day decides by
 * its rules; the timer of the next month is set when one has fired.
 */
@ApplicationScoped
class Months implements TimerHandler, Activation {

    private static final Sql MONTH = Sql
            .of("insert into compensation_month (id, agreement_id, month) values (:id, :agreement, :month) on conflict do nothing");
    private static final Sql DUE = Sql.of("""
            select m.month, a.id as agreement, a.customer_id, a.zone, v.id as version, v.content, v.effective_to
            from compensation_month m join agreement a on a.id = m.agreement_id
            left join agreement_version v on v.agreement_id = a.id and v.status = 'ACTIVE' and v.effective_from < m.month + interval '1 month'
            where m.id = :id order by v.effective_from desc limit 1""");
    /** For as long as a version with such rules is or will be in force. */
    private static final Sql NEXT = Sql.of("""
            insert into compensation_month (id, agreement_id, month) select :id, :agreement, cast(:month as date) where exists (
                select 1 from agreement_version where agreement_id = :agreement and status = 'ACTIVE' and (effective_to is null or effective_to >= :month)
                    and jsonb_array_length(coalesce(cast(content as jsonb) #> '{compensation,attainments}', '[]')) > 0)
            on conflict do nothing""");
    private static final String KIND = "sla-compensation-month";

    private final SlaSettings settings;
    private final Timers timers;

    Months(SlaSettings settings, Timers timers) {
        this.settings = settings;
        this.timers = timers;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean takesLong() {
        return true;
    }

    @Override
    public Uni<Void> of(Work work, InForce version, LocalDate from) {
        if (version.type() != AgreementType.SLA || version.content().compensation() == null
                || version.content().compensation().attainments().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        UUID id = Ids.next();
        LocalDate month = from.withDayOfMonth(1);
        return MONTH.with("id", id).with("agreement", version.agreementId()).with("month", month).update(work)
                .chain(inserted -> inserted == 0 ? Uni.createFrom().voidItem()
                        : timers.set(work, KIND, id, 0, counted(month, version.zone())));
    }

    @Override
    public Collection<UUID> fire(Connection connection, List<Due> timers) throws SQLException {
        for (Due timer : timers) {
            Row month = DUE.with("id", timer.ref()).row(connection);
            if (month != null) {
                close(connection, month);
            }
        }
        return timers.stream().map(Due::ref).toList();
    }

    private void close(Connection connection, Row row) throws SQLException {
        LocalDate month = row.date("month");
        UUID agreement = row.id("agreement");
        ZoneId zone = ZoneId.of(row.text("zone"));
        LocalDate lastDay = month.plusMonths(1).minusDays(1);
        LocalDate to = row.date("effective_to");
        UUID version = row.id("version");
        if (version != null && (to == null || !to.isBefore(lastDay))) {
            Content content = ContentJson.read(row.text("content"));
            if (content.compensation() != null) {
                count(connection, content, new Scope(agreement, row.id("customer_id"), version, month, zone));
            }
        }
        next(connection, agreement, month.plusMonths(1), zone);
    }

    private record Scope(UUID agreement, UUID customer, UUID version, LocalDate month, ZoneId zone) {
    }

    private static void count(Connection connection, Content content, Scope scope) throws SQLException {
        Formula formula = new Formula(content.compensation());
        Windows windows = new Windows(content.exclusions(), scope.zone());
        for (Content.AttainmentRule rule : formula.attainments()) {
            Attainments.Counted counted = Attainments.count(connection,
                    new Attainments.Of(scope.agreement(), scope.month(), scope.zone(), rule.kind(), rule.priority(), windows));
            if (formula.attainment(rule, counted.kept(), counted.broken()).amount().signum() > 0) {
                Entries.owe(connection, scope.version(), scope.customer(), scope.month(), rule.kind(), rule.priority(),
                        content.compensation().currency(), null, null, null);
            }
        }
    }

    private void next(Connection connection, UUID agreement, LocalDate month, ZoneId zone) throws SQLException {
        UUID id = Ids.next();
        if (NEXT.with("id", id).with("agreement", agreement).with("month", month).update(connection) == 0) {
            return;
        }
        timers.set(connection, KIND, List.of(new Timers.Setting(id, 0, counted(month, zone))));
    }

    private Instant counted(LocalDate month, ZoneId zone) {
        return month.plusMonths(1).atStartOfDay(zone).toInstant().plus(settings.compensation().closeAfter());
    }
}
