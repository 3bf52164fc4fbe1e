package org.gongdan.dispatch.signature;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.gongdan.dispatch.signature.SignatureApi.OfferView;
import org.gongdan.dispatch.signature.SignatureApi.Sign;
import org.gongdan.dispatch.signature.SignatureApi.SignedView;
import org.gongdan.platform.printing.SavedFile;
import org.gongdan.platform.problem.DomainException.Forbidden;
import org.gongdan.platform.security.LinkToken;
import org.gongdan.platform.trace.Trace;
import org.gongdan.platform.tx.Tx;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;

/** Where customers sign. The token in the address is the only right that counts; an account is none, whoever's it is (R10). */
@Path("/api/signatures/{token}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class SignatureResource {

    private static final int LONGEST_AGENT = 300;

    private final Signatures signatures;
    private final Orders orders;
    private final OrderFiles files;
    private final Tx tx;
    private final HttpServerRequest http;

    SignatureResource(Signatures signatures, Orders orders, OrderFiles files, Tx tx, HttpServerRequest http) {
        this.signatures = signatures;
        this.orders = orders;
        this.files = files;
        this.tx = tx;
        this.http = http;
    }

    @GET
    @PermitAll
    public Uni<Response> show(String token) {
        return tx.read(read -> signatures.show(read, new LinkToken(token))).map(offer -> answer(OfferView.of(offer)));
    }

    /** What was signed by this link, for the signer's own files, until the link expires. */
    @GET
    @Path("/order.pdf")
    @Produces({SavedFile.PDF, "application/json"})
    @PermitAll
    public Uni<Response> order(String token, @Context HttpHeaders headers) {
        return tx.read(read -> orders.find(read, new LinkToken(token))).chain(order -> files.pdf(order, headers))
                .map(file -> file.header("Referrer-Policy", "no-referrer").build());
    }

    @POST
    @PermitAll
    public Uni<Response> sign(String token, @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @HeaderParam(HttpHeaders.USER_AGENT) String userAgent, @NotNull @Valid Sign request) {
        if (authorization != null) {
            throw new Forbidden("signature-by-account");
        }
        request.mustBeStrokes();
        Signature.Device device = new Signature.Device(http.remoteAddress().hostAddress(), shortened(userAgent));
        String trace = Trace.id();
        return tx
                .runInTurn(
                        work -> signatures.sign(work, new LinkToken(token), request.signerName().strip(), request.strokes(), device, trace))
                .map(given -> answer(SignedView.of(given)));
    }

    /** The address is a secret, so what it shows is kept nowhere. */
    private static Response answer(Object body) {
        return Response.ok(body).header(HttpHeaders.CACHE_CONTROL, "no-store").header("Referrer-Policy", "no-referrer").build();
    }

    private static String shortened(String userAgent) {
        return userAgent == null || userAgent.length() <= LONGEST_AGENT ? userAgent : userAgent.substring(0, LONGEST_AGENT);
    }
}
