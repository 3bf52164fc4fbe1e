package org.gongdan.notification.webhook;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.notification.webhook.Delivery.DeliveryState;
import org.gongdan.platform.event.Ids;
import org.gongdan.platform.inbox.Received;
import org.gongdan.platform.problem.DomainException.Conflict;
import org.gongdan.platform.problem.DomainException.NotFound;
import org.gongdan.platform.problem.DomainException.Rejected;
import org.gongdan.platform.security.Caller;
import org.gongdan.platform.tx.Read;
import org.gongdan.platform.tx.Sql;
import org.gongdan.platform.tx.Where;
import org.gongdan.platform.tx.Work;
import org.gongdan.platform.web.Etags;

import io.smallrye.mutiny.Uni;

/** The only door to webhooks and their deliveries. */
@ApplicationScoped
public class Webhooks {

    private static final Sql QUEUE = Sql.of("""
            insert into webhook_delivery (id, webhook_id, event_id, type, body, status, created_at, next_try_at)
            select uuidv7(), w.id, e.id, e.type, e.body, 'PENDING', cast(:now as timestamptz), now()
            from unnest(cast(:ids as uuid[]), cast(:types as text[]), cast(:bodies as text[]), cast(:customers as uuid[]))
                with ordinality as e(id, type, body, customer, place)
            join webhook w on w.status in ('ACTIVE', 'PAUSED') and e.type = any(w.events) and (w.customer_id = e.customer or w.customer_id is null)
            order by e.place
            on conflict (webhook_id, event_id) do nothing""");
    private static final Sql COUNT = Sql
            .of("select count(*) as webhooks from webhook where customer_id is not distinct from cast(:customer as uuid)");
    private static final Sql REPLAY = Sql.of("""
            update webhook_delivery set status = 'PENDING', attempts = 0, next_try_at = now(), claim = null, last_error = null,
                last_status = null, delivered_at = null
            where id = :id and webhook_id = :webhook""");
    private static final Sql TEST = Sql.of("""
            insert into webhook_delivery (id, webhook_id, event_id, type, body, status, created_at, next_try_at)
            values (:id, :webhook, :event, :type, :body, 'PENDING', :now, now()) returning id""");
    private static final Sql DELETE = Sql.of("delete from webhook where id = :id");
    private static final int MOST_PER_CUSTOMER = 20;
    private static final UUID LAST_ID = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

    private final Clock clock;

    Webhooks(Clock clock) {
        this.clock = clock;
    }

    /** Noted in the transaction, so that the carrying loop looks right after the commit. */
    record Due() {
    }

    /** @see #hear(Work, List) */
    public Uni<Void> hear(Work work, Received<?> event) {
        return hear(work, List.of(event));
    }

    /** Queues the events for every webhook that wants to hear them, in the transaction of the consumer. */
    public Uni<Void> hear(Work work, List<? extends Received<?>> events) {
        return QUEUE.ids("ids", events.stream().map(event -> event.envelope().id()).toList())
                .texts("types", events.stream().map(event -> WebhookEvents.nameOf(event.envelope())).toList())
                .texts("bodies", events.stream().map(WebhookEvents::message).toList())
                .ids("customers", events.stream().map(event -> event.envelope().customer()).toList()).with("now", clock.instant())
                .update(work)
                .invoke(queued -> {
                    if (queued > 0) {
                        work.touch(new Due());
                    }
                }).replaceWithVoid();
    }

    /** @param customerId whose events it hears; null for everybody's */
    Uni<Webhook> register(Work work, UUID customerId, String url, Set<String> events, String by) {
        return COUNT.with("customer", customerId).row(work).map(row -> row.number("webhooks"))
                .chain(count -> {
                    if (count >= MOST_PER_CUSTOMER) {
                        throw new Rejected("too-many-webhooks", count);
                    }
                    Webhook webhook = new Webhook(Ids.next(), customerId, url, events, Signature.newSecret(), clock.instant(), by);
                    return work.session().persist(webhook).chain(work.session()::flush).replaceWith(webhook);
                });
    }

    /** Administrators see all webhooks, others those of their customer. */
    Uni<List<Webhook>> list(Read read, Caller caller, UUID before, int limit) {
        return read.session()
                .createSelectionQuery("from Webhook where (?1 = true or customerId in ?2) and id < ?3 order by id desc", Webhook.class)
                .setParameter(1, caller.isStaff()).setParameter(2, caller.customers()).setParameter(3, before == null ? LAST_ID : before)
                .setMaxResults(limit).getResultList();
    }

    Uni<Webhook> find(Read read, UUID id, Caller caller) {
        return read.session().find(Webhook.class, id).invoke(webhook -> {
            if (webhook == null || !caller.isStaff() && (webhook.customerId == null || !caller.maySee(webhook.customerId))) {
                throw new NotFound("webhook", id);
            }
        });
    }

    /** @param status of those that are asked for, null for all */
    Uni<List<Delivery>> deliveries(Read read, UUID webhookId, DeliveryState status, UUID before, int limit) {
        Where where = new Where().and("webhookId = :webhook", webhookId).andIfGiven("status = :status", status).andIfGiven("id < :before",
                before);
        return where.bind(read.session().createSelectionQuery("from Delivery where " + where + " order by id desc", Delivery.class))
                .setMaxResults(limit).getResultList();
    }

    /** Carries a first message that says nothing but that it is a test, signed like all others. */
    Uni<Delivery> test(Work work, Webhook webhook) {
        webhook.mustBeActive();
        work.touch(new Due());
        UUID event = Ids.next();
        return TEST.with("id", Ids.next()).with("webhook", webhook.id).with("event", event).with("type", WebhookEvents.TEST)
                .with("body", WebhookEvents.test(event, webhook.id, clock.instant())).with("now", clock.instant()).row(work)
                .chain(row -> work.session().find(Delivery.class, row.id("id")));
    }

    /** Changes it by one of its transitions. @param ifMatch version the caller saw, or null */
    Uni<Webhook> change(Work work, UUID id, String ifMatch, Caller caller, Consumer<Webhook> transition) {
        return find(work, id, caller).chain(webhook -> {
            Etags.check(ifMatch, webhook.version, "webhook", id);
            transition.accept(webhook);
            work.touch(new Due());
            return work.session().flush().replaceWith(webhook);
        });
    }

    /** Delivers once more, with the whole schedule before it; the receiver knows by the webhook-id that it may have it already. */
    Uni<Delivery> replay(Work work, Webhook webhook, UUID deliveryId) {
        if (webhook.status == Webhook.WebhookState.DISABLED) {
            throw new Conflict("webhook-disabled");
        }
        work.touch(new Due());
        return REPLAY.with("id", deliveryId).with("webhook", webhook.id).update(work)
                .chain(found -> {
                    if (found == 0) {
                        throw new NotFound("delivery", deliveryId);
                    }
                    return work.session().find(Delivery.class, deliveryId);
                });
    }

    Uni<Void> delete(Work work, Webhook webhook) {
        return DELETE.with("id", webhook.id).update(work).invoke(gone -> {
            if (gone == 0) {
                throw new NotFound("webhook", webhook.id);
            }
        }).replaceWithVoid();
    }
}
