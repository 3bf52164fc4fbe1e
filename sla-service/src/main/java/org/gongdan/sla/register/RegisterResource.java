package org.gongdan.sla.register;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.gongdan.platform.input.Misfit;
import org.gongdan.platform.input.Values;
import org.gongdan.platform.problem.ProblemTexts;
import org.gongdan.platform.security.Caller;
import org.gongdan.platform.security.Callers;
import org.gongdan.platform.tx.Tx;
import org.gongdan.platform.web.Page;
import org.gongdan.sla.kind.Kind;
import org.gongdan.sla.kind.Kinds;
import org.gongdan.sla.register.RegisterApi.PromiseView;
import org.gongdan.sla.settings.SlaSettings;

import io.smallrye.mutiny.Uni;

/** The register of promises: who promised what, when, in which words, and what became of it. */
@Path("/api/promises")
@Produces(MediaType.APPLICATION_JSON)
class RegisterResource {

    private final PromiseRegister register;
    private final Kinds kinds;
    private final Callers callers;
    private final SlaSettings settings;
    private final Tx tx;

    RegisterResource(PromiseRegister register, Kinds kinds, Callers callers, SlaSettings settings, Tx tx) {
        this.register = register;
        this.kinds = kinds;
        this.callers = callers;
        this.settings = settings;
        this.tx = tx;
    }

    /**
     * @param promised   whether such promises are made today; others have been, or the settings switched them off
     * @param allowsTime whether an agreement says how much time it allows; null when no agreement can speak of it
     * @param agreements types of agreements that can set its terms
     */
    record KindView(String kind, String zh, String en, boolean promised, Boolean allowsTime, List<String> agreements) {

        static KindView of(Kinds kinds, String code) {
            Kind kind = kinds.named(code);
            boolean byContract = kind != null && kind.isByContract();
            return new KindView(code, kinds.name(code, Locale.CHINESE), kinds.name(code, Locale.ENGLISH), kind != null,
                    byContract ? kind.allowsTime() : null, byContract ? kinds.agreements(code) : List.of());
        }
    }

    record KindsView(List<KindView> items) {

        static KindsView of(Kinds kinds) {
            return new KindsView(kinds.codes().stream().map(code -> KindView.of(kinds, code)).toList());
        }
    }

    @GET
    @RolesAllowed({"agent", "engineer", "supervisor", "manager", "admin", "customer", "integration"})
    public Uni<Page<PromiseView>> search(@QueryParam("customerId") UUID customerId, @QueryParam("engineer") String engineer,
            @QueryParam("ticketId") UUID ticketId,
            @QueryParam("state") String state, @QueryParam("from") Instant from, @QueryParam("to") Instant to,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(Page.LARGEST) int limit, @Context HttpHeaders headers) {
        Caller caller = callers.current();
        PromiseRegister.Filter filter = new PromiseRegister.Filter(customerId, engineer, ticketId, state(state), from, to,
                Page.decode(cursor, PromiseRegister.Place::of));
        RegisterApi api = new RegisterApi(kinds, ProblemTexts.choose(headers), settings.zone());
        return tx.read(read -> register.find(read, filter, caller, limit + 1))
                .map(clocks -> Page.of(clocks, limit, PromiseRegister.Place::key, api::view));
    }

    /** What kinds of promises are called here: those of today first, then those that are promised no more. */
    @GET
    @Path("/kinds")
    @RolesAllowed({"agent", "engineer", "supervisor", "manager", "admin", "customer", "integration"})
    public KindsView kinds() {
        return KindsView.of(kinds);
    }

    /** Written small in queries. */
    private static PromiseRegister.State state(String text) {
        try {
            return text == null ? null : (PromiseRegister.State) Values.choice(PromiseRegister.State.class, text.toUpperCase(Locale.ROOT));
        } catch (Misfit unknown) {
            throw unknown.in("state");
        }
    }
}
