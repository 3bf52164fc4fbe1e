package org.gongdan.notification.mail;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.gongdan.notification.Reason;
import org.gongdan.notification.Template;
import org.gongdan.platform.tx.Bound;
import org.gongdan.platform.tx.Row;
import org.gongdan.platform.tx.Sql;

/** The statements of the sending loop. A claim ends by itself after the lease, so that a crash only delays what it held. */
final class MailTable {

    /** Longer than a batch can take: every letter has its own time limits and the first one that meets them ends the batch. */
    private static final String LEASE = "interval '3 minutes'";
    /** A letter waits so long for the name of its kind of promise: that we broke it is worth telling even when nobody ever says what it is called. */
    private static final String NAME_COMES = "interval '10 minutes'";
    private static final Sql CLAIM = Sql.of("""
            with due as materialized (
                select id from notification where status = 'PENDING' and next_try_at <= now() order by next_try_at limit :limit for update skip locked),
            n as (
                update notification set claim = :claim, waiting = false, next_try_at = now() + %s where id in (select id from due) returning *)
            select n.id, n.claim, n.template, n.customer_id, n.ticket_id, w.contact_id,
                   cast(case when n.data -> 'pieces' is null then n.data else jsonb_set(n.data, '{pieces}', (
                       select coalesce(jsonb_agg(p.piece || jsonb_build_object('number', pt.number, 'summary', pt.summary, 'zh', pk.zh, 'en', pk.en)
                               order by p.place), '[]')
                           from jsonb_array_elements(n.data -> 'pieces') with ordinality as p(piece, place)
                               left join ticket pt on pt.id = cast(p.piece ->> 'ticketId' as uuid)
                               left join promise_kind pk on pk.kind = p.piece ->> 'kind')) end as text) as data,
                   n.expires_at <= now() or n.template = 'PROMISE_MADE' and coalesce((select e.ended from ticket_end e where e.ticket_id = n.ticket_id
                       order by e.sequence desc limit 1), false) as expired, n.attempts, t.id is not null as has_ticket, t.number, t.summary, t.product,
                   exists (select 1 from notification e where e.ticket_id = n.ticket_id and e.status = 'PENDING' and e.sequence is not null
                       and (e.sequence, e.id) < (n.sequence, n.id) and e.id not in (select id from due)) as behind,
                   c.id is not null as has_contact, coalesce(nullif(c.salutation, ''), c.name) as salutation, c.email, c.language, k.zh, k.en,
                   n.data ->> 'kind' is not null and k.kind is null and n.created_at > now() - %s as unnamed,
                   u.name as customer, coalesce(oe.name, oa.name, o.owner) as owner, v.number as visit_number, ve.name as engineer,
                   (select string_agg(coalesce(e.name, a.name, p.who), ', ' order by p.place) from unnest(string_to_array(n.data ->> 'onDuty', ', '))
                       with ordinality as p(who, place)
                       left join lateral (select name from engineer where username = p.who limit 1) e on true
                       left join lateral (select name from audit_person where username = p.who limit 1) a on true) as on_duty
            from n left join ticket t on t.id = n.ticket_id
                left join lateral (select case when n.template = any(:business) then coalesce(n.contact_id, (select f.id from contact f
                        where f.customer_id = n.customer_id and f.email <> '' and not exists (select 1 from contact_withdrawn g where g.id = f.id)
                        order by f.id limit 1)) else coalesce(n.contact_id, t.contact_id) end as contact_id) w on true
                left join contact c on c.id = w.contact_id
                left join promise_kind k on k.kind = n.data ->> 'kind'
                left join customer u on u.id = n.customer_id
                left join lateral (select owner from ticket_owner where ticket_id = n.ticket_id order by sequence desc limit 1) o on true
                left join lateral (select name from engineer e where e.username = o.owner or cast(e.id as text) = o.owner limit 1) oe on true
                left join lateral (select name from audit_person a where a.username = o.owner limit 1) oa on true
                left join visit v on v.id = cast(n.data ->> 'visitId' as uuid)
                left join engineer ve on ve.id = v.engineer_id
            order by n.sequence nulls first, n.id""".formatted(LEASE, NAME_COMES));
    private static final Sql SENT = Sql.of("""
            update notification n set status = 'SENT', sent_at = now(), next_try_at = null, claim = null, attempts = attempts + 1, error = null,
                contact_id = s.contact, recipient = s.recipient, subject = s.subject, body = s.body, data = data - 'url'
            from unnest(:ids, :claims, :contacts, :recipients, :subjects, :bodies) as s(id, claim, contact, recipient, subject, body)
            where n.id = s.id and n.claim = s.claim
            returning n.id""");
    private static final Sql FAILED = mine(
            """
            update notification set status = 'FAILED', next_try_at = null, claim = null, data = data - 'url', attempts = attempts + :tries, error = :error""");
    private static final Sql TRY_LATER = mine(
            """
            update notification set next_try_at = now() + :pause * interval '1 millisecond', claim = null, attempts = attempts + 1, error = :error""");
    private static final Sql GIVE_BACK = mine("update notification set next_try_at = now(), claim = null");
    private static final Sql DROP = mine("delete from notification");
    private static final Sql LET_WAIT = Sql.of("""
            with due as materialized (
                select id, template, ticket_id, data ->> 'kind' as kind, created_at from notification
                    where status = 'PENDING' and next_try_at <= now() and expires_at > now() order by next_try_at limit 500
                for update skip locked)
            update notification n set waiting = true, claim = null,
                next_try_at = least(expires_at, now() + greatest(:look * interval '1 millisecond', now() - created_at))
            from (select id, claim from unnest(:ids, :claims) as mine(id, claim)
                  union all
                  select id, null from due where template = any(:templates) and not exists (select 1 from ticket where id = due.ticket_id)
                      or kind is not null and created_at > now() - %s and not exists (select 1 from promise_kind where kind = due.kind)) as w
            where n.id = w.id and (w.claim is null or n.claim = w.claim)""".formatted(NAME_COMES));
    private static final Sql WAKE_STEPS = Sql
            .of("""
            update notification set next_try_at = now() where ticket_id = any(:tickets) and status = 'PENDING' and waiting and sequence is not null""");

