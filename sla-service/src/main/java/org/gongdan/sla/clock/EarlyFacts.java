package org.gongdan.sla.clock;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.tx.Rows;
import org.gongdan.platform.tx.Sql;
import org.gongdan.sla.promise.ClockFact;
import org.gongdan.sla.promise.FactJson;
import org.gongdan.sla.promise.Heard;
import org.gongdan.sla.promise.Recorded;
import org.hibernate.reactive.mutiny.Mutiny;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * Facts that came before the promise they are about. Events of one topic come in order, but a fact of another topic and the event that makes
 * its promise can be read at the same moment in two transactions that do not see each other; the lock here lets one of them wait.
 */
@ApplicationScoped
class EarlyFacts {

    /** Columns from which {@link #heard} makes a fact. */
    static final String COLUMNS = "kinds, at, sequence, fact, cast(data as text) as data, event_id";

    /** Key of the lock of one ticket or visit. */
    static final String KEY = "hashtextextended(cast(cast(%s as uuid) as text), 0)";

    /** Waits until no other transaction tells of this ticket or visit; what those wrote can be seen afterwards. */
    Uni<Void> alone(Mutiny.Session session, UUID subject) {
        return Sql.rows(session, "select 1 from (select pg_advisory_xact_lock(" + KEY.formatted("$1") + ")) locked", subject).replaceWithVoid();
    }

    /** What waits for promises about this ticket or visit; it does not wait any more. */
    Uni<List<Heard>> take(Mutiny.Session session, UUID subject) {
        return alone(session, subject).chain(() -> Sql.rows(session,
                "with early as (delete from early_fact where subject = $1 returning " + COLUMNS + ") select * from early order by at, sequence", subject)
                .map(rows -> rows.stream().map(row -> heard(row, 0)).toList()));
    }

    Uni<Void> keep(Mutiny.Session session, UUID subject, Collection<Heard> facts) {
        return Multi.createFrom().iterable(facts).onItem().transformToUniAndConcatenate(heard -> keep(session, subject, heard)).collect().last().replaceWithVoid();
    }

    private static Uni<Void> keep(Mutiny.Session session, UUID subject, Heard heard) {
        Recorded recorded = heard.recorded();
        return Sql.update(session, """
                insert into early_fact (subject, kinds, at, sequence, fact, data, event_id) values ($1, $2, $3, $4, $5, cast(cast($6 as text) as jsonb), $7)""",
                subject, String.join(",", names(heard.kinds())), recorded.fact().at(), recorded.sequence(), FactJson.name(recorded.fact()),
                FactJson.data(recorded.fact()).toString(), recorded.eventId()).replaceWithVoid();
    }

    static Heard heard(Object[] row, int first) {
        Set<String> kinds = Arrays.stream(((String) row[first]).split(",")).collect(Collectors.toSet());
        ClockFact fact = FactJson.read((String) row[first + 3], Rows.instant(row[first + 1]), (ObjectNode) ClockRows.json((String) row[first + 4]));
        return new Heard(kinds, new Recorded(fact, ((Number) row[first + 2]).longValue(), (UUID) row[first + 5]));
    }

    static String[] names(Set<String> kinds) {
        return kinds.stream().sorted().toArray(String[]::new);
    }
}
