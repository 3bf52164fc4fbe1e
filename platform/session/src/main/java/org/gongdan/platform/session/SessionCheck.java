package org.gongdan.platform.session;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jose4j.jwt.consumer.ErrorCodeValidator;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;

/** Refuses verified tokens that count no more, in the gateway and in every service. */
@ApplicationScoped
class SessionCheck implements SecurityIdentityAugmentor {

    private final SessionList list;

    SessionCheck(SessionList list) {
        this.list = list;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.getPrincipal() instanceof JsonWebToken token && standing(token) != SessionList.Standing.GOOD) {
            return Uni.createFrom().failure(new AuthenticationFailedException(expired()));
        }
        return Uni.createFrom().item(identity);
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
