package org.gongdan.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.gongdan.platform.problem.DomainException.Forbidden;
import org.gongdan.platform.problem.DomainException.InvalidInput;
import org.gongdan.platform.security.Caller;
import org.gongdan.platform.security.Callers;
import org.gongdan.platform.text.UserName;
import org.gongdan.platform.tx.Tx;
import org.gongdan.platform.web.Commands;
import org.gongdan.platform.web.Etags;
import org.gongdan.platform.web.Page;
import org.gongdan.platform.web.Reply;
import org.gongdan.ticket.TicketApi.AgreeExtension;
import org.gongdan.ticket.TicketApi.AnswerSurvey;
import org.gongdan.ticket.TicketApi.AssignTicket;
import org.gongdan.ticket.TicketApi.Because;
import org.gongdan.ticket.TicketApi.ConfirmFix;
import org.gongdan.ticket.TicketApi.OpenTicket;
import org.gongdan.ticket.TicketApi.QueuesView;
import org.gongdan.ticket.TicketApi.RequestVisit;
import org.gongdan.ticket.TicketApi.ResolveTicket;
import org.gongdan.ticket.TicketApi.TicketView;
import org.gongdan.ticket.TicketApi.TryPhoneFix;
import org.gongdan.ticket.TicketApi.WaitFor;

import io.smallrye.mutiny.Uni;

