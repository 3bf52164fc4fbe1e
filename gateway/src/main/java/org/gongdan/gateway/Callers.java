package org.gongdan.gateway;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.session.Remembered;
import org.gongdan.platform.session.SessionList;
import org.jboss.logging.Logger;

import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.json.DecodeException;
import io.vertx.ext.web.RoutingContext;

/**
 * Finds out who calls, from the bearer token or the session, refreshing the session's tokens when they are due. Who has been found out is known by his
 * credentials until they end: to decrypt a session and to verify its two tokens costs more than all the rest of a call. Whether they still count is asked
 * each time.
 */
@ApplicationScoped
class Callers {

    private static final Logger LOG = Logger.getLogger(Callers.class);

    /** Some 8 kB each. */
    private static final int REMEMBERED = 5_000;

    private final IdentityProviderManager providers;
    private final SessionTokens sessions;
    private final SessionList ended;
    private final Remembered<Caller> known = new Remembered<>(REMEMBERED);

    Callers(IdentityProviderManager providers, SessionTokens sessions, SessionList ended) {
        this.providers = providers;
        this.sessions = sessions;
        this.ended = ended;
    }

    /** Empty for a request without credentials; failed with a {@link Refused} when the credentials are not good. */
    Future<Optional<Caller>> of(RoutingContext rc) {
        if (!RequestCredentials.present(rc.request())) {
            return Future.succeededFuture(Optional.empty());
        }
        var bearer = RequestCredentials.bearer(rc.request());
        if (bearer != null && !RequestCredentials.token(bearer)) {
            return Future.failedFuture(new Refused(Problem.UNAUTHENTICATED));
        }
        var key = Remembered.key(bearer != null ? bearer : String.join(";", rc.request().headers().getAll(HttpHeaders.COOKIE)));
        var caller = known.find(key);
        if (caller != null && ended.of(caller.session(), caller.subject(), caller.issued()) == SessionList.Standing.GOOD) {
            return Future.succeededFuture(Optional.of(caller));
        }
        return check(rc).map(found -> {
            found.ifPresent(person -> until(rc, person, bearer != null).ifPresent(end -> known.keep(key, person, end)));
            return found;
        });
    }

    private Optional<Instant> until(RoutingContext rc, Caller caller, boolean bearer) {
        return bearer ? Optional.of(caller.expires())
                : sessions.goodUntil(rc).map(end -> end.isBefore(caller.expires()) ? end : caller.expires());
    }

    private Future<Optional<Caller>> check(RoutingContext rc) {
        // The check may end on another thread; the request goes on where it started.
        Promise<SecurityIdentity> identity = ((ContextInternal) Vertx.currentContext()).promise();
        // Otherwise Quarkus would answer a failure itself, with a redirect where an API wants a problem.
        rc.remove(QuarkusHttpUser.AUTH_FAILURE_HANDLER);
        Uni<SecurityIdentity> authentication = QuarkusHttpUser.getSecurityIdentity(rc, providers);
        authentication.onTermination().invoke(() -> sessions.settled(rc)).subscribe().with(identity::complete, identity::fail);
        return identity.future()
                .map(found -> found.isAnonymous() ? Optional.<Caller>empty() : Optional.of(Caller.of(found)))
                .recover(failure -> Future.failedFuture(new Refused(problem(failure))));
    }

    private static Problem problem(Throwable failure) {
        // A refresh that got no answer is no refusal: the session is good again as soon as Keycloak is.
        if (unanswered(failure)) {
            return Problem.SIGN_IN_UNAVAILABLE;
        }
        return switch (failure) {
            case AuthenticationFailedException refused -> Problem.UNAUTHENTICATED;
            case AuthenticationCompletionException refused -> Problem.UNAUTHENTICATED;
            case AuthenticationRedirectException redirect -> Problem.UNAUTHENTICATED;
            // A token that cannot be read says nothing about the identity provider.
            case DecodeException unreadable -> Problem.UNAUTHENTICATED;
            case IllegalArgumentException unreadable -> Problem.UNAUTHENTICATED;
            default -> {
                LOG.warnf("sign-in check failed: %s", failure);
                yield Problem.SIGN_IN_UNAVAILABLE;
            }
        };
    }

    private static boolean unanswered(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException || cause instanceof TimeoutException) {
                return true;
            }
        }
        return false;
    }

    static void refuse(RoutingContext rc, Problem problem) {
        switch (problem) {
            case SIGN_IN_UNAVAILABLE -> problem.answer(rc, 5);
            case UNAUTHENTICATED -> {
                rc.response().putHeader("WWW-Authenticate", "Bearer");
                problem.answer(rc);
            }
            default -> problem.answer(rc);
        }
    }

    /** Credentials that do not hold, or cannot be checked now. */
    static final class Refused extends RuntimeException {

        final Problem problem;

        Refused(Problem problem) {
            super(problem.name(), null, false, false);
            this.problem = problem;
        }
    }
}
