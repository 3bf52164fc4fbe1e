package org.gongdan.gateway;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** What a request brings along to say who sent it. */
final class RequestCredentials {

    private static final String BEARER = "Bearer ";

    private RequestCredentials() { }

    static boolean present(HttpServerRequest request) {
        return bearer(request) != null || SessionCookies.session(request);
    }

    /** The Authorization header as sent when it is a bearer token, else null: other schemes have no meaning here. */
    static String bearer(HttpServerRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length()) ? header : null;
    }
}
