package org.gongdan.notification.bell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.event.EventJson;
import org.gongdan.platform.event.EventTypes;
import org.gongdan.platform.inbox.Received;
import org.gongdan.platform.tx.AppendTable;
import org.gongdan.platform.tx.Read;
import org.gongdan.platform.tx.Row;
import org.gongdan.platform.tx.Sql;
import org.gongdan.platform.tx.Work;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import io.smallrye.mutiny.Uni;

/** Notes down, in the transaction of the event, whom it concerns; {@link Ring} says so. */
@ApplicationScoped
public class Bell {

    private static final AppendTable NOTE = AppendTable.of("bell_note", "event_id", "uuid", "audience", "text", "kind", "text", "ticket_id",
            "uuid", "visit_id", "uuid", "about", "jsonb", "at", "timestamptz").once();
    private static final Sql OWN = Sql
            .of("""
            insert into ticket_owner (ticket_id, sequence, owner)
            select * from unnest(cast(:tickets as uuid[]), cast(:sequences as bigint[]), cast(:owners as text[])) on conflict do nothing""");
    private static final Sql OWNERS = Sql.of("""
            select distinct on (ticket_id) ticket_id, owner from ticket_owner where ticket_id = any(:tickets)
            order by ticket_id, sequence desc""");
    private static final Sql ENGINEERS = Sql.of("select id, engineer_id from visit where id = any(:visits) and engineer_id is not null");

    /** Noted in a transaction, so that whoever is concerned and looks on is told after the commit. */
    public record Rung(String audience) {
    }

    /** Somebody became responsible for a ticket. @param sequence version of the ticket since then */
    public record Owner(UUID ticketId, long sequence, String name) {
    }

    private record Heard(Received<?> event, Ring ring, JsonNode body) {

        UUID id(String field) {
            String value = Ear.text(body, field);
            return value == null ? null : UUID.fromString(value);
        }
    }

    /** To be called after {@link #hear}: an event concerns who was responsible before it. */
    public Uni<Void> owned(Work work, List<Owner> owners) {
        return OWN.ids("tickets", owners.stream().map(Owner::ticketId).toList())
                .numbers("sequences", owners.stream().map(Owner::sequence).toList())
                .texts("owners", owners.stream().map(Owner::name).toList()).update(work).replaceWithVoid();
    }

    /** @see #hear(Work, List) */
    public Uni<Void> hear(Work work, Received<?> event) {
        return hear(work, List.of(event));
    }

    /** What rings nowhere is passed over. */
    public Uni<Void> hear(Work work, List<? extends Received<?>> events) {
        List<Heard> heard = new ArrayList<>();
        for (Received<?> event : events) {
            Ring ring = Ring.of(EventTypes.withoutVersion(event.envelope().type()));
            JsonNode body = ring == null ? null : parsed(event.body());
            if (ring != null && ring.rings(body)) {
                heard.add(new Heard(event, ring, body));
            }
        }
        if (heard.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return owners(work, heard).chain(owners -> engineers(work, heard).invoke(engineers -> heard.forEach(
                one -> note(work, one, new Ear.Known(owners.get(one.id("ticketId")), engineers.get(one.id("visitId")))))))
                .replaceWithVoid();
    }

    private static void note(Work work, Heard heard, Ear.Known known) {
        Received<?> event = heard.event();
        String about = EventJson.write(heard.ring().about(heard.body()));
        heard.ring().ears().stream().flatMap(ear -> ear.audiences(heard.body(), known)).distinct().forEach(audience -> {
            work.append(NOTE, event.envelope().id(), audience, heard.ring(), heard.id("ticketId"),
                    heard.id("visitId"), about, event.envelope().time());
            work.touch(new Rung(audience));
        });
    }

    private static Uni<Map<UUID, String>> owners(Read read, List<Heard> heard) {
        return found(read, OWNERS, "tickets", ids(heard, Ear.OWNER, "ticketId"), "ticket_id", row -> row.text("owner"));
    }

    private static Uni<Map<UUID, UUID>> engineers(Read read, List<Heard> heard) {
        return found(read, ENGINEERS, "visits", ids(heard, Ear.ENGINEER, "visitId"), "id", row -> row.id("engineer_id"));
    }

    private static Set<UUID> ids(List<Heard> heard, Ear ear, String field) {
        return heard.stream().filter(one -> one.ring().ears().contains(ear)).map(one -> one.id(field)).filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static <T> Uni<Map<UUID, T>> found(Read read, Sql question, String place, Set<UUID> ids, String key, Function<Row, T> value) {
        return ids.isEmpty() ? Uni.createFrom().item(new HashMap<>()) : question.ids(place, ids).rows(read).map(rows -> {
            Map<UUID, T> known = new HashMap<>();
            rows.forEach(row -> known.put(row.id(key), value.apply(row)));
            return known;
        });
    }

    private static JsonNode parsed(String body) {
        try {
            return EventJson.mapper().readTree(body);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalArgumentException("a body that was read before is not JSON", unreadable);
        }
    }
}
