package org.gongdan.platform.problem;

import java.util.Locale;

import jakarta.ws.rs.core.HttpHeaders;

import org.gongdan.platform.trace.Trace;

import io.vertx.core.json.Json;
import io.vertx.ext.web.RoutingContext;

/** A problem for a request that no resource is asked about: it cannot be read, or it failed on its way. */
public final class FrontProblem {

    private static final int NO_ANSWER_YET = -1;

    private FrontProblem() {
    }

    /** @param code of a sentence without arguments */
    public static void answer(RoutingContext rc, int status, String code) {
        if (rc.response().ended() || rc.response().headWritten()) {
            return;
        }
        Locale locale = ProblemTexts.choose(String.join(",", rc.request().headers().getAll(HttpHeaders.ACCEPT_LANGUAGE)));
        Problem problem = Problem.of(code, status, locale, rc.request().path(), Trace.idOrNew(), null);
        rc.response().setStatusCode(status).putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONTENT_LANGUAGE, locale.getLanguage()).end(Json.encodeToBuffer(problem.fields()));
    }

    /** The status of a failure that no mapper saw. */
    static int status(RoutingContext rc) {
        return rc.statusCode() == NO_ANSWER_YET ? 500 : rc.statusCode();
    }
}
