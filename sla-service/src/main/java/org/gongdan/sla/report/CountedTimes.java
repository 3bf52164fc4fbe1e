package org.gongdan.sla.report;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.event.EventJson;
import org.gongdan.platform.tx.Question;
import org.gongdan.platform.tx.Sql;
import org.gongdan.platform.tx.Work;
import org.gongdan.sla.clock.Histories;
import org.gongdan.sla.clock.History;

import io.smallrye.mutiny.Uni;

/**
 * Keeps what only a derivation can tell where PostgreSQL can count with it: how much time counted for promises that are over. Worked out
 * once, when a report asks for it first, and again when the promise has changed since.
 */
@ApplicationScoped
public class CountedTimes {

    private static final Sql UNKNOWN = Sql.of("select c.id from clock c where " + Scope.CLOCKS + """
             and c.kind = any(cast(:kinds as text[])) and c.ended_at is not null
            and not exists (select 1 from clock_time t where t.clock_id = c.id and t.version = c.version) order by c.id limit %d"""
            .formatted(CountedTimes.BATCH));
    private static final Sql KEEP = Sql.of("""
            insert into clock_time (clock_id, version, counted)
            select id, version, counted from jsonb_to_recordset(cast(cast(:times as text) as jsonb)) as r(id uuid, version bigint, counted bigint)
            on conflict (clock_id) do update set version = excluded.version, counted = excluded.counted returning clock_id""");
    private static final int BATCH = 500;

    private final Histories histories;

    CountedTimes(Histories histories) {
        this.histories = histories;
    }

    private record Counted(UUID id, long version, long counted) {
    }

    /** Brings the counted times of these kinds up to date. */
    public Uni<Void> know(Work work, Scope scope, String... kinds) {
        return unknown(scope, kinds).ask(work).chain(ids -> ids.isEmpty() ? Uni.createFrom().voidItem()
                : histories.find(work, ids).chain(found -> keep(found).ask(work))
                        .chain(() -> ids.size() < BATCH ? Uni.createFrom().voidItem() : know(work, scope, kinds)));
    }

    /** The same for background loops; the caller commits. */
    public void know(Connection connection, Scope scope, String... kinds) throws SQLException {
        List<UUID> ids;
        do {
            ids = unknown(scope, kinds).ask(connection);
            keep(histories.find(connection, ids)).ask(connection);
        } while (ids.size() == BATCH);
    }

    private static Question<List<UUID>> unknown(Scope scope, String... kinds) {
        return new Question<>(scope.of(UNKNOWN).with("kinds", kinds), rows -> rows.stream().map(row -> row.id("id")).toList());
    }

    private static Question<Integer> keep(List<History> found) {
        List<Counted> times = found.stream().map(history -> new Counted(history.clockId(), history.version(), history.counted().toMillis()))
                .toList();
        return new Question<>(KEEP.with("times", EventJson.write(times)), List::size);
    }
}
