package org.gongdan.notification.webhook;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.gongdan.notification.NotificationEvent.WebhookDisabled.Why;

/** The statements of the carrying loop. A claim ends by itself after the lease, so that a crash only delays what it held. */
final class DeliveryTable {

    /** Longer than a try can take. */
    private static final String LEASE = "interval '60 seconds'";
    private static final int WEBHOOKS_AT_ONCE = 200;

    private DeliveryTable() {
    }

    /** @param perWebhook how many deliveries of one webhook may be under way, over all processes */
    static List<Parcel> claim(Connection connection, int perWebhook, int limit) throws SQLException {
        UUID[] webhooks = lockWebhooks(connection);
        List<Parcel> parcels = new ArrayList<>();
        if (webhooks.length > 0) {
            try (PreparedStatement take = connection.prepareStatement("""
                    with due as (
                        select d.id from webhook w cross join lateral (
                            select id from webhook_delivery
                            where webhook_id = w.id and status = 'PENDING' and next_try_at <= now() order by next_try_at
                            limit greatest(0, ? - (select count(*) from webhook_delivery c where c.webhook_id = w.id and c.claim is not null and c.next_try_at > now()))) d
                        where w.id = any(?) limit ?)
                    update webhook_delivery d set claim = gen_random_uuid(), next_try_at = now() + %s
                    from due, webhook w where d.id = due.id and w.id = d.webhook_id
                    returning d.id, d.claim, d.webhook_id, d.event_id, w.url, w.secret, d.body, d.attempts""".formatted(LEASE))) {
                take.setInt(1, perWebhook);
                take.setArray(2, connection.createArrayOf("uuid", webhooks));
                take.setInt(3, limit);
                try (ResultSet row = take.executeQuery()) {
                    while (row.next()) {
                        parcels.add(new Parcel(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getObject(3, UUID.class),
                                row.getObject(4, UUID.class), row.getString(5), row.getString(6), row.getString(7), row.getInt(8)));
                    }
                }
            }
        }
        connection.commit();
        return parcels;
    }

    /** While one process counts what a webhook has under way, no other one may add to it. */
    private static UUID[] lockWebhooks(Connection connection) throws SQLException {
        List<UUID> ids = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("""
                select id from webhook w where status = 'ACTIVE' and exists (
                    select 1 from webhook_delivery d where d.webhook_id = w.id and d.status = 'PENDING' and d.next_try_at <= now())
                order by random() limit %d for no key update skip locked""".formatted(WEBHOOKS_AT_ONCE)); ResultSet row = select.executeQuery()) {
            while (row.next()) {
                ids.add(row.getObject(1, UUID.class));
            }
        }
        return ids.toArray(UUID[]::new);
    }

    /** @return false when the delivery was taken away meanwhile (replayed, deleted, or the lease ran out) */
    static boolean delivered(Connection connection, Parcel parcel, Outcome outcome) throws SQLException {
        boolean mine = update(connection, parcel, outcome, "status = 'DELIVERED', delivered_at = now(), next_try_at = null");
        if (mine) {
            run(connection, "update webhook set last_success_at = now() where id = ?", parcel.webhookId());
        }
        return mine;
    }

    static void tryLater(Connection connection, Parcel parcel, Outcome outcome, Duration pause) throws SQLException {
        update(connection, parcel, outcome, "next_try_at = now() + %d * interval '1 millisecond'".formatted(pause.toMillis()));
    }

    /** @return whether nothing at all reached the webhook since this delivery was queued */
    static boolean failed(Connection connection, Parcel parcel, Outcome outcome) throws SQLException {
        if (!update(connection, parcel, outcome, "status = 'FAILED', next_try_at = null")) {
            return false;
        }
        try (PreparedStatement select = connection.prepareStatement("""
                select coalesce(w.last_success_at < d.created_at, true) from webhook_delivery d join webhook w on w.id = d.webhook_id where d.id = ?""")) {
            select.setObject(1, parcel.id());
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    record Disabled(UUID customerId, long version) {
    }

    /** @return empty when it was disabled or deleted before */
    static Optional<Disabled> disable(Connection connection, UUID webhookId, Why why) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                update webhook set status = 'DISABLED', disabled_reason = ?, version = version + 1 where id = ? and status = 'ACTIVE'
                returning customer_id, version""")) {
            update.setString(1, why.name());
            update.setObject(2, webhookId);
            try (ResultSet row = update.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                Disabled disabled = new Disabled(row.getObject(1, UUID.class), row.getLong(2));
                run(connection, "update webhook_delivery set status = 'CANCELLED', next_try_at = null, claim = null where webhook_id = ? and status = 'PENDING'", webhookId);
                return Optional.of(disabled);
            }
        }
    }

    static void forget(Connection connection, Duration keep) throws SQLException {
        run(connection, "delete from webhook_delivery where status <> 'PENDING' and created_at < now() - ? * interval '1 second'", keep.toSeconds());
    }

    private static boolean update(Connection connection, Parcel parcel, Outcome outcome, String change) throws SQLException {
        return run(connection, "update webhook_delivery set " + change + ", claim = null, attempts = attempts + 1, last_status = ?, last_error = ? where id = ? and claim = ?",
                outcome.status(), outcome.error(), parcel.id(), parcel.claim()) == 1;
    }

    private static int run(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int at = 0; at < values.length; at++) {
                statement.setObject(at + 1, values[at]);
            }
            return statement.executeUpdate();
        }
    }
}
