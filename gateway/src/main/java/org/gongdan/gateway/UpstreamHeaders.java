package org.gongdan.gateway;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;

/** What crosses the gateway: nothing a client could use to pose as somebody, no cookie, no hop-by-hop header. */
final class UpstreamHeaders {

    private static final List<String> FORGEABLE = List.of("x-user", "x-tenant", "x-customer", "x-forwarded", "x-real-ip", "x-gongdan-");
    private static final Set<String> DROPPED = Set.of("forwarded", "cookie", "cookie2", "expect", "connection", "keep-alive",
            "proxy-connection", "proxy-authenticate", "proxy-authorization", "te", "trailer", "upgrade", "http2-settings");
    private static final Set<String> ANSWER_DROPPED = Set.of("connection", "keep-alive", "proxy-connection", "proxy-authenticate",
            "trailer", "upgrade", "set-cookie", "server", "strict-transport-security", "content-security-policy",
            "x-content-type-options", "referrer-policy", "x-frame-options");

    private UpstreamHeaders() {}

    static void clean(MultiMap headers, HttpServerRequest client) {
        dropNamedByConnection(headers);
        for (String name : List.copyOf(headers.names())) {
            var lower = name.toLowerCase(Locale.ROOT);
            if (DROPPED.contains(lower) || FORGEABLE.stream().anyMatch(lower::startsWith)) {
                headers.remove(name);
            }
        }
        var authority = client.authority();
        headers.set("X-Forwarded-For", client.remoteAddress().hostAddress());
        headers.set("X-Forwarded-Proto", client.scheme());
        if (authority != null) {
            headers.set("X-Forwarded-Host", authority.toString());
        }
    }

    static void cleanAnswer(MultiMap headers) {
        dropNamedByConnection(headers);
        ANSWER_DROPPED.forEach(headers::remove);
    }

    private static void dropNamedByConnection(MultiMap headers) {
        for (String value : headers.getAll("connection")) {
            for (String name : value.split(",")) {
                if (!name.isBlank()) {
                    headers.remove(name.strip());
                }
            }
        }
    }
}
