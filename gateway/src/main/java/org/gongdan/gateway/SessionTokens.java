package org.gongdan.gateway;

import static io.quarkus.oidc.runtime.CodeAuthenticationMechanism.SESSION_MAX_AGE_PARAM;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

import org.gongdan.platform.session.SessionList;

import com.github.benmanes.caffeine.cache.Caffeine;

import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.runtime.DefaultTokenStateManager;
import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;

/**
 * Lets only one of several requests of a session refresh its tokens. A page sends many calls at once, all with the same refresh
 * token, and Keycloak ends the whole session when a refresh token comes back a second time. The others wait for the first
 * and share what it got; so do, for a minute, requests of a page that never saw the first one's answer.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class SessionTokens extends DefaultTokenStateManager {

    private static final String FIRST = SessionTokens.class.getName();
    private static final String AS_THEY_CAME = FIRST + ".asTheyCame";
    private static final Duration SHARED = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** Being asked a little too early only costs a wait; too late would cost the session. */
    private static final long MARGIN_SECONDS = 2;

    private final ConcurrentMap<String, CompletableFuture<Refreshed>> refreshes = Caffeine.newBuilder().expireAfterWrite(SHARED)
            .maximumSize(20_000).<String, CompletableFuture<Refreshed>>build().asMap();

    private final SessionList ended;

    SessionTokens(SessionList ended) {
        this.ended = ended;
    }

    private record Refreshed(AuthorizationCodeTokens tokens, long maxAge) {}

    private record First(String refreshToken, CompletableFuture<Refreshed> outcome) {}

    @Override
    public Uni<AuthorizationCodeTokens> getTokens(RoutingContext rc, OidcTenantConfig config, String state,
            OidcRequestContext<AuthorizationCodeTokens> request) {
        return super.getTokens(rc, config, state, request).chain(tokens -> switch (standing(tokens)) {
            // Never refreshed: these cookies are of a session that is over, whatever Keycloak would say now.
            case ENDED -> Uni.createFrom().failure(new AuthenticationFailedException("the session is over"));
            case STALE ->
                tokens.getRefreshToken() != null ? nextSecond().chain(() -> share(rc, config, tokens)) : Uni.createFrom().item(tokens);
            case GOOD -> due(tokens, config) ? share(rc, config, tokens) : asTheyCame(rc, config, tokens);
        });
    }

    private static Uni<AuthorizationCodeTokens> asTheyCame(RoutingContext rc, OidcTenantConfig config, AuthorizationCodeTokens tokens) {
        if (tokens.getRefreshToken() != null && tokens.getIdToken() != null) {
            rc.put(AS_THEY_CAME, refreshedFrom(tokens, config));
        }
        return Uni.createFrom().item(tokens);
    }

    /** Until when the cookies of this request are a good sign of who sends them; empty when he got others now, or is to get others soon. */
    Optional<Instant> goodUntil(RoutingContext rc) {
        return Optional.ofNullable(rc.get(AS_THEY_CAME));
    }

    /** Tokens tell their time in whole seconds: one of the very second of the change would be taken for an older one, and the session for over. */
    private static Uni<Void> nextSecond() {
        var context = Vertx.currentContext();
        var wait = 1_001 - System.currentTimeMillis() % 1_000;
        return Uni.createFrom()
                .emitter(emitter -> context.owner().setTimer(wait, ignored -> context.runOnContext(next -> emitter.complete(null))));
    }

    private SessionList.Standing standing(AuthorizationCodeTokens tokens) {
        if (tokens.getIdToken() == null) {
            return SessionList.Standing.GOOD;
        }
        var claims = Caller.claims(tokens.getIdToken());
        return ended.of(claims.getString("sid"), claims.getString("sub"), Instant.ofEpochSecond(claims.getLong("iat", 0L)));
    }

    private Uni<AuthorizationCodeTokens> share(RoutingContext rc, OidcTenantConfig config, AuthorizationCodeTokens old) {
        var mine = new CompletableFuture<Refreshed>();
        var running = refreshes.putIfAbsent(old.getRefreshToken(), mine);
        if (running == null) {
            rc.put(FIRST, new First(old.getRefreshToken(), mine));
            return Uni.createFrom().item(old);
        }
        var outcome = running.copy().completeOnTimeout(null, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        return on(Vertx.currentContext(), outcome)
                .chain(fresh -> fresh == null ? Uni.createFrom().item(old) : newest(rc, config, fresh));
    }

    /** What was shared may have become old as well, when access changed twice within the minute. */
    private Uni<AuthorizationCodeTokens> newest(RoutingContext rc, OidcTenantConfig config, Refreshed fresh) {
        return standing(fresh.tokens()) == SessionList.Standing.STALE ? share(rc, config, fresh.tokens()) : save(rc, config, fresh);
    }

    /** Writes the cookies as the first request does, since its answer may never have reached the browser. */
    private Uni<AuthorizationCodeTokens> save(RoutingContext rc, OidcTenantConfig config, Refreshed fresh) {
        rc.put(SESSION_MAX_AGE_PARAM, fresh.maxAge());
        return super.createTokenState(rc, config, fresh.tokens(), null)
                .invoke(state -> OidcUtils.createCookie(rc, config, OidcUtils.getSessionCookieName(config), state, fresh.maxAge()))
                .replaceWith(fresh.tokens());
    }

    @Override
    public Uni<String> createTokenState(RoutingContext rc, OidcTenantConfig config, AuthorizationCodeTokens tokens,
            OidcRequestContext<String> request) {
        rc.remove(AS_THEY_CAME);
        return super.createTokenState(rc, config, tokens, request).invoke(() -> {
            First first = rc.get(FIRST);
            if (first != null) {
                first.outcome().complete(new Refreshed(tokens, rc.get(SESSION_MAX_AGE_PARAM)));
            }
        });
    }

    /** To be told when a request's sign-in check is over: those who wait in vain for its refresh go on with what they have. */
    void settled(RoutingContext rc) {
        First first = rc.get(FIRST);
        if (first != null && first.outcome().complete(null)) {
            refreshes.remove(first.refreshToken(), first.outcome());
        }
    }

    private static boolean due(AuthorizationCodeTokens tokens, OidcTenantConfig config) {
        if (tokens.getRefreshToken() == null || tokens.getIdToken() == null) {
            return false;
        }
        return !Instant.now().isBefore(refreshedFrom(tokens, config));
    }

    private static Instant refreshedFrom(AuthorizationCodeTokens tokens, OidcTenantConfig config) {
        var skew = config.token().refreshTokenTimeSkew().orElse(Duration.ZERO).toSeconds() + MARGIN_SECONDS;
        return Instant.ofEpochSecond(Caller.claims(tokens.getIdToken()).getLong("exp", 0L) - skew);
    }

    private static <T> Uni<T> on(Context context, CompletableFuture<T> future) {
        return Uni.createFrom()
                .emitter(emitter -> future.whenComplete((item, failure) -> context.runOnContext(ignored -> emitter.complete(item))));
    }
}
