package org.gongdan.notification;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gongdan.platform.event.EventJson;
import org.gongdan.platform.event.Ids;
import org.gongdan.platform.tx.Bound;
import org.gongdan.platform.tx.Sql;
import org.gongdan.platform.tx.Work;

import io.smallrye.mutiny.Uni;

/**
 * What is decided piece by piece and told at once: a manager approves what a month costs us promise by promise, and the customer gets one letter, which
 * leaves when nothing has been added to it for a while.
 */
@ApplicationScoped
public class Gathered {

    /** Two events of one letter may be handled at the same time, and neither sees the letter that the other begins. */
    private static final Sql ALONE = Sql
            .of("select count(*) as held from (select pg_advisory_xact_lock(hashtextextended(:letter, 0))) as held");
    private static final Sql ADD = Sql.of("""
            update notification n set next_try_at = now() + :pause * interval '1 millisecond', expires_at = greatest(expires_at, :until),
                ticket_id = case when ticket_id = cast(:ticket as uuid) then ticket_id end,
                data = jsonb_set(data, '{pieces}', data -> 'pieces' || cast(cast(:piece as text) as jsonb))
            where id = (select id from notification where status = 'PENDING' and claim is null and template = :template and customer_id = :customer
                    and data @> cast(cast(:letter as text) as jsonb) and data -> 'pieces' is not null order by id limit 1)
                and status = 'PENDING' and claim is null""");
    private static final Sql BEGIN = Sql.of("""
            insert into notification (id, event_id, template, audience, channel, customer_id, ticket_id, data, expires_at, status, created_at, next_try_at)
            values (:id, :event, :template, :audience, :channel, :customer, cast(:ticket as uuid), cast(cast(:data as text) as jsonb), :until, :status, :now,
                now() + :pause * interval '1 millisecond')
            on conflict (template, event_id) do nothing""");
    private static final Sql TAKE_BACK = Sql.of("""
            update notification n set data = jsonb_set(data, '{pieces}', coalesce((
                select jsonb_agg(piece) from jsonb_array_elements(data -> 'pieces') as piece where not piece @> cast(cast(:piece as text) as jsonb)), '[]'))
            where status = 'PENDING' and claim is null and template = :template and customer_id = :customer
                and data -> 'pieces' @> jsonb_build_array(cast(cast(:piece as text) as jsonb))""");
    private static final Sql DROP_EMPTY = Sql.of("""
            delete from notification where status = 'PENDING' and claim is null and template = :template and customer_id = :customer
                and data -> 'pieces' = '[]'""");

    private final Clock clock;
    private final Duration pause;

    Gathered(Clock clock, @ConfigProperty(name = "gongdan.notification.gather-for") Duration pause) {
        this.clock = clock;
        this.pause = pause;
    }

    /** @param notice its data say which letter it is: pieces with the same data go into one @param piece what this event adds */
    public Uni<Void> tell(Work work, UUID eventId, Notice notice, Map<String, Object> piece) {
        String letter = EventJson.write(notice.data());
        Bound add = ADD.with("pause", pause.toMillis()).with("until", notice.usefulUntil()).with("ticket", text(notice.ticketId()))
                .with("piece", EventJson.write(piece)).with("template", notice.template()).with("customer", notice.customerId())
                .with("letter", letter);
        return ALONE.with("letter", notice.template() + " " + notice.customerId() + " " + letter).row(work).chain(() -> add.update(work))
                .chain(added -> added > 0 ? Uni.createFrom().voidItem() : begin(work, eventId, notice, piece));
    }

    private Uni<Void> begin(Work work, UUID eventId, Notice notice, Map<String, Object> piece) {
        Map<String, Object> data = new HashMap<>(notice.data());
        data.put("pieces", List.of(piece));
        return BEGIN.with("id", Ids.next()).with("event", eventId).with("template", notice.template())
                .with("audience", notice.template().audience()).with("channel", Channel.EMAIL).with("customer", notice.customerId())
                .with("ticket", text(notice.ticketId())).with("data", EventJson.write(data)).with("until", notice.usefulUntil())
                .with("status", Status.PENDING).with("now", clock.instant()).with("pause", pause.toMillis()).update(work).replaceWithVoid();
    }

    /** @return whether it had not been told yet, and now will not be */
    public Uni<Boolean> takeBack(Work work, Template template, UUID customerId, Map<String, Object> piece) {
        return TAKE_BACK.with("piece", EventJson.write(piece)).with("template", template).with("customer", customerId).update(work)
                .call(() -> DROP_EMPTY.with("template", template).with("customer", customerId).update(work)).map(taken -> taken > 0);
    }

    private static String text(UUID id) {
        return id == null ? null : id.toString();
    }
}
