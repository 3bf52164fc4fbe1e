package org.gongdan.platform.session;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jose4j.jwt.consumer.ErrorCodeValidator;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/** Refuses verified tokens that count no more, in the gateway and in every service. */
@ApplicationScoped
public class SessionCheck implements SecurityIdentityAugmentor {

    /**
     * Set to true in the routing context of a request for which Keycloak issues a token just now. It may be of the very second of a change and pass
     * for an older one; the next request of the session, which is in a later second, gets a newer one.
     */
    public static final String JUST_ISSUED = SessionCheck.class.getName();

    private final SessionList list;

    SessionCheck(SessionList list) {
        this.list = list;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context, Map<String, Object> attributes) {
        boolean counts = !(identity.getPrincipal() instanceof JsonWebToken token) || switch (standing(token)) {
            case GOOD -> true;
            case STALE -> justIssued(attributes);
            case ENDED -> false;
        };
        return counts ? Uni.createFrom().item(identity) : Uni.createFrom().failure(new AuthenticationFailedException(expired()));
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return augment(identity, context, Map.of());
    }

    private static boolean justIssued(Map<String, Object> attributes) {
        RoutingContext request = HttpSecurityUtils.getRoutingContextAttribute(attributes);
        return request != null && Boolean.TRUE.equals(request.get(JUST_ISSUED));
    }

    private SessionList.Standing standing(JsonWebToken token) {
        Object session = token.getClaim("sid");
        return list.of(session == null ? null : session.toString(), token.getSubject(), Instant.ofEpochSecond(token.getIssuedAtTime()));
    }

    /** As a token past its time: for a browser's session this makes quarkus-oidc ask Keycloak for a newer one, which says whether the session goes on. */
    private static InvalidJwtException expired() {
        String why = "the token is older than the last change of its owner's access";
        return new InvalidJwtException(why, List.of(new ErrorCodeValidator.Error(ErrorCodes.EXPIRED, why)), null);
    }
}
