package org.gongdan.sla.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.gongdan.platform.tx.Row;
import org.gongdan.platform.tx.Sql;

/** Compares the rebuilt tables with those of the running service, row by row. */
final class Comparison {

    /** So many are listed of each kind of row; all are counted. */
    static final int LISTED = 50;

    /**
     * A kind of row.
     *
     * @param rows query with columns {@code key} (text) and {@code content} (jsonb); {@code %1$s} stands for the schema, {@code %2$s} for the customer's id
     *             in quotes or {@code null}, {@code %3$s} for the clocks,
     *             {@code %4$s} for the seconds after which the service forgets facts that wait. Content holds what must be equal, and not
     *             when or in which order this service heard of it
     */
    private record Kind(String name, String rows) {
    }

    private static final String MINE = "(cast(%2$s as uuid) is null or c.customer_id = %2$s)";
    private static final String HEARD = "(cast(%2$s as uuid) is null or event_id in (select i.event_id from rebuild.inbox i))";

    private static final List<Kind> KINDS = List.of(
            new Kind("clock", """
                    select cast(c.id as text) as key, to_jsonb(c) - '{version,generation}'::text[] || jsonb_build_object('facts', (
                        select jsonb_agg(jsonb_build_array(f.fact, f.at, f.sequence, f.data, f.event_id) order by f.fact <> 'STARTED',
                            f.at, f.sequence, f.fact, cast(f.data as text))
                        from %1$s.clock_fact f where f.clock_id = c.id)) as content
                    from %3$s c where\s""" + MINE),
            new Kind("timer",
                    """
                    select t.kind || ' ' || t.ref as key, jsonb_build_object('due_at', t.due_at) as content
                    from %1$s.timer t join %3$s c on c.id = t.ref where t.kind in ('sla-breach', 'sla-warning', 'sla-escalation') and\s"""
                            + MINE),
            // One whose promise is there and over waits or not, depending on when it was told; it has no effect either way.
            new Kind("early fact",
                    """
                    select cast(subject as text) as key, jsonb_agg(jsonb_build_array(kinds, at, sequence, fact, data, event_id)
                        order by at, sequence, fact, event_id, kinds) as content
                    from %1$s.early_fact e where at >= now() - interval '%4$s seconds' and not exists (select 1 from %3$s c
                        where (c.visit_id = e.subject or c.shift_id = e.subject or c.visit_id is null and c.ticket_id = e.subject)
                            and c.kind = any(string_to_array(e.kinds, ','))) and\s"""
                            + HEARD + " group by subject"),
            new Kind("parked event",
                    """
                    select consumer || ' ' || event_id as key, jsonb_build_object('key', key, 'type', type) as content from %1$s.inbox_parked where\s"""
                            + HEARD),
            new Kind("shift", """
                    select cast(id as text) as key, to_jsonb(s) as content from %1$s.shift s where cast(%2$s as uuid) is null"""),
            new Kind("engineer", """
                    select cast(id as text) as key, to_jsonb(e) as content from %1$s.engineer e where cast(%2$s as uuid) is null"""),
            new Kind("customer",
                    """
                    select cast(id as text) as key, to_jsonb(c) as content from %1$s.customer c where (cast(%2$s as uuid) is null or id = %2$s)"""));

    private static final String DIFFERENT = """
            select coalesce(live.key, rebuilt.key) as key, cast(live.content as text) as live, cast(rebuilt.content as text) as rebuilt
            from (%s) as live full join (%s) as rebuilt on live.key = rebuilt.key
            where live.content is distinct from rebuilt.content order by 1""";

    private static final String DIGEST = "select count(*) as rows, coalesce(md5(string_agg(md5(key || cast(content as text)), '' order "
            + "by key)), '-') as digest from (%s) as rows";

    /** Clocks our own topic tells of and that neither the events nor the tables know. */
    private static final String UNKNOWN = """
            select distinct cast(d.clock_id as text) as key, null as live, null as rebuilt from rebuild.decision d
                where not exists (select 1 from rebuild.clock c where c.id = d.clock_id)
            and not exists (select 1 from public.clock c where c.id = d.clock_id) order by 1""";

    private final Connection connection;
    private final Rederivation rederivation;
    private final List<Difference> differences = new ArrayList<>();
    private long different;
    private long inAnotherOrder;

    private Comparison(Connection connection, Rederivation rederivation) {
        this.connection = connection;
        this.rederivation = rederivation;
    }

    /**
     * @param digests        one line per kind of row: how many, and a digest over all of them, live and rebuilt
     * @param differences    the first of those that differ
     * @param different      how many rows differ
     * @param inAnotherOrder clocks that heard of the same in another order: facts that have no effect stand with one and not with the other
     */
    record Result(List<String> digests, List<Difference> differences, long different, long inAnotherOrder) {
    }

    /** @param waiting how long facts wait for their promise before the service forgets them */
    static Result of(Connection connection, Rederivation rederivation, Selection selection, Duration waiting) throws SQLException {
        Comparison comparison = new Comparison(connection, rederivation);
        List<String> digests = new ArrayList<>();
        for (Kind kind : KINDS) {
            String live = query(kind, "public", selection, waiting);
            String rebuilt = query(kind, Scratch.SCHEMA, selection, waiting);
            digests.add("%-13s live %s   rebuilt %s".formatted(kind.name(), digest(connection, live), digest(connection, rebuilt)));
            comparison.look(kind.name(), DIFFERENT.formatted(live, rebuilt));
        }
        comparison.look("told clock", UNKNOWN);
        return new Result(digests, comparison.differences, comparison.different, comparison.inAnotherOrder);
    }

    private void look(String kind, String query) throws SQLException {
        long before = differences.size();
        Sql.of(query).bound().each(connection, 500, row -> {
            Difference difference = new Difference(kind, row.text("key"), row.text("live"), row.text("rebuilt"));
            if (difference.isOfOrderOnly(rederivation::sameSteps)) {
                inAnotherOrder++;
                return;
            }
            different++;
            if (differences.size() - before < LISTED) {
                differences.add(difference);
            }
        });
    }

    private static String digest(Connection connection, String rows) throws SQLException {
        Row found = Sql.of(DIGEST.formatted(rows)).bound().row(connection);
        return "%,d rows %s".formatted(found.number("rows"), found.text("digest"));
    }

    /** The id is a UUID that was parsed: nothing else gets into the text. */
    private static String query(Kind kind, String schema, Selection selection, Duration waiting) {
        return kind.rows().formatted(schema, selection.customer() == null ? "null" : "'" + selection.customer() + "'",
                schema.equals(Scratch.SCHEMA) ? schema + ".promised" : schema + ".clock", waiting.toSeconds());
    }
}
