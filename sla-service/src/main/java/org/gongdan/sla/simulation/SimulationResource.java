package org.gongdan.sla.simulation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.gongdan.platform.event.Ids;
import org.gongdan.platform.problem.DomainException.InvalidInput;
import org.gongdan.platform.problem.DomainException.Rejected;
import org.gongdan.platform.tx.Read;
import org.gongdan.platform.web.Commands;
import org.gongdan.platform.web.Reply;
import org.gongdan.sla.agreement.AgreementType;
import org.gongdan.sla.agreement.ContentCheck;
import org.gongdan.sla.agreement.InForce;
import org.gongdan.sla.agreement.TermsBook;
import org.gongdan.sla.agreement.VersionBook;
import org.gongdan.sla.clock.Histories;
import org.gongdan.sla.kind.UsualTerms;
import org.gongdan.sla.settings.SlaSettings;
import org.gongdan.sla.simulation.SimulationApi.Simulate;
import org.gongdan.sla.simulation.SimulationApi.SimulationView;

import io.smallrye.mutiny.Uni;

@Path("/api/sla-simulations")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class SimulationResource {

    private final Histories histories;
    private final TermsBook book;
    private final VersionBook versions;
    private final UsualTerms usual;
    private final ContentCheck check;
    private final SlaSettings settings;
    private final Commands commands;
    private final Clock clock;

    SimulationResource(Histories histories, TermsBook book, VersionBook versions, UsualTerms usual, ContentCheck check,
            SlaSettings settings, Commands commands, Clock clock) {
        this.histories = histories;
        this.book = book;
        this.versions = versions;
        this.usual = usual;
        this.check = check;
        this.settings = settings;
        this.commands = commands;
        this.clock = clock;
    }

    /** Replays the promises made to a customer in a period as if the contract had said something else; nothing is written but the audit. */
    @POST
    @RolesAllowed({"supervisor", "manager", "admin"})
    @APIResponse(responseCode = "200", description = "OK", content = @Content(schema = @Schema(implementation = SimulationView.class)))
    public Uni<Response> simulate(@NotNull @Valid Simulate request) {
        if (request.to().isBefore(request.from())) {
            throw new InvalidInput("to", "period-reversed");
        }
        Instant from = request.from().atStartOfDay(settings.zone()).toInstant();
        Instant to = request.to().plusDays(1).atStartOfDay(settings.zone()).toInstant();
        return commands.run(request, (work, caller) -> check.check(work, AgreementType.SLA, request.content())
                .chain(() -> histories.count(work, request.customerId(), from, to))
                .invoke(count -> {
                    if (count > settings.simulation().clocks()) {
                        throw new Rejected("too-many-to-simulate", count, settings.simulation().clocks());
                    }
                })
                .chain(() -> replay(work, request, from, to))
                .map(view -> new Reply(200, view, null, null, request.customerId(), "simulation of " + view.promises() + " promises")));
    }

    private Uni<SimulationView> replay(Read read, Simulate request, Instant from, Instant to) {
        Instant now = clock.instant();
        InForce tried = new InForce(AgreementType.SLA, Ids.next(), Ids.next(), "simulation", 0, request.from(), settings.zone(),
                request.content());
        return usual.now(read).chain(usually -> book.trial(read, List.of(tried))
                .chain(contracts -> histories.started(read, request.customerId(), from, to, settings.simulation().clocks())
                        .chain(found -> versions
                                .find(read, found.stream().map(history -> history.state().terms().basis()).filter(Objects::nonNull)
                                        .map(basis -> basis.agreementVersion()).toList())
                                .map(madeBy -> {
                                    Replay replay = new Replay(contracts, usually, now).play(found);
                                    return new SimulationView(request.customerId(), request.from(), request.to(), now, found.size(),
                                            replay.retermed(), replay.rows(),
                                            replay.changes(), replay.costBefore(madeBy), replay.costAfter(tried));
                                }))));
    }
}
