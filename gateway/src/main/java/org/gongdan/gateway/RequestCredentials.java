package org.gongdan.gateway;

import java.util.regex.Pattern;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** What a request brings along to say who sent it. */
final class RequestCredentials {

    private static final String BEARER = "Bearer ";
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");

    private RequestCredentials() {}

    /** Whether the header holds what could be a signed token at all; nothing else is worth a check. */
    static boolean token(String bearer) {
        return TOKEN.matcher(bearer.substring(BEARER.length()).strip()).matches();
    }

    static boolean present(HttpServerRequest request) {
        return bearer(request) != null || SessionCookies.session(request);
    }

    /** The Authorization header as sent when it is a bearer token, else null: other schemes have no meaning here. */
    static String bearer(HttpServerRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length()) ? header : null;
    }
}
