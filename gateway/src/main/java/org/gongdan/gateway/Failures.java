package org.gongdan.gateway;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.quarkus.security.AuthenticationException;
import io.vertx.ext.web.RoutingContext;

/** What went wrong anywhere behind the door and was answered by nobody: a problem like every other refusal, never a framework's page. */
@ApplicationScoped
class Failures {

    private static final Logger LOG = Logger.getLogger(Failures.class);

    void answer(RoutingContext rc) {
        if (rc.failure() instanceof AuthenticationException || rc.failure() instanceof SecurityException) {
            // To be answered with a challenge, which Quarkus makes.
            rc.next();
            return;
        }
        var problem = Problem.of(rc.statusCode());
        if (problem == Problem.INTERNAL) {
            LOG.errorf(rc.failure(), "%s %s failed", rc.request().method(), rc.request().path());
        }
        problem.answer(rc);
    }
}
