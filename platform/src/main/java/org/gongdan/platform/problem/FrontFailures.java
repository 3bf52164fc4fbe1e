package org.gongdan.platform.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.quarkus.security.AuthenticationException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** Failures that happen outside the resources and their mappers end in a problem too; challenges of authentication stay with Quarkus. */
@ApplicationScoped
class FrontFailures {

    private static final Logger LOG = Logger.getLogger(FrontFailures.class);
    private static final int BEFORE_OTHER_FAILURE_HANDLERS = -1_000_000;
    private static final int FAILURE = 500;

    void register(@Observes Router router) {
        router.route().order(BEFORE_OTHER_FAILURE_HANDLERS).failureHandler(FrontFailures::answer);
    }

    private static void answer(RoutingContext rc) {
        int status = FrontProblem.status(rc);
        if (rc.failure() instanceof AuthenticationException || rc.failure() instanceof SecurityException) {
            rc.next();
            return;
        }
        if (status >= FAILURE) {
            LOG.errorf(rc.failure(), "request failed outside the resources: %s", rc.request().method());
        }
        FrontProblem.answer(rc, status, Problems.codeOf(status));
    }
}
