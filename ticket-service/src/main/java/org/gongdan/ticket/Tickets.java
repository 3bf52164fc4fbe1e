package org.gongdan.ticket;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.event.EventJson;
import org.gongdan.platform.event.EventTypes;
import org.gongdan.platform.event.Ids;
import org.gongdan.platform.outbox.Outbox;
import org.gongdan.platform.problem.DomainException.Conflict;
import org.gongdan.platform.problem.DomainException.InvalidInput;
import org.gongdan.platform.problem.DomainException.NotFound;
import org.gongdan.platform.problem.DomainException.Rejected;
import org.gongdan.platform.security.Caller;
import org.gongdan.platform.tx.Read;
import org.gongdan.platform.tx.Sql;
import org.gongdan.platform.tx.Work;
import org.gongdan.platform.web.Etags;
import org.gongdan.ticket.answer.AnswerLinks;
import org.gongdan.ticket.customer.Keeping;
import org.gongdan.ticket.customer.Person;
import org.gongdan.ticket.story.Story;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.smallrye.mutiny.Uni;

/** The only door to tickets: every change goes through here, with its fact in the outbox and a line in the story. */
@ApplicationScoped
public class Tickets implements Keeping {

    /** What does not belong to the customer is null. The contact's row is kept from being erased until the ticket that names him is there. */
    private static final Sql INTAKE = Sql.of("""
            select c.name, c.withdrawn_at is not null as withdrawn, nextval('ticket_number') as number,
                   (select p.name from product p where p.id = :product and p.customer_id = c.id) as product,
                   (select p.withdrawn_at is not null from product p where p.id = :product and p.customer_id = c.id) as product_withdrawn,
                   (select s.withdrawn_at is not null from site s where s.id = :site and s.customer_id = c.id) as site_withdrawn,
                   (select case when t.erased_at is not null then 'ERASED' when t.withdrawn_at is not null then 'WITHDRAWN' else 'THERE' end
                    from contact t where t.id = :contact and t.customer_id = c.id for key share) as contact
            from customer c where c.id = :customer""");
    private static final Sql OF_PERSON = Sql.of("""
            select number, status from ticket where customer_id = :customer and contact_id = :contact order by id for update""");
    private static final int TICKETS_NAMED = 20;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyMM").withZone(ZoneOffset.ofHours(8));
    private static final String SOURCE = "ticket-service";

    private final Outbox outbox;
    private final Story story;
    private final AnswerLinks links;
    private final Clock clock;

    Tickets(Outbox outbox, Story story, AnswerLinks links, Clock clock) {
        this.outbox = outbox;
        this.story = story;
        this.links = links;
        this.clock = clock;
    }

    public Uni<Ticket> open(Work work, Ticket.Report report, Caller caller) {
        caller.mustSee(report.customerId(), "customer", report.customerId());
        return intake(work, report).chain(intake -> {
            Instant now = clock.instant();
            String number = MONTH.format(now) + "-" + "%04d".formatted(intake.number());
            Ticket ticket = Ticket.open(Ids.next(), number, intake.customerName(), intake.product(), report, now, caller.username());
            return work.session().persist(ticket).chain(work.session()::flush)
                    .chain(() -> publish(work, ticket, List.of(ticket.opened(nameOf(caller))), Map.of(), caller.username()))
                    .replaceWith(ticket);
        });
    }

    /** Changes a ticket the caller may see. @param ifMatch entity tag the caller saw, or null */
    public Uni<Ticket> change(Work work, UUID id, String ifMatch, Caller caller, BiFunction<Ticket, Instant, TicketEvent> transition) {
        return change(work, id, ifMatch, caller, Map.of(), transition);
    }

    /** @param aside what the story tells our people beyond the fact, and no other service hears: names of the customer's people and their words */
    Uni<Ticket> change(Work work, UUID id, String ifMatch, Caller caller, Map<String, String> aside,
            BiFunction<Ticket, Instant, TicketEvent> transition) {
        return changeAll(work, id, ifMatch, caller, aside, transition.andThen(List::of));
    }

    private Uni<Ticket> changeAll(Work work, UUID id, String ifMatch, Caller caller, Map<String, String> aside,
            BiFunction<Ticket, Instant, List<TicketEvent>> transition) {
        return find(work, id, caller).chain(ticket -> {
            Etags.check(ifMatch, ticket.version, "ticket", ticket.number);
            List<TicketEvent> events = transition.apply(ticket, clock.instant());
            return work.session().flush().chain(() -> publish(work, ticket, events, aside, caller.username())).replaceWith(ticket);
        });
    }

    /** Changes a ticket for a customer's person who has no account here, but a right by other means. @param actor how the story and the audit call him */
    Uni<Ticket> answer(Work work, UUID id, String actor, Map<String, String> aside, BiFunction<Ticket, Instant, TicketEvent> transition) {
        return get(work, id).chain(ticket -> {
            TicketEvent event = transition.apply(ticket, clock.instant());
            return work.session().flush().chain(() -> publish(work, ticket, List.of(event), aside, actor)).replaceWith(ticket);
        });
    }

    /** The fault is gone, as far as we know; the contact is asked. */
    Uni<Ticket> resolve(Work work, UUID id, String ifMatch, Caller caller, BiFunction<Ticket, Instant, TicketEvent> transition) {
        return change(work, id, ifMatch, caller, transition).call(ticket -> ticket.contactId == null ? Uni.createFrom().voidItem()
                : links.issue(work,
                        new AnswerLinks.Solved(ticket.id, ticket.customerId, ticket.contactId, ticket.method.name(), ticket.surveyed,
                                ticket.version,
                                ticket.changedAt)));
    }

