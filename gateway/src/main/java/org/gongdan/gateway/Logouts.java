package org.gongdan.gateway;

import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.jwt.JsonWebToken;
import org.gongdan.platform.session.SessionEvent;

import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.SecurityEvent;
import io.vertx.core.json.JsonObject;

/** Our own logout: the session ends before the browser is on its way to Keycloak, and so do copies of its cookies. */
@ApplicationScoped
class Logouts {

    private final SessionNews news;

    Logouts(SessionNews news) {
        this.news = news;
    }

    void loggedOut(@Observes SecurityEvent event) {
        switch (event.getEventType()) {
            case OIDC_LOGOUT_RP_INITIATED -> session(event).ifPresent(this::end);
            case OIDC_LOGOUT_RP_INITIATED_SESSION_EXPIRED -> {
                if (event.getEventProperties().get(SecurityEvent.SESSION_TOKENS_PROPERTY) instanceof AuthorizationCodeTokens tokens) {
                    session(Caller.claims(tokens.getIdToken())).ifPresent(this::end);
                }
            }
            default -> {}
        }
    }

    private void end(String session) {
        news.tell(new SessionEvent.SessionEnded(session, Instant.now()));
    }

    private static Optional<String> session(SecurityEvent event) {
        return event.getSecurityIdentity().getPrincipal() instanceof JsonWebToken token ? session(Caller.claims(token.getRawToken()))
                : Optional.empty();
    }

    static Optional<String> session(JsonObject claims) {
        return Optional.ofNullable(claims.getString("sid"));
    }
}
