package org.gongdan.sla.clock;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.tx.Row;
import org.gongdan.platform.tx.Sql;
import org.gongdan.platform.tx.Work;
import org.gongdan.sla.promise.ClockFact;
import org.gongdan.sla.promise.FactJson;
import org.gongdan.sla.promise.Heard;
import org.gongdan.sla.promise.Recorded;

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

    private static final Sql ALONE = Sql
            .of("select 1 as held from (select pg_advisory_xact_lock(" + KEY.formatted(":subject") + ")) locked");
    private static final Sql TAKE = Sql.of(
            "with early as (delete from early_fact where subject = :subject returning " + COLUMNS
                    + ") select * from early order by at, sequence");
    private static final Sql KEEP = Sql.of("""
            insert into early_fact (subject, kinds, at, sequence, fact, data, event_id)
            values (:subject, :kinds, :at, :sequence, :fact, cast(cast(:data as text) as jsonb), :event)""");

    /** Waits until no other transaction tells of this ticket or visit; what those wrote can be seen afterwards. */
    Uni<Void> alone(Work work, UUID subject) {
        return ALONE.with("subject", subject).rows(work).replaceWithVoid();
    }

    /** What waits for promises about this ticket or visit; it does not wait any more. */
    Uni<List<Heard>> take(Work work, UUID subject) {
        return alone(work, subject)
                .chain(() -> TAKE.with("subject", subject).rows(work).map(rows -> rows.stream().map(EarlyFacts::heard).toList()));
    }

    Uni<Void> keep(Work work, UUID subject, Collection<Heard> facts) {
        return Multi.createFrom().iterable(facts).onItem().transformToUniAndConcatenate(heard -> keep(work, subject, heard)).collect()
                .last().replaceWithVoid();
    }

    private static Uni<Void> keep(Work work, UUID subject, Heard heard) {
        Recorded recorded = heard.recorded();
        return KEEP.with("subject", subject).with("kinds", String.join(",", names(heard.kinds()))).with("at", recorded.fact().at())
                .with("sequence", recorded.sequence())
                .with("fact", FactJson.name(recorded.fact())).with("data", FactJson.data(recorded.fact()).toString())
                .with("event", recorded.eventId()).update(work)
                .replaceWithVoid();
    }

    /** @param row with {@link #COLUMNS} */
    static Heard heard(Row row) {
        Set<String> kinds = Arrays.stream(row.text("kinds").split(",")).collect(Collectors.toSet());
        ClockFact fact = FactJson.read(row.text("fact"), row.instant("at"), (ObjectNode) ClockRows.json(row.text("data")));
        return new Heard(kinds, new Recorded(fact, row.number("sequence"), row.id("event_id")));
    }

    static String[] names(Set<String> kinds) {
        return kinds.stream().sorted().toArray(String[]::new);
    }
}