    /** A message about a ticket: from us to the customer, or from him to us. */
    Uni<Ticket> write(Work work, UUID id, String ifMatch, Caller caller, String text) {
        UUID message = Ids.next();
        return caller.isStaff()
                ? change(work, id, ifMatch, caller, (ticket, now) -> ticket.send(message, text, now, caller.username()))
                : changeAll(work, id, ifMatch, caller, Map.of("text", text), (ticket, now) -> ticket.receive(message, now, nameOf(caller)));
    }

    /** A note among ourselves: a line of the story, whatever the ticket's state. */
    Uni<Ticket> note(Work work, UUID id, Caller caller, String text) {
        return find(work, id, caller).call(ticket -> story.add(work, id, clock.instant(), "NoteWritten", caller.username(), SOURCE,
                Map.of("text", text)));
    }

    /** By what other services may know somebody: of a customer's person the id of his account. */
    private static String nameOf(Caller caller) {
        return caller.isStaff() || caller.isIntegration() ? caller.username() : caller.subject().toString();
    }

    /** Changes a ticket because of another service's event; publishes nothing. */
    public Uni<Void> adjust(Work work, UUID id, BiFunction<Ticket, Instant, Boolean> adjustment) {
        return get(work, id).chain(ticket -> {
            adjustment.apply(ticket, clock.instant());
            return work.session().flush();
        });
    }

    public Uni<Ticket> find(Read read, UUID id, Caller caller) {
        return get(read, id).invoke(ticket -> caller.mustSee(ticket.customerId, "ticket", id));
    }

    Uni<Ticket> findByNumber(Read read, String number, Caller caller) {
        return read.session().createSelectionQuery("from Ticket where number = ?1", Ticket.class)
                .setParameter(1, TicketNumber.meant(number))
                .getSingleResultOrNull()
                .onItem().ifNull().failWith(() -> new NotFound("ticket", number))
                .invoke(ticket -> caller.mustSee(ticket.customerId, "ticket", number));
    }

    Uni<Ticket> get(Read read, UUID id) {
        return read.session().find(Ticket.class, id).onItem().ifNull().failWith(() -> new NotFound("ticket", id));
    }

    /** @param aside belongs to the first of the facts */
    private Uni<Void> publish(Work work, Ticket ticket, List<TicketEvent> events, Map<String, String> aside, String actor) {
        Uni<Void> published = outbox.add(work, ticket.version, ticket.changedAt, events.toArray(TicketEvent[]::new));
        for (TicketEvent event : events) {
            Object told = event == events.getFirst() ? withAside(event, aside) : event;
            published = published.chain(() -> story.add(work, ticket.id, ticket.changedAt,
                    EventTypes.withoutVersion(EventTypes.nameOf(event.getClass())), actor, SOURCE, told));
        }
        return published;
    }

    private static Object withAside(TicketEvent event, Map<String, String> aside) {
        return aside.isEmpty() ? event
                : EventJson.mapper().<ObjectNode>valueToTree(event).setAll(EventJson.mapper().<ObjectNode>valueToTree(aside));
    }

    private record Intake(String customerName, String product, long number) {
    }

    /** One round trip for everything the intake must look up: the customer, what belongs to it, and the next number. */
    private static Uni<Intake> intake(Work work, Ticket.Report report) {
        return INTAKE.with("customer", report.customerId()).with("site", report.siteId()).with("contact", report.contactId())
                .with("product", report.productId()).row(work)
                .map(row -> {
                    if (row == null) {
                        throw new NotFound("customer", report.customerId());
                    }
                    mustBelong(report.productId() == null || !row.isNull("product"), "productId", report.productId());
                    mustBelong(report.siteId() == null || !row.isNull("site_withdrawn"), "siteId", report.siteId());
                    mustBelong(report.contactId() == null || !row.isNull("contact"), "contactId", report.contactId());
                    mustBeOffered(!row.flag("withdrawn"), "customerId", "customer-withdrawn");
                    mustBeOffered(!Boolean.TRUE.equals(row.flag("product_withdrawn")), "productId", "product-withdrawn");
                    mustBeOffered(!Boolean.TRUE.equals(row.flag("site_withdrawn")), "siteId", "site-withdrawn");
                    mustBeOffered(!"WITHDRAWN".equals(row.text("contact")), "contactId", "contact-withdrawn");
                    mustBeOffered(!"ERASED".equals(row.text("contact")), "contactId", "contact-erased");
                    return new Intake(row.text("name"), row.text("product"), row.number("number"));
                });
    }

    private static void mustBelong(boolean belongs, String field, UUID id) {
        if (!belongs) {
            throw new InvalidInput(field, "not-the-customers", id);
        }
    }

    private static void mustBeOffered(boolean offered, String field, String code) {
        if (!offered) {
            throw new Rejected(code).onField(field);
        }
    }

    /** A ticket that has not ended needs its contact: whom to call, where to go, whom to tell. */
    @Override
    public Uni<Void> letGo(Work work, Person person) {
        return OF_PERSON.with("customer", person.customerId()).with("contact", person.contactId()).rows(work).invoke(rows -> {
            List<String> needing = rows.stream().filter(row -> !row.constant("status", TicketStatus.class).isOver())
                    .map(row -> row.text("number")).toList();
            if (!needing.isEmpty()) {
                throw new Conflict("contact-needed", String.join(", ", needing.subList(0, Math.min(TICKETS_NAMED, needing.size()))));
            }
        }).replaceWithVoid();
    }
}
