package org.gongdan.gateway;

import java.util.List;
import java.util.StringJoiner;

import jakarta.enterprise.context.ApplicationScoped;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.ServerCookie;
import io.vertx.ext.web.RoutingContext;

/**
 * Renames the sign-in cookies: inside they are called q_…, a name that cannot be configured, towards the browser they carry
 * the configured prefix. Only so can they be `__Host-` cookies, which no other host of the domain is able to plant.
 */
@ApplicationScoped
class SessionCookies {

    private static final String INSIDE = "q_";
    private static final String RENAMED = SessionCookies.class.getName();

    private final String outside;
    private final boolean secure;

    SessionCookies(GatewayConfig config) {
        outside = config.session().cookie() + "_";
        secure = outside.startsWith("__");
    }

    /** True for a request that carries a session; to be asked behind the renaming. */
    static boolean session(HttpServerRequest request) {
        var cookies = request.getHeader(HttpHeaders.COOKIE);
        return cookies != null && cookies.contains(INSIDE + "session");
    }

    void rename(RoutingContext rc) {
        if (rc.get(RENAMED) != null) {
            rc.next();
            return;
        }
        rc.put(RENAMED, true);
        var headers = rc.request().headers();
        var sent = headers.getAll(HttpHeaders.COOKIE);
        if (!sent.isEmpty()) {
            headers.set(HttpHeaders.COOKIE, inside(sent));
        }
        rc.addHeadersEndHandler(ignored -> renameAnswer(rc));
        rc.next();
    }

    private String inside(List<String> sent) {
        var kept = new StringJoiner("; ");
        for (String header : sent) {
            for (String cookie : header.split(";")) {
                var pair = beginning(cookie);
                if (pair.startsWith(outside)) {
                    kept.add(INSIDE + pair.substring(outside.length()));
                } else if (!pair.startsWith(INSIDE)) {
                    kept.add(pair);
                }
            }
        }
        return kept.toString();
    }

    /** Whoever reads cookies skips blanks and commas before a name: `,q_session` is `q_session` to him. */
    private static String beginning(String cookie) {
        var at = 0;
        while (at < cookie.length() && (cookie.charAt(at) <= ' ' || cookie.charAt(at) == ',')) {
            at++;
        }
        return cookie.substring(at).strip();
    }

    private void renameAnswer(RoutingContext rc) {
        for (Cookie cookie : List.copyOf(rc.request().cookies())) {
            if (cookie.getName().startsWith(INSIDE) && cookie instanceof ServerCookie server && server.isChanged()) {
                rc.response().headers().add(HttpHeaders.SET_COOKIE, renamed(cookie).encode());
                server.setChanged(false);
            }
        }
    }

    private Cookie renamed(Cookie cookie) {
        var copy = Cookie.cookie(outside + cookie.getName().substring(INSIDE.length()), cookie.getValue())
                .setPath("/").setHttpOnly(true).setSecure(secure || cookie.isSecure())
                .setSameSite(cookie.getSameSite() == null ? CookieSameSite.LAX : cookie.getSameSite());
        if (cookie.getMaxAge() >= 0) {
            copy.setMaxAge(cookie.getMaxAge());
        }
        return copy;
    }
}