@Path("/api/tickets")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class TicketResource {

    private final Tickets tickets;
    private final TicketList list;
    private final TicketQueues queues;
    private final Commands commands;
    private final Callers callers;
    private final Tx tx;

    TicketResource(Tickets tickets, TicketList list, TicketQueues queues, Commands commands, Callers callers, Tx tx) {
        this.tickets = tickets;
        this.list = list;
        this.queues = queues;
        this.commands = commands;
        this.callers = callers;
        this.tx = tx;
    }

    @POST
    @RolesAllowed({"agent", "engineer", "supervisor", "customer", "integration"})
    public Uni<Response> open(@NotNull @Valid OpenTicket request) {
        return commands.run(request, (work, caller) -> tickets.open(work, request.report(), caller)
                .map(ticket -> Reply.created("/api/tickets/" + ticket.id, TicketView.of(ticket, caller.isStaff()), ticket.version,
                        ticket.customerId)));
    }

    @GET
    @RolesAllowed({"agent", "engineer", "supervisor", "manager", "admin", "customer", "integration"})
    public Uni<Page<TicketView>> search(@QueryParam("status") List<TicketStatus> status, @QueryParam("customerId") UUID customerId,
            @QueryParam("siteId") UUID siteId, @QueryParam("query") String query, @QueryParam("mine") boolean mine,
            @QueryParam("queue") Queue queue,
            @QueryParam("priority") List<Priority> priority, @QueryParam("order") @DefaultValue("NEWEST") TicketOrder order,
            @QueryParam("cursor") String cursor, @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(Page.LARGEST) int limit) {
        Caller caller = callers.current();
        TicketList.Filter filter = new TicketList.Filter(Set.copyOf(status), customerId, siteId, query, mine, queue, Set.copyOf(priority),
                order,
                Page.decode(cursor, order::read));
        return tx.read(read -> list.find(read, filter, caller, limit + 1))
                .map(rows -> Page.of(rows, limit, order::keyOf, ticket -> TicketView.of(ticket, caller.isStaff())));
    }

    /** How many tickets wait for what. */
    @GET
    @Path("/queues")
    @RolesAllowed({"agent", "engineer", "supervisor", "manager", "admin"})
    public Uni<QueuesView> queues() {
        Caller caller = callers.current();
        return tx.read(read -> queues.counts(read, caller)).map(QueuesView::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"agent", "engineer", "supervisor", "manager", "admin", "customer", "integration"})
    public Uni<Response> find(UUID id) {
        Caller caller = callers.current();
        return tx.read(read -> tickets.find(read, id, caller)).map(ticket -> view(ticket, caller));
    }

    @GET
    @Path("/by-number/{number}")
    @RolesAllowed({"agent", "engineer", "supervisor", "manager", "admin", "customer", "integration"})
    public Uni<Response> findByNumber(String number) {
        Caller caller = callers.current();
        return tx.read(read -> tickets.findByNumber(read, number, caller)).map(ticket -> view(ticket, caller));
    }

    @POST
    @Path("/{id}/acknowledge")
    @RolesAllowed({"agent", "engineer", "supervisor"})
    public Uni<Response> acknowledge(UUID id, @HeaderParam("If-Match") String ifMatch) {
        return change(id, ifMatch, null, caller -> (ticket, now) -> ticket.acknowledge(now, caller.username()));
    }

    @POST
    @Path("/{id}/assign")
    @RolesAllowed({"agent", "supervisor"})
    public Uni<Response> assign(UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid AssignTicket request) {
        return change(id, ifMatch, request,
                caller -> (ticket, now) -> ticket.assign(UserName.of(request.assignee()), now, caller.username()));
    }

    @POST
    @Path("/{id}/phone-fix")
    @RolesAllowed({"agent", "engineer", "supervisor"})
    public Uni<Response> phoneFix(UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid TryPhoneFix request) {
        return change(id, ifMatch, request,
                caller -> (ticket, now) -> ticket.phoneFix(request.customerAgreed(), request.steps(), request.succeeded(),
                        request.articleId(), now, caller.username()));
    }

    @POST
    @Path("/{id}/request-visit")
    @RolesAllowed({"agent", "engineer", "supervisor"})
    public Uni<Response> requestVisit(UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid RequestVisit request) {
        return change(id, ifMatch, request, caller -> (ticket, now) -> ticket.requestVisit(request.need(), request.skipReason(),
                request.preferredFrom(), request.preferredTo(), now, caller.username()));
    }

    @POST
    @Path("/{id}/wait")
    @RolesAllowed({"agent", "engineer", "supervisor"})
    public Uni<Response> waitFor(UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid WaitFor request) {
        return change(id, ifMatch, request, caller -> (ticket, now) -> ticket.waitFor(request.reason(), request.evidence(), now));
    }

    @POST
    @Path("/{id}/resume")
    @RolesAllowed({"agent", "engineer", "supervisor"})
    public Uni<Response> resume(UUID id, @HeaderParam("If-Match") String ifMatch) {
        return change(id, ifMatch, null, caller -> (ticket, now) -> ticket.resume(now));
    }

    @POST
    @Path("/{id}/extend")
    @RolesAllowed({"agent", "engineer", "supervisor"})
    public Uni<Response> extend(UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid AgreeExtension request) {
        return change(id, ifMatch, request, caller -> Map.of("consentBy", request.consent().givenBy()),
                caller -> (ticket, now) -> ticket.extend(request.plan(), request.newTime(), request.consent(), now));
    }

    @POST
    @Path("/{id}/resolve")
    @RolesAllowed({"agent", "engineer", "supervisor"})
    public Uni<Response> resolve(UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid ResolveTicket request) {
        return commands.run(request, (work, caller) -> tickets
                .resolve(work, id, ifMatch, caller,
                        (ticket, now) -> ticket.resolve(request.category(), request.cause(), request.fix(), request.method(),
                                request.articleId(), request.verifiedWithCustomer(), now, caller.username()))
                .map(ticket -> reply(ticket, caller)));
    }

    @POST
    @Path("/{id}/confirm")
    @RolesAllowed({"customer", "agent"})
    public Uni<Response> confirm(UUID id, @HeaderParam("If-Match") String ifMatch, @Valid ConfirmFix request) {
        return change(id, ifMatch, request, caller -> Map.of("confirmedBy", confirmedBy(caller, request)),
                caller -> (ticket, now) -> ticket.close(caller.has("customer"), now));
    }

    @POST
    @Path("/{id}/reopen")
    @RolesAllowed({"customer", "agent", "supervisor"})
    public Uni<Response> reopen(UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid Because request) {
        return change(id, ifMatch, request, caller -> (ticket, now) -> ticket.reopen(request.reason(), !caller.isStaff(), now));
    }

    @POST
    @Path("/{id}/cancel")
    @RolesAllowed({"agent", "supervisor", "customer", "integration"})
    public Uni<Response> cancel(UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid Because request) {
        return change(id, ifMatch, request, caller -> (ticket, now) -> ticket.cancel(request.reason(), !caller.isStaff(), now));
    }

    @POST
    @Path("/{id}/survey")
    @RolesAllowed({"customer", "agent"})
    public Uni<Response> survey(UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid AnswerSurvey request) {
        if (request.scores().isEmpty()) {
            throw new InvalidInput("result", "survey-empty");
        }
        return change(id, ifMatch, request, caller -> request.comment() == null ? Map.of() : Map.of("comment", request.comment()),
                caller -> (ticket, now) -> ticket.survey(request.scores(), now));
    }

    private Uni<Response> change(UUID id, String ifMatch, Object request,
            Function<Caller, BiFunction<Ticket, Instant, TicketEvent>> transition) {
        return change(id, ifMatch, request, caller -> Map.of(), transition);
    }

    private Uni<Response> change(UUID id, String ifMatch, Object request, Function<Caller, Map<String, String>> aside,
            Function<Caller, BiFunction<Ticket, Instant, TicketEvent>> transition) {
        return commands.run(request,
                (work, caller) -> tickets.change(work, id, ifMatch, caller, aside.apply(caller), transition.apply(caller))
                        .map(ticket -> reply(ticket, caller)));
    }

    private static Reply reply(Ticket ticket, Caller caller) {
        return Reply.ok(TicketView.of(ticket, caller.isStaff()), ticket.version, ticket.customerId);
    }

    /** A customer confirms for himself; an agent writes down who of the customer did. */
    private static String confirmedBy(Caller caller, ConfirmFix request) {
        if (caller.has("customer")) {
            return caller.username();
        }
        if (request == null || request.confirmedBy() == null || request.confirmedBy().isBlank()) {
            throw new Forbidden("confirmation-needs-customer");
        }
        return request.confirmedBy();
    }

    private static Response view(Ticket ticket, Caller caller) {
        return Response.ok(TicketView.of(ticket, caller.isStaff())).header("ETag", Etags.of(ticket.version)).build();
    }
}
