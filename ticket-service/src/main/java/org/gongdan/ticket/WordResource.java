package org.gongdan.ticket;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.gongdan.platform.security.Caller;
import org.gongdan.platform.web.Commands;
import org.gongdan.platform.web.Reply;
import org.gongdan.ticket.TicketApi.Because;
import org.gongdan.ticket.TicketApi.ContactCustomer;
import org.gongdan.ticket.TicketApi.HandOver;
import org.gongdan.ticket.TicketApi.PrioritizeTicket;
import org.gongdan.ticket.TicketApi.PromiseCallback;
import org.gongdan.ticket.TicketApi.TicketView;
import org.gongdan.ticket.TicketApi.WriteMessage;

import io.smallrye.mutiny.Uni;

/**
 * The word people give about a ticket: its priority, answers promised to the customer, talks and messages between him and us, notes and hand-overs
 * among ourselves.
 */
@Path("/api/tickets")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class WordResource {

    private final Tickets tickets;
    private final Commands commands;

    WordResource(Tickets tickets, Commands commands) {
        this.tickets = tickets;
        this.commands = commands;
    }

    /** What is promised follows the priority: so it is changed for a reason only, and the reason is kept. */
    @POST
    @Path("/{id}/priority")
    @RolesAllowed({"agent", "supervisor"})
    public Uni<Response> prioritize(UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid PrioritizeTicket request) {
        return change(id, ifMatch, request,
                caller -> (ticket, now) -> ticket.prioritize(request.priority(), request.reason(), now, caller.username()));
    }

    @POST
    @Path("/{id}/promise-callback")
    @RolesAllowed({"agent", "engineer", "supervisor"})
    public Uni<Response> promiseCallback(UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid PromiseCallback request) {
        return change(id, ifMatch, request, caller -> (ticket, now) -> ticket.promiseCallback(request.dueAt(), request.words(),
                request.explanation(), now, caller.username()));
    }

    @POST
    @Path("/{id}/contact")
    @RolesAllowed({"agent", "engineer", "supervisor"})
    public Uni<Response> contact(UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid ContactCustomer request) {
        return change(id, ifMatch, request, Map.of("said", request.said()), caller -> (ticket, now) -> ticket.contact(request.channel(),
                request.answersCallback(), now, caller.username()));
    }

    /** From us to the customer, who gets it by mail; from the customer to us, who must answer before the ticket may end (R9). */
    @POST
    @Path("/{id}/messages")
    @RolesAllowed({"agent", "engineer", "supervisor", "customer", "integration"})
    public Uni<Response> write(UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid WriteMessage request) {
        return commands.run(request, (work, caller) -> tickets.write(work, id, ifMatch, caller, request.text())
                .map(ticket -> view(ticket, caller)));
    }

    @POST
    @Path("/{id}/waive-answer")
    @RolesAllowed({"agent", "engineer", "supervisor"})
    public Uni<Response> waiveAnswer(UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid Because request) {
        return change(id, ifMatch, request, caller -> (ticket, now) -> ticket.waiveAnswer(request.reason(), now, caller.username()));
    }

    /** Read by our people only. */
    @POST
    @Path("/{id}/notes")
    @RolesAllowed({"agent", "engineer", "supervisor", "manager"})
    public Uni<Response> note(UUID id, @NotNull @Valid WriteMessage request) {
        return commands.run(request, (work, caller) -> tickets.note(work, id, caller, request.text()).map(ticket -> view(ticket, caller)));
    }

    @POST
    @Path("/{id}/hand-over")
    @RolesAllowed({"agent", "supervisor"})
    public Uni<Response> handOver(UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid HandOver request) {
        return change(id, ifMatch, request,
                caller -> (ticket, now) -> ticket.handOver(request.to(), request.reason(), now, caller.username()));
    }

    @POST
    @Path("/{id}/accept-hand-over")
    @RolesAllowed({"engineer", "supervisor"})
    public Uni<Response> acceptHandOver(UUID id, @HeaderParam("If-Match") String ifMatch) {
        return change(id, ifMatch, null, caller -> (ticket, now) -> ticket.acceptHandOver(now, caller.username()));
    }

    @POST
    @Path("/{id}/refuse-hand-over")
    @RolesAllowed({"engineer", "supervisor"})
    public Uni<Response> refuseHandOver(UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid Because request) {
        return change(id, ifMatch, request, caller -> (ticket, now) -> ticket.refuseHandOver(request.reason(), now, caller.username()));
    }

    private Uni<Response> change(UUID id, String ifMatch, Object request,
            Function<Caller, BiFunction<Ticket, Instant, TicketEvent>> transition) {
        return change(id, ifMatch, request, Map.of(), transition);
    }

    private Uni<Response> change(UUID id, String ifMatch, Object request, Map<String, String> aside,
            Function<Caller, BiFunction<Ticket, Instant, TicketEvent>> transition) {
        return commands.run(request, (work, caller) -> tickets.change(work, id, ifMatch, caller, aside, transition.apply(caller))
                .map(ticket -> view(ticket, caller)));
    }

    private static Reply view(Ticket ticket, Caller caller) {
        return Reply.ok(TicketView.of(ticket, caller.isStaff()), ticket.version, ticket.customerId);
    }
}
