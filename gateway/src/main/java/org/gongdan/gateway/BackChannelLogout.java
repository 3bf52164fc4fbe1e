package org.gongdan.gateway;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.session.SessionEvent;
import org.gongdan.platform.session.SessionEvent.AccessChanged;
import org.gongdan.platform.session.SessionEvent.SessionEnded;
import org.jboss.logging.Logger;
import org.jose4j.jwt.consumer.InvalidJwtException;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.quarkus.oidc.runtime.TenantConfigBean;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/**
 * Keycloak's own word that a session is over (OpenID Connect Back-Channel Logout 1.0). Signature, issuer, audience and expiry are checked by
 * quarkus-oidc, the rest of section 2.6 here. Quarkus' own handler of such a request keeps what it learns to one process and one lookup.
 */
@ApplicationScoped
class BackChannelLogout {

    static final String PATH = "/bff/back-channel-logout";

    private static final Logger LOG = Logger.getLogger(BackChannelLogout.class);
    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
    private static final long MAX_BODY = 16_384;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** Logout tokens live two minutes in Keycloak. */
    private static final Duration REPLAY = Duration.ofMinutes(15);

    private final TenantConfigBean tenants;
    private final SessionNews news;
    private final Cache<String, Boolean> seen = Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(REPLAY).build();

    BackChannelLogout(TenantConfigBean tenants, SessionNews news) {
        this.tenants = tenants;
        this.news = news;
    }

    void handle(RoutingContext rc) {
        var request = rc.request();
        var type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        if (type == null || !type.startsWith("application/x-www-form-urlencoded")
                || tooLong(request.getHeader(HttpHeaders.CONTENT_LENGTH))) {
            answer(rc, false);
            return;
        }
        // A body that does not come ends with the connection; a small form needs no longer.
        var slow = rc.vertx().setTimer(PATIENCE.toMillis(), ignored -> Problem.REQUEST_TOO_SLOW.answer(rc));
        var whole = request.body();
        Expectation.meet(request);
        request.resume();
        whole.onComplete(body -> {
            rc.vertx().cancelTimer(slow);
            var token = body.succeeded() ? field(body.result().toString()) : Optional.<String>empty();
            var event = token.flatMap(this::verified).flatMap(this::event);
            event.ifPresent(news::tell);
            answer(rc, event.isPresent());
        });
    }

    private static boolean tooLong(String length) {
        return length == null || !length.matches("\\d{1,6}") || Long.parseLong(length) > MAX_BODY;
    }

    private static Optional<String> field(String form) {
        for (var pair : form.split("&")) {
            if (pair.startsWith("logout_token=")) {
                return Optional.of(pair.substring("logout_token=".length()));
            }
        }
        return Optional.empty();
    }

    private Optional<JsonObject> verified(String token) {
        try {
            tenants.getDefaultTenant().provider().verifyLogoutJwtToken(token);
            return Optional.of(Caller.claims(token));
        } catch (InvalidJwtException | RuntimeException refused) {
            // Not its message: that repeats what was sent.
            LOG.warnf("a logout token is refused: %s", refused instanceof InvalidJwtException invalid
                    ? invalid.getErrorDetails().stream().map(error -> error.getErrorCode()).toList() : refused.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private Optional<SessionEvent> event(JsonObject claims) {
        var logout = claims.getValue("events") instanceof JsonObject events && events.getValue(EVENT) instanceof JsonObject;
        var id = claims.getString("jti");
        var issued = claims.getLong("iat");
        if (!logout || claims.containsKey("nonce") || id == null || issued == null || seen.asMap().putIfAbsent(id, true) != null) {
            return Optional.empty();
        }
        // The whole second: what was issued in it was issued before, as far as anybody can tell.
        var at = Instant.ofEpochSecond(issued).plusMillis(999);
        var session = Logouts.session(claims);
        if (session.isPresent()) {
            return session.map(known -> new SessionEnded(known, at));
        }
        return Optional.ofNullable(claims.getString("sub")).map(subject -> new AccessChanged(subject, at));
    }

    private static void answer(RoutingContext rc, boolean accepted) {
        if (!accepted) {
            Problem.BAD_LOGOUT_TOKEN.answer(rc);
            return;
        }
        rc.response().setStatusCode(200).putHeader(HttpHeaders.CACHE_CONTROL, "no-store").end();
    }
}
