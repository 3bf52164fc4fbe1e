package org.gongdan.gateway;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.session.SessionCheck;

import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/**
 * The console's sign-in: `/bff/login?to=/path`, `/bff/logout`, `/bff/me`. The code flow itself is quarkus-oidc's, which guards
 * login, logout and callback; what is here runs before it ({@link #guard}) or after it.
 */
@ApplicationScoped
class SignIn {

    /** A path of this site: a second slash or a backslash at its start would name another host. */
    private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[\\x21-\\x5b\\x5d-\\x7e]*");

    private static final String CALLBACK = "/bff/callback";

    private final Callers callers;
    private final RateLimits limits;

    SignIn(Callers callers, RateLimits limits) {
        this.callers = callers;
        this.limits = limits;
    }

    void guard(RoutingContext rc) {
        var path = rc.request().path();
        if (!path.startsWith("/bff/")) {
            rc.next();
            return;
        }
        var wait = limits.wait(rc, Optional.empty());
        if (wait > 0) {
            Problem.TOO_MANY_REQUESTS.answer(rc, wait);
        } else if (path.equals("/bff/login") && returnPath(rc).isEmpty()) {
            Problem.BAD_RETURN_PATH.answer(rc);
        } else if (path.equals("/bff/logout") && CrossSite.foreign(rc.request())) {
            Problem.CROSS_SITE.answer(rc);
        } else if (path.equals("/bff/logout") && !SessionCookies.session(rc.request())) {
            redirect(rc, "/");
        } else {
            rc.put(SessionCheck.JUST_ISSUED, path.equals(CALLBACK));
            rc.next();
        }
    }

    /** The code flow broke off because Keycloak did not answer; anything else is Quarkus' to answer. */
    void failed(RoutingContext rc) {
        if (rc.failure() instanceof OIDCException) {
            Callers.refuse(rc, Problem.SIGN_IN_UNAVAILABLE);
        } else {
            rc.next();
        }
    }

    /** Registered between authentication and authorization: quarkus-oidc would answer a sign-in that did not begin here with an empty page. */
    void explain(RoutingContext rc) {
        if (rc.request().path().equals(CALLBACK)) {
            BiConsumer<RoutingContext, Throwable> theirs = rc.get(QuarkusHttpUser.AUTH_FAILURE_HANDLER);
            rc.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, (BiConsumer<RoutingContext, Throwable>) (context, failure) -> {
                if (failure instanceof AuthenticationCompletionException) {
                    Problem.SIGN_IN_FAILED.answer(context);
                } else {
                    theirs.accept(context, failure);
                }
            });
        }
        rc.next();
    }

    void login(RoutingContext rc) {
        returnPath(rc).ifPresentOrElse(to -> redirect(rc, to), () -> Problem.BAD_RETURN_PATH.answer(rc));
    }

    void me(RoutingContext rc) {
        callers.of(rc).onComplete(known -> {
            if (known.succeeded() && known.result().isPresent()) {
                rc.response().putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                        .end(known.result().get().profile().toBuffer());
            } else {
                Callers.refuse(rc, known.cause() instanceof Callers.Refused refused ? refused.problem : Problem.UNAUTHENTICATED);
            }
        });
    }

    private static Optional<String> returnPath(RoutingContext rc) {
        var to = rc.request().getParam("to", "/");
        return LOCAL.matcher(to).matches() ? Optional.of(to) : Optional.empty();
    }

    private static void redirect(RoutingContext rc, String to) {
        rc.response().setStatusCode(303)
                .putHeader(HttpHeaders.LOCATION, to)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end();
    }
}
