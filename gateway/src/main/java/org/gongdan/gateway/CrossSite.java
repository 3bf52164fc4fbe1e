package org.gongdan.gateway;

import java.net.URI;
import java.util.Set;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;

/** Protects the session cookie from requests made by other sites. */
final class CrossSite {

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private CrossSite() {}

    /** An unsafe request that rides on the session cookie must prove that our own page made it. */
    static boolean refuses(HttpServerRequest request) {
        return !SAFE.contains(request.method()) && (request.getHeader("X-Gongdan-Csrf") == null || foreign(request));
    }

    static boolean foreign(HttpServerRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            return true;
        }
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin != null && !sameHost(origin, String.valueOf(request.authority()));
    }

    /** Only the authority counts: behind a TLS terminator the scheme seen here may differ from the browser's. */
    private static boolean sameHost(String origin, String authority) {
        try {
            return authority.equalsIgnoreCase(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