    private MailTable() {
    }

    private static Sql mine(String change) {
        return Sql.of(change + " where id = :id and claim = :mine");
    }

    /** In the order of the tickets' versions: ids of one millisecond are in none, so a step with a later id may come before one with an earlier. */
    static List<Pending> claim(Connection connection, int limit) throws SQLException {
        List<Row> rows = CLAIM.with("limit", limit).with("claim", UUID.randomUUID())
                .texts("business", Stream.of(Template.values()).filter(Template::isBusiness).toList()).rows(connection);
        connection.commit();
        return rows.stream().map(MailTable::pending).toList();
    }

    record Sent(Pending message, Letter letter) {

        private String body() {
            return message.template().isSecret() ? null : letter.text();
        }
    }

    /** @return those that were not taken away meanwhile (erased, or the lease ran out) */
    static List<Pending> sent(Connection connection, List<Sent> all) throws SQLException {
        if (all.isEmpty()) {
            return List.of();
        }
        List<Pending> messages = all.stream().map(Sent::message).toList();
        Set<UUID> mine = of(SENT, messages).ids("contacts", messages.stream().map(Pending::contactId).toList())
                .texts("recipients", all.stream().map(sent -> sent.letter().to()).toList())
                .texts("subjects", all.stream().map(sent -> sent.letter().subject()).toList())
                .texts("bodies", all.stream().map(Sent::body).toList()).rows(connection).stream().map(row -> row.id("id"))
                .collect(Collectors.toSet());
        return messages.stream().filter(message -> mine.contains(message.id())).toList();
    }

    private static Bound of(Sql statement, List<Pending> messages) {
        return statement.ids("ids", messages.stream().map(Pending::id).toList()).ids("claims",
                messages.stream().map(Pending::claim).toList());
    }

    /** @return false when the message was taken away meanwhile (erased, or the lease ran out) */
    static boolean failed(Connection connection, Pending message, Reason reason, int tries) throws SQLException {
        return of(FAILED, message).with("tries", tries).with("error", reason).update(connection) == 1;
    }

    static void tryLater(Connection connection, Pending message, Duration pause, String error) throws SQLException {
        of(TRY_LATER, message).with("pause", pause.toMillis()).with("error", error).update(connection);
    }

    private static Bound of(Sql statement, Pending message) {
        return statement.with("id", message.id()).with("mine", message.claim());
    }

    /**
     * Lets these wait, and others that are due and have to wait as well: when tickets are heard of late, there may be very many. Besides being
     * woken by what is waited for, they are looked at again, as that may commit at this very moment: soon at first, then ever later.
     */
    static void letWait(Connection connection, List<Pending> messages, Duration look) throws SQLException {
        of(LET_WAIT, messages).with("look", look.toMillis())
                .texts("templates", Stream.of(Template.values()).filter(Template::namesTicket).toList()).update(connection);
    }

    /** Nobody is told: as if it had never been written down. */
    static void drop(Connection connection, Pending message) throws SQLException {
        of(DROP, message).update(connection);
    }

    /** The steps that waited for one before them can be told. @return whether there are any */
    static boolean wakeSteps(Connection connection, List<Pending> done) throws SQLException {
        List<UUID> tickets = done.stream().filter(message -> message.template().isStep()).map(Pending::ticketId).toList();
        return !tickets.isEmpty() && WAKE_STEPS.ids("tickets", tickets).update(connection) > 0;
    }

    static void giveBack(Connection connection, Pending message) throws SQLException {
        of(GIVE_BACK, message).update(connection);
    }

    private static Pending pending(Row row) {
        return new Pending(row.id("id"), row.id("claim"), row.constant("template", Template.class), row.id("customer_id"),
                row.id("ticket_id"), row.id("contact_id"),
                row.text("data"), row.flag("expired"), row.flag("behind"), row.integer("attempts"),
                row.flag("has_ticket") ? new Pending.Ticket(row.text("number"), row.text("summary"), row.text("product")) : null,
                row.flag("has_contact") ? new Pending.Contact(row.text("salutation"), row.text("email"), row.text("language")) : null,
                row.flag("unnamed"), row.isNull("zh") ? null : new Pending.KindName(row.text("zh"), row.text("en")),
                new Pending.Around(row.text("customer"), row.text("owner"), row.text("visit_number"), row.text("engineer"),
                        row.text("on_duty")));
    }
}
