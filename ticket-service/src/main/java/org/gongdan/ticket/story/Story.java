package org.gongdan.ticket.story;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.event.EventJson;
import org.gongdan.platform.inbox.Received;
import org.gongdan.platform.tx.AppendTable;
import org.gongdan.platform.tx.Row;
import org.gongdan.platform.tx.Sql;
import org.gongdan.platform.tx.Tx;
import org.gongdan.platform.tx.Work;
import org.gongdan.ticket.customer.Keeping;
import org.gongdan.ticket.customer.Person;

import com.fasterxml.jackson.annotation.JsonRawValue;

import io.smallrye.mutiny.Uni;

/** What happened to a ticket, from all services, in the order in which this service learned of it. */
@ApplicationScoped
public class Story implements Keeping {

    private static final AppendTable TABLE = AppendTable.of("story", "ticket_id", "uuid", "at", "timestamptz", "type", "text", "actor",
            "text",
            "source", "text", "data", "jsonb", "internal", "boolean");

    private static final Sql ALL = Sql
            .of("select seq, at, type, actor, source, cast(data as text) as data from story where ticket_id = :ticket order by seq");
    private static final Sql TOLD = Sql.of("""
            select seq, at, type, actor, source, cast(data as text) as data from story
            where ticket_id = :ticket and not internal and type = any(:types) order by seq""");

    /** Names and words of the customer's people stand in stories only: all of those of tickets that lead to the person; elsewhere what names him. */
    private static final Sql FORGET = Sql
            .of("""
            update story s set data = s.data - array['consentBy', 'confirmedBy', 'said', 'comment', 'text']
            from (select l.seq, t.contact_id, coalesce(l.data ->> 'consentBy', l.data ->> 'confirmedBy', l.data ->> 'said', l.data ->> 'comment',
                         l.data ->> 'text') as words
                  from ticket t join story l on l.ticket_id = t.id where t.customer_id = :customer) told
            where s.seq = told.seq and told.words is not null and (told.contact_id = :contact or told.words like cast(:named as text) escape '!')""");

    private final Tx tx;

    Story(Tx tx) {
        this.tx = tx;
    }

    /**
     * One line of the story.
     *
     * @param seq    grows from line to line; the key by which a reader tells repetitions
     * @param at     when it happened
     * @param type   name of the event without version, for example {@code VisitDelayed}
     * @param actor  user name, or the service that made it
     * @param source service it comes from
     * @param data   body of the event
     */
    public record Line(long seq, Instant at, String type, String actor, String source, @JsonRawValue String data) {
    }

    /** Adds a line in the caller's transaction; readers who follow the ticket see it after the commit. */
    public Uni<Void> add(Work work, UUID ticketId, Instant at, String type, String actor, String source, Object data) {
        addJson(work, ticketId, at, type, actor, source, EventJson.write(data), false);
        return Uni.createFrom().voidItem();
    }

    /** Adds what another service said about the ticket, as it said it, in the consumer's transaction. What names no customer is our own business. */
    public void addHeard(Work work, UUID ticketId, Received<?> event) {
        String type = event.envelope().type();
        String source = event.envelope().source().substring(1);
        addJson(work, ticketId, event.envelope().time(), type.substring(0, type.lastIndexOf('.')), source, source, event.body(),
                event.envelope().customer() == null);
    }

    @Override
    public Uni<Void> forget(Work work, Person person) {
        return FORGET.with("customer", person.customerId()).with("contact", person.contactId()).with("named", person.pattern()).update(work)
                .replaceWithVoid();
    }

    private static void addJson(Work work, UUID ticketId, Instant at, String type, String actor, String source, String json,
            boolean internal) {
        work.touch(new Touched(ticketId));
        work.append(TABLE, ticketId, at, type, actor, source, json, internal);
    }

    /** A ticket whose story grew in a transaction. */
    record Touched(UUID ticketId) {
    }

    /** All lines of a ticket, oldest first. @param internal with what is our own business; otherwise only lines and fields a customer may read */
    public Uni<List<Line>> of(UUID ticketId, boolean internal) {
        return tx.read(read -> internal ? ALL.with("ticket", ticketId).rows(read).map(rows -> rows.stream().map(Story::line).toList())
                : TOLD.with("ticket", ticketId).texts("types", CustomerView.types()).rows(read)
                        .map(rows -> rows.stream().map(Story::line).map(CustomerView::of).toList()));
    }

    private static Line line(Row row) {
        return new Line(row.number("seq"), row.instant("at"), row.text("type"), row.text("actor"), row.text("source"), row.text("data"));
    }
}
