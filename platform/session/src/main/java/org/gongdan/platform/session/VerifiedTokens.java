package org.gongdan.platform.session;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.jwt.JsonWebToken;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.runtime.OidcIdentityProvider;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/**
 * Has a bearer token verified when it comes for the first time, and knows it again until its time is over: a signature costs as much as everything
 * else that a short answer needs. {@link SessionCheck} asks at every request whether the token's session still counts.
 */
@ApplicationScoped
public class VerifiedTokens implements IdentityProvider<TokenAuthenticationRequest> {

    /** Some 4 kB each; whoever is forgotten is verified anew. */
    private static final int REMEMBERED = 5_000;

    private final OidcIdentityProvider verifier;
    private final Remembered<SecurityIdentity> known = new Remembered<>(REMEMBERED);

    VerifiedTokens(OidcIdentityProvider verifier) {
        this.verifier = verifier;
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    /** Before quarkus-oidc's own. */
    @Override
    public int priority() {
        return SYSTEM_FIRST;
    }

    /** @return nothing for what is no bearer token (the tokens of a browser's session), which quarkus-oidc then looks at itself */
    @Override
    public Uni<SecurityIdentity> authenticate(TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        if (!(request.getToken() instanceof AccessTokenCredential credential)) {
            return Uni.createFrom().nullItem();
        }
        var key = Remembered.key(credential.getToken());
        var identity = known.find(key);
        return identity != null ? Uni.createFrom().item(identity) : verifier.authenticate(request, context).invoke(verified -> {
            if (verified != null && verified.getPrincipal() instanceof JsonWebToken token) {
                known.keep(key, withoutRequest(verified), Instant.ofEpochSecond(token.getExpirationTime()));
            }
        });
    }

    /** The identity of a request holds that request: what is kept must not. */
    private static SecurityIdentity withoutRequest(SecurityIdentity verified) {
        var kept = QuarkusSecurityIdentity.builder().setPrincipal(verified.getPrincipal()).addRoles(verified.getRoles())
                .addCredentials(verified.getCredentials()).addPermissions(verified.getPermissions());
        verified.getAttributes().forEach((name, value) -> {
            if (!(value instanceof RoutingContext)) {
                kept.addAttribute(name, value);
            }
        });
        return kept.build();
    }
}
