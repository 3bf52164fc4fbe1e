package org.gongdan.notification.mail;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import org.gongdan.notification.Reason;
import org.gongdan.notification.Template;

/** The statements of the sending loop. A claim ends by itself after the lease, so that a crash only delays what it held. */
final class MailTable {

    /** Longer than a batch can take: every letter has its own time limits and the first one that meets them ends the batch. */
    private static final String LEASE = "interval '3 minutes'";
    private static final String STILL_MINE = " where id = ? and claim = ?";

    private MailTable() {
    }

    /** In the order of the tickets' versions: ids of one millisecond are in none, so a step with a later id may come before one with an earlier. */
    static List<Pending> claim(Connection connection, int limit) throws SQLException {
        UUID claim = UUID.randomUUID();
        try (PreparedStatement select = connection.prepareStatement("""
                with due as materialized (
                    select id from notification where status = 'PENDING' and next_try_at <= now() order by next_try_at limit %d for update skip locked),
                n as (
                    update notification set claim = ?, waiting = false, next_try_at = now() + %s where id in (select id from due) returning *)
                select n.id, n.claim, n.template, n.customer_id, n.ticket_id, coalesce(n.contact_id, t.contact_id) as contact_id, n.data,
                       n.expires_at <= now() or n.template = 'PROMISE_MADE' and coalesce((select e.ended from ticket_end e where e.ticket_id = n.ticket_id
                           order by e.sequence desc limit 1), false) as expired, n.attempts, t.id is not null as has_ticket, t.number, t.summary,
                       exists (select 1 from notification e where e.ticket_id = n.ticket_id and e.status = 'PENDING' and e.sequence is not null
                           and (e.sequence, e.id) < (n.sequence, n.id) and e.id not in (select id from due)) as behind,
                       c.id is not null as has_contact, coalesce(nullif(c.salutation, ''), c.name) as salutation, c.email
                from n left join ticket t on t.id = n.ticket_id left join contact c on c.id = coalesce(n.contact_id, t.contact_id)
                order by n.sequence nulls first, n.id""".formatted(limit, LEASE))) {
            select.setObject(1, claim);
            List<Pending> batch = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    batch.add(pending(row));
                }
            }
            connection.commit();
            return batch;
        }
    }

    record Sent(Pending message, Letter letter) {

        private String body() {
            return message.template().isSecret() ? null : letter.body();
        }
    }

    /** @return those that were not taken away meanwhile (erased, or the lease ran out) */
    static List<Pending> sent(Connection connection, List<Sent> all) throws SQLException {
        if (all.isEmpty()) {
            return List.of();
        }
        try (PreparedStatement update = connection.prepareStatement("""
                update notification n set status = 'SENT', sent_at = now(), next_try_at = null, claim = null, attempts = attempts + 1, error = null,
                    contact_id = s.contact, recipient = s.recipient, subject = s.subject, body = s.body, data = data - 'url'
                from unnest(?, ?, ?, ?, ?, ?) as s(id, claim, contact, recipient, subject, body)
                where n.id = s.id and n.claim = s.claim
                returning n.id""")) {
            update.setArray(1, array(connection, "uuid", all, sent -> sent.message().id()));
            update.setArray(2, array(connection, "uuid", all, sent -> sent.message().claim()));
            update.setArray(3, array(connection, "uuid", all, sent -> sent.message().contactId()));
            update.setArray(4, array(connection, "text", all, sent -> sent.letter().to()));
            update.setArray(5, array(connection, "text", all, sent -> sent.letter().subject()));
            update.setArray(6, array(connection, "text", all, Sent::body));
            Set<UUID> mine = new HashSet<>();
            try (ResultSet row = update.executeQuery()) {
                while (row.next()) {
                    mine.add(row.getObject("id", UUID.class));
                }
            }
            return all.stream().map(Sent::message).filter(message -> mine.contains(message.id())).toList();
        }
    }

    private static <T> Array array(Connection connection, String type, List<T> all, Function<T, Object> value) throws SQLException {
        return connection.createArrayOf(type, all.stream().map(value).toArray());
    }

    /** @return false when the message was taken away meanwhile (erased, or the lease ran out) */
    static boolean failed(Connection connection, Pending message, Reason reason, int tries) throws SQLException {
        return update(connection, "status = 'FAILED', next_try_at = null, claim = null, data = data - 'url', attempts = attempts + ?, error = ?",
                message, tries, reason.name());
    }

    static void tryLater(Connection connection, Pending message, Duration pause, String error) throws SQLException {
        update(connection, "next_try_at = now() + ? * interval '1 millisecond', claim = null, attempts = attempts + 1, error = ?",
                message, pause.toMillis(), error);
    }

    /**
     * Lets these wait, and others that are due and have to wait as well: when tickets are heard of late, there may be very many. Besides being
     * woken by what is waited for, they are looked at again, as that may commit at this very moment: soon at first, then ever later.
     */
    static void letWait(Connection connection, List<Pending> messages, Duration look) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                with due as materialized (
                    select id, template, ticket_id from notification where status = 'PENDING' and next_try_at <= now() and expires_at > now() order by next_try_at limit 500
                    for update skip locked)
                update notification n set waiting = true, claim = null, next_try_at = least(expires_at, now() + greatest(? * interval '1 millisecond', now() - created_at))
                from (select id, claim from unnest(?, ?) as mine(id, claim)
                      union all
                      select id, null from due where template = any(?) and not exists (select 1 from ticket where id = due.ticket_id)) as w
                where n.id = w.id and (w.claim is null or n.claim = w.claim)""")) {
            update.setLong(1, look.toMillis());
            update.setArray(2, array(connection, "uuid", messages, Pending::id));
            update.setArray(3, array(connection, "uuid", messages, Pending::claim));
            update.setArray(4, array(connection, "text", List.of(Template.values()).stream().filter(Template::namesTicket).toList(), Template::name));
            update.executeUpdate();
        }
    }

    /** Nobody is told: as if it had never been written down. */
    static void drop(Connection connection, Pending message) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from notification" + STILL_MINE)) {
            delete.setObject(1, message.id());
            delete.setObject(2, message.claim());
            delete.executeUpdate();
        }
    }

    /** The steps that waited for one before them can be told. @return whether there are any */
    static boolean wakeSteps(Connection connection, List<Pending> done) throws SQLException {
        List<Pending> steps = done.stream().filter(message -> message.template().isStep()).toList();
        if (steps.isEmpty()) {
            return false;
        }
        try (PreparedStatement update = connection.prepareStatement("""
                update notification set next_try_at = now()
                where ticket_id = any(?) and status = 'PENDING' and waiting and sequence is not null""")) {
            update.setArray(1, array(connection, "uuid", steps, Pending::ticketId));
            return update.executeUpdate() > 0;
        }
    }

    static void giveBack(Connection connection, Pending message) throws SQLException {
        update(connection, "next_try_at = now(), claim = null", message);
    }

    private static boolean update(Connection connection, String change, Pending message, Object... values) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update notification set " + change + STILL_MINE)) {
            int at = 1;
            for (Object value : values) {
                update.setObject(at++, value);
            }
            update.setObject(at++, message.id());
            update.setObject(at, message.claim());
            return update.executeUpdate() == 1;
        }
    }

    private static Pending pending(ResultSet row) throws SQLException {
        return new Pending(row.getObject("id", UUID.class), row.getObject("claim", UUID.class), Template.valueOf(row.getString("template")),
                row.getObject("customer_id", UUID.class), row.getObject("ticket_id", UUID.class), row.getObject("contact_id", UUID.class),
                row.getString("data"), row.getBoolean("expired"), row.getBoolean("behind"), row.getInt("attempts"),
                row.getBoolean("has_ticket") ? new Pending.Ticket(row.getString("number"), row.getString("summary")) : null,
                row.getBoolean("has_contact") ? new Pending.Contact(row.getString("salutation"), row.getString("email")) : null);
    }
}
