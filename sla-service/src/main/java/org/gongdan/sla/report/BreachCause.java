package org.gongdan.sla.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.gongdan.platform.event.EventJson;
import org.gongdan.platform.tx.Question;
import org.gongdan.platform.tx.Row;
import org.gongdan.platform.tx.Sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;

/**
 * A broken promise and why it was broken.
 *
 * @param ticket   number of the ticket, or null when nobody told it
 * @param summary  what the ticket is about, or null when nobody told it
 * @param late     minutes after the due time it was done at last; null when it is not done
 * @param cause    what a supervisor found; otherwise the main one of those derived
 * @param derived  what the facts tell, the main one first
 * @param found    what a supervisor found, or null
 */
public record BreachCause(UUID clockId, UUID ticketId, String ticket, String summary, UUID visitId, UUID customerId, String customerName,
        String kind,
        String priority, Instant dueAt,
        Instant endedAt, Long late, Cause cause, List<Cause> derived, Found found) {

    /** @param by user name */
    public record Found(Cause cause, String note, String by, Instant at) {
    }

    /** More than so many broken promises are not looked through for one answer. */
    static final int MOST = 20_000;

    /** Number of the ticket of {@code c}. */
    public static final String TICKET = """
            (select f.data #>> '{word,detail,number}' from clock n join clock_fact f on f.clock_id = n.id
            where n.ticket_id = c.ticket_id and n.visit_id is null and f.fact = 'STARTED' and f.data #>> '{word,detail,number}' is not null limit 1)""";
    private static final String SUMMARY = TICKET.replace("number", "summary");

    private static final String SELECT = """
            select c.id, c.ticket_id, %s as ticket, %s as summary, c.visit_id, c.customer_id, u.name, c.kind,
                coalesce(c.priority, (select o.priority from clock o where o.ticket_id = c.ticket_id and o.priority is not null limit 1)) as priority,
                c.started_at, c.breached_at, c.ended_at,
                cast((select json_agg(json_build_object('fact', f.fact, 'at', f.at, 'reason', f.data ->> 'reason') order by f.at, f.sequence, f.seq)
                    from clock_fact f where f.clock_id = c.id and f.fact in ('PAUSED', 'RESUMED', 'EXTENDED', 'REOPENED', 'MET')) as text) as happened,
                cast((select json_agg(json_build_object('kind', o.kind, 'started', o.started_at, 'breached', o.breached_at, 'ended',
                    o.ended_at, 'moved', o.moved,
                        'arrived', exists (select 1 from clock_fact f where f.clock_id = o.id and f.fact = 'MET')))
                    from clock o where o.ticket_id = c.ticket_id and o.kind in ('ACKNOWLEDGE', 'TIME_TO_ASSIGN', 'HAND_OFF', 'ARRIVAL')
                        and o.id <> c.id) as text) as others,
                w.cause, w.note, w.by, w.at
            from clock c left join customer u on u.id = c.customer_id
            left join lateral (select b.cause, b.note, b.by, b.at from breach_cause b where b.clock_id = c.id and b.breached_at = c.breached_at
                order by b.seq desc limit 1) w on true""".formatted(TICKET, SUMMARY);
    private static final Sql ONE = Sql.of(SELECT + " where c.id = :clock and c.status = 'BREACHED'");

    /** All that were broken in the scope, latest first, up to {@link #MOST}. */
    public static Question<List<BreachCause>> in(Scope scope) {
        return in(scope, null, MOST);
    }

    /** Promises broken in the scope, latest first. @return at most {@code limit} */
    static Question<List<BreachCause>> in(Scope scope, Reports.Place after, int limit) {
        Sql query = Sql.of(SELECT + " where c.status = 'BREACHED' and " + Scope.CLOCKS
                + " and (c.due_at, c.id) < (:beforeDue, cast(:beforeClock as uuid)) order by c.due_at desc, c.id desc limit " + limit);
        return new Question<>(scope.of(query).with("beforeDue", after == null ? scope.to() : after.breachedAt())
                .with("beforeClock", after == null ? new UUID(0, 0) : after.clockId()),
                rows -> rows.stream().map(BreachCause::of).toList());
    }

    /** The one of this clock, or null when it is not broken. */
    static Question<BreachCause> of(UUID clockId) {
        return new Question<>(ONE.with("clock", clockId), rows -> rows.isEmpty() ? null : of(rows.getFirst()));
    }

    /** The same for those who are not to read what we noted. */
    public BreachCause withoutNote() {
        return new BreachCause(clockId, ticketId, ticket, summary, visitId, customerId, customerName, kind, priority, dueAt, endedAt, late,
                cause,
                derived,
                found == null ? null : new Found(found.cause, null, null, found.at));
    }

    String key() {
        return dueAt + "|" + clockId;
    }

    private static BreachCause of(Row row) {
        Instant breachedAt = row.instant("breached_at");
        Instant endedAt = row.instant("ended_at");
        List<Cause> derived = new Broken(row.text("kind"), !row.isNull("visit_id"), row.instant("started_at"), breachedAt, endedAt,
                list(row.text("happened"), new TypeReference<List<Broken.Happened>>() {}),
                list(row.text("others"), new TypeReference<List<Broken.Other>>() {})).causes();
        Found found = row.isNull("cause") ? null : found(row);
        return new BreachCause(row.id("id"), row.id("ticket_id"), row.text("ticket"), row.text("summary"), row.id("visit_id"),
                row.id("customer_id"),
                row.text("name"), row.text("kind"),
                row.text("priority"), breachedAt, endedAt,
                endedAt == null ? null : Math.max(0, Duration.between(breachedAt, endedAt).toMinutes()),
                found == null ? derived.getFirst() : found.cause(), derived, found);
    }

    /** @param row with cause, note, by and at */
    static Found found(Row row) {
        return new Found(row.constant("cause", Cause.class), row.text("note"), row.text("by"), row.instant("at"));
    }

    private static <T> List<T> list(String json, TypeReference<List<T>> type) {
        try {
            return json == null ? new ArrayList<>() : EventJson.mapper().readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored JSON cannot be read", e);
        }
    }
}
