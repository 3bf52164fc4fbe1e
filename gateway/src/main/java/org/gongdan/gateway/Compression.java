package org.gongdan.gateway;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;

/**
 * The server marks every answer `Content-Encoding: identity` so that nothing is compressed by accident. For proxied answers
 * the mark goes when the service compressed by itself, or when the body is JSON; event streams must keep it to flow at once.
 */
final class Compression {

    private Compression() {}

    static void prepare(MultiMap upstream, MultiMap outgoing) {
        var type = upstream.get(HttpHeaders.CONTENT_TYPE);
        var json = type != null && (type.startsWith("application/json") || type.startsWith("application/problem+json"));
        if (json || upstream.contains(HttpHeaders.CONTENT_ENCODING)) {
            outgoing.remove(HttpHeaders.CONTENT_ENCODING);
        }
    }
}
