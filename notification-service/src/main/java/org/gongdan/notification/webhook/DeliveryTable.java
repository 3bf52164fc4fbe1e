package org.gongdan.notification.webhook;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.gongdan.notification.NotificationEvent.WebhookDisabled.Why;
import org.gongdan.platform.tx.Bound;
import org.gongdan.platform.tx.Row;
import org.gongdan.platform.tx.Sql;

/** The statements of the carrying loop. A claim ends by itself after the lease, so that a crash only delays what it held. */
final class DeliveryTable {

    /** Longer than a try can take. */
    private static final String LEASE = "interval '60 seconds'";
    private static final int WEBHOOKS_AT_ONCE = 200;

    private static final Sql LOCK_WEBHOOKS = Sql.of("""
            select id from webhook w where status = 'ACTIVE' and exists (
                select 1 from webhook_delivery d where d.webhook_id = w.id and d.status = 'PENDING' and d.next_try_at <= now())
            order by random() limit %d for no key update skip locked""".formatted(WEBHOOKS_AT_ONCE));
    private static final Sql CLAIM = Sql.of("""
            with due as (
                select d.id from webhook w cross join lateral (
                    select id from webhook_delivery
                    where webhook_id = w.id and status = 'PENDING' and next_try_at <= now() order by next_try_at
                    limit greatest(0, :most - (select count(*) from webhook_delivery c where c.webhook_id = w.id and c.claim is not null
                        and c.next_try_at > now()))) d
                where w.id = any(:webhooks) limit :limit)
            update webhook_delivery d set claim = gen_random_uuid(), next_try_at = now() + %s
            from due, webhook w where d.id = due.id and w.id = d.webhook_id
            returning d.id, d.claim, d.webhook_id, d.event_id, w.url, w.secret, d.body, d.attempts""".formatted(LEASE));
    private static final Sql DELIVERED = tried("status = 'DELIVERED', delivered_at = now(), next_try_at = null");
    private static final Sql SUCCEEDED = Sql.of("update webhook set last_success_at = now() where id = :webhook");
    private static final Sql TRY_LATER = tried("next_try_at = now() + :pause * interval '1 millisecond'");
    private static final Sql FAILED = tried("status = 'FAILED', next_try_at = null");
    private static final Sql NOTHING_REACHED = Sql
            .of("""
            select coalesce(w.last_success_at < d.created_at, true) as nothing from webhook_delivery d join webhook w
                on w.id = d.webhook_id where d.id = :id""");
    private static final Sql DISABLE = Sql.of("""
            update webhook set status = 'DISABLED', disabled_reason = :why, version = version + 1 where id = :webhook and status = 'ACTIVE'
            returning customer_id, version""");
    private static final Sql CANCEL = Sql
            .of("""
            update webhook_delivery set status = 'CANCELLED', next_try_at = null, claim = null where webhook_id = :webhook and status = 'PENDING'""");
    /** What waits for a paused webhook is kept as long as what is done with, and no longer. */
    private static final Sql FORGET = Sql.of("""
            delete from webhook_delivery where created_at < now() - :keep * interval '1 second'
                and (status <> 'PENDING' or webhook_id in (select id from webhook where status = 'PAUSED'))""");

    private DeliveryTable() {
    }

    private static Sql tried(String change) {
        return Sql.of("update webhook_delivery set " + change
                + ", claim = null, attempts = attempts + 1, last_status = cast(:answer as integer), last_error = :error where id = :id and claim = :claim");
    }

    /** @param perWebhook how many deliveries of one webhook may be under way, over all processes */
    static List<Parcel> claim(Connection connection, int perWebhook, int limit) throws SQLException {
        // While one process counts what a webhook has under way, no other one may add to it.
        List<UUID> webhooks = LOCK_WEBHOOKS.bound().rows(connection).stream().map(row -> row.id("id")).toList();
        List<Row> claimed = webhooks.isEmpty() ? List.of()
                : CLAIM.with("most", perWebhook).ids("webhooks", webhooks).with("limit", limit).rows(connection);
        connection.commit();
        return claimed.stream()
                .map(row -> new Parcel(row.id("id"), row.id("claim"), row.id("webhook_id"), row.id("event_id"), row.text("url"),
                        row.text("secret"),
                        row.text("body"), row.integer("attempts")))
                .toList();
    }

    /** @return false when the delivery was taken away meanwhile (replayed, deleted, or the lease ran out) */
    static boolean delivered(Connection connection, Parcel parcel, Outcome outcome) throws SQLException {
        boolean mine = of(DELIVERED, parcel, outcome).update(connection) == 1;
        if (mine) {
            SUCCEEDED.with("webhook", parcel.webhookId()).update(connection);
        }
        return mine;
    }

    static void tryLater(Connection connection, Parcel parcel, Outcome outcome, Duration pause) throws SQLException {
        of(TRY_LATER, parcel, outcome).with("pause", pause.toMillis()).update(connection);
    }

    /** @return whether nothing at all reached the webhook since this delivery was queued */
    static boolean failed(Connection connection, Parcel parcel, Outcome outcome) throws SQLException {
        if (of(FAILED, parcel, outcome).update(connection) == 0) {
            return false;
        }
        Row webhook = NOTHING_REACHED.with("id", parcel.id()).row(connection);
        return webhook != null && webhook.flag("nothing");
    }

    record Disabled(UUID customerId, long version) {
    }

    /** @return empty when it was disabled or deleted before */
    static Optional<Disabled> disable(Connection connection, UUID webhookId, Why why) throws SQLException {
        Row webhook = DISABLE.with("webhook", webhookId).with("why", why).row(connection);
        if (webhook == null) {
            return Optional.empty();
        }
        CANCEL.with("webhook", webhookId).update(connection);
        return Optional.of(new Disabled(webhook.id("customer_id"), webhook.number("version")));
    }

    static void forget(Connection connection, Duration keep) throws SQLException {
        FORGET.with("keep", keep.toSeconds()).update(connection);
    }

    private static Bound of(Sql statement, Parcel parcel, Outcome outcome) {
        return statement.with("answer", outcome.status()).with("error", outcome.error()).with("id", parcel.id()).with("claim",
                parcel.claim());
    }
}
