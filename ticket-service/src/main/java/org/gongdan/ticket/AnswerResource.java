package org.gongdan.ticket;

import java.time.Instant;
import java.util.Map;
import java.util.function.BiFunction;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.gongdan.platform.audit.Audit;
import org.gongdan.platform.problem.DomainException.Gone;
import org.gongdan.platform.problem.DomainException.InvalidInput;
import org.gongdan.platform.security.LinkToken;
import org.gongdan.platform.trace.Trace;
import org.gongdan.platform.tx.Tx;
import org.gongdan.ticket.AnswerApi.AskedView;
import org.gongdan.ticket.TicketApi.AnswerSurvey;
import org.gongdan.ticket.TicketApi.Because;
import org.gongdan.ticket.answer.AnswerLink;
import org.gongdan.ticket.answer.AnswerLinks;

import io.smallrye.mutiny.Uni;

/**
 * Where customers answer without an account whether a fix holds, and how they liked it (R8). The token in the address is the only right that counts:
 * it was sent to the ticket's contact and to nobody else.
 */
@Path("/api/answers/{token}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class AnswerResource {

    private final AnswerLinks links;
    private final Tickets tickets;
    private final Audit audit;
    private final Tx tx;

    AnswerResource(AnswerLinks links, Tickets tickets, Audit audit, Tx tx) {
        this.links = links;
        this.tickets = tickets;
        this.audit = audit;
        this.tx = tx;
    }

    @GET
    @PermitAll
    @APIResponse(responseCode = "200", description = "OK", content = @Content(schema = @Schema(implementation = AskedView.class)))
    public Uni<Response> show(String token) {
        return tx.read(read -> links.show(read, new LinkToken(token))
                .chain(link -> tickets.get(read, link.ticketId()).map(ticket -> asked(ticket, link))));
    }

    /** The fault is gone. */
    @POST
    @Path("/confirm")
    @PermitAll
    @APIResponse(responseCode = "200", description = "OK", content = @Content(schema = @Schema(implementation = AskedView.class)))
    public Uni<Response> confirm(String token) {
        return answer(token, "confirm", Map.of(), (ticket, now) -> ticket.close(true, now));
    }

    /** The fault is still there: work goes on, and by this link nothing is asked any more. */
    @POST
    @Path("/reopen")
    @PermitAll
    @APIResponse(responseCode = "200", description = "OK", content = @Content(schema = @Schema(implementation = AskedView.class)))
    public Uni<Response> reopen(String token, @NotNull @Valid Because request) {
        return answer(token, "reopen", Map.of(), (ticket, now) -> ticket.reopen(request.reason(), true, now));
    }

    @POST
    @Path("/survey")
    @PermitAll
    @APIResponse(responseCode = "200", description = "OK", content = @Content(schema = @Schema(implementation = AskedView.class)))
    public Uni<Response> survey(String token, @NotNull @Valid AnswerSurvey request) {
        if (request.scores().isEmpty()) {
            throw new InvalidInput("result", "survey-empty");
        }
        return answer(token, "survey", request.comment() == null ? Map.of() : Map.of("comment", request.comment()),
                (ticket, now) -> ticket.survey(request.scores(), now));
    }

    private Uni<Response> answer(String token, String verb, Map<String, String> aside,
            BiFunction<Ticket, Instant, TicketEvent> transition) {
        String trace = Trace.id();
        return tx.runInTurn(work -> links.use(work, new LinkToken(token)).chain(link -> tickets
                .answer(work, link.ticketId(), LinkToken.HOLDER, aside, (ticket, now) -> {
                    mustBeAsked(ticket);
                    TicketEvent event = transition.apply(ticket, now);
                    if (ticket.status.isOpen()) {
                        link.end(now);
                    }
                    return event;
                })
                .call(ticket -> audit.add(work, LinkToken.HOLDER, "POST /api/answers/{token}/" + verb, ticket.customerId,
                        "ticket " + ticket.id,
                        trace))
                .map(ticket -> view(ticket, link))));
    }

    private static Response asked(Ticket ticket, AnswerLink link) {
        mustBeAsked(ticket);
        return view(ticket, link);
    }

    private static void mustBeAsked(Ticket ticket) {
        if (ticket.status != TicketStatus.RESOLVED && ticket.status != TicketStatus.CLOSED) {
            throw new Gone("answer-ended");
        }
    }

    /** The address is a secret, so what it shows is kept nowhere. */
    private static Response view(Ticket ticket, AnswerLink link) {
        return Response.ok(new AskedView(ticket.number, ticket.summary, ticket.product, ticket.method, ticket.status == TicketStatus.CLOSED,
                ticket.surveyed, link.expiresAt())).header(HttpHeaders.CACHE_CONTROL, "no-store").header("Referrer-Policy", "no-referrer")
                .build();
    }
}
