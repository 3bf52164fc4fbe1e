package org.gongdan.gateway;

import jakarta.enterprise.context.ApplicationScoped;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** Security headers on every answer, and how long browsers keep the console's files. */
@ApplicationScoped
class AnswerHeaders {

    /** Swagger UI starts itself with an inline script and draws inline images. */
    private static final String DOCS_POLICY = "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data:; frame-ancestors 'none'; base-uri 'self'; form-action 'self'";

    private static final String REFERRER = AnswerHeaders.class.getName();

    private final String policy;

    AnswerHeaders(GatewayConfig config) {
        policy = config.contentSecurityPolicy();
    }

    void add(RoutingContext rc) {
        // An address of the console is rerouted to its page and comes by here again; what was asked for counts.
        rc.data().putIfAbsent(REFERRER, ConsolePages.secret(rc.request().path()) ? "no-referrer" : "same-origin");
        rc.addHeadersEndHandler(ignored -> {
            var path = rc.request().path();
            var headers = rc.response().headers();
            headers.set("X-Content-Type-Options", "nosniff");
            headers.set("Referrer-Policy", rc.<String>get(REFERRER));
            headers.set("X-Frame-Options", "DENY");
            headers.set("Cross-Origin-Opener-Policy", "same-origin");
            headers.set("Content-Security-Policy", path.startsWith("/docs") ? DOCS_POLICY : policy);
            if ("https".equals(rc.request().scheme())) {
                headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
            }
            if (!ConsolePages.reserved(path)) {
                var hashed = path.startsWith("/assets/") && rc.response().getStatusCode() < 400;
                headers.set(HttpHeaders.CACHE_CONTROL, hashed ? "public, max-age=31536000, immutable" : "no-cache");
            }
        });
        rc.next();
    }
}
