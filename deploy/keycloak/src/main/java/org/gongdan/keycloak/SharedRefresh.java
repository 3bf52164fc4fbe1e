package org.gongdan.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.keycloak.models.SingleUseObjectProvider;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.grants.RefreshTokenGrantType;
import org.keycloak.representations.AccessTokenResponse;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.util.JsonSerialization;

/**
 * Gives the same answer to everybody who comes with the same refresh token within some seconds, for clients that run in several processes. Such processes hold
 * the same session and may refresh it at once; Keycloak would take the second one for a thief and end the session (ADR 046). Later it still does.
 */
final class SharedRefresh extends RefreshTokenGrantType {

    /**
     * Attribute of a client: seconds from the first use of a refresh token in which further ones get the first one's answer. None, or 0: Keycloak's own rule.
     */
    static final String SECONDS = "gongdan.refresh.shared.seconds";

    private static final String ANSWER = "answer";
    private static final String SESSION = "session";
    private static final String MADE = "made";
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long LOOK_MILLIS = 20;

    @Override
    public Response process(Context context) {
        setContext(context);
        long shared = seconds();
        String token = formParams.getFirst("refresh_token");
        return shared > 0 && token != null ? share(context, new SealedAnswer(client.getClientId(), token), shared) : super.process(context);
    }

    private long seconds() {
        String value = client.getAttribute(SECONDS);
        return value == null ? 0 : Long.parseLong(value);
    }

    private Response share(Context context, SealedAnswer sealed, long shared) {
        SingleUseObjectProvider store = session.singleUseObjects();
        Optional<Response> known = known(store, sealed);
        if (known.isPresent()) {
            return known.get();
        }
        if (!store.putIfAbsent(sealed.turn(), shared)) {
            known = later(store, sealed);
            if (known.isPresent()) {
                return known.get();
            }
        }
        try {
            return keep(super.process(context), store, sealed, shared);
        } catch (RuntimeException refused) {
            // Those who wait shall hear it for themselves.
            store.remove(sealed.turn());
            throw refused;
        }
    }

    /** Seen by others when this transaction is committed, together with what it did to the session. */
    private static Response keep(Response answer, SingleUseObjectProvider store, SealedAnswer sealed, long shared) {
        if (answer.getEntity() instanceof AccessTokenResponse tokens && tokens.getSessionState() != null) {
            try {
                store.put(sealed.name(), shared, Map.of(ANSWER, sealed.seal(JsonSerialization.writeValueAsString(tokens)),
                        SESSION, tokens.getSessionState(), MADE, String.valueOf(now())));
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
        return answer;
    }

    /** Another process has asked first and is not answered yet. */
    private Optional<Response> later(SingleUseObjectProvider store, SealedAnswer sealed) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        Optional<Response> known = known(store, sealed);
        while (known.isEmpty() && store.contains(sealed.turn()) && System.nanoTime() < until) {
            try {
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
            known = known(store, sealed);
        }
        return known;
    }

    private Optional<Response> known(SingleUseObjectProvider store, SealedAnswer sealed) {
        Map<String, String> kept = store.get(sealed.name());
        if (kept == null || !goesOn(kept.get(SESSION))) {
            return Optional.empty();
        }
        try {
            AccessTokenResponse tokens = JsonSerialization.readValue(sealed.open(kept.get(ANSWER)), AccessTokenResponse.class);
            long age = now() - Long.parseLong(kept.get(MADE));
            tokens.setExpiresIn(Math.max(0, tokens.getExpiresIn() - age));
            tokens.setRefreshExpiresIn(Math.max(0, tokens.getRefreshExpiresIn() - age));
            event.user(session.sessions().getUserSession(realm, kept.get(SESSION)).getUser()).session(kept.get(SESSION))
                    .detail("shared", "true").success();
            return Optional.of(cors.add(Response.ok(tokens, MediaType.APPLICATION_JSON_TYPE)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static long now() {
        return TimeUnit.MILLISECONDS.toSeconds(System.currentTimeMillis());
    }

    /** Else Keycloak's own check says what is wrong with it. */
    private boolean goesOn(String id) {
        UserSessionModel known = session.sessions().getUserSession(realm, id);
        return known != null && AuthenticationManager.isSessionValid(realm, known) && known.getUser().isEnabled()
                && known.getAuthenticatedClientSessionByClient(client.getId()) != null;
    }
}
