package org.gongdan.gateway;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;

/** A client that sends its body only when it is told to go on: nobody tells it before the request has passed every check. */
final class Expectation {

    private Expectation() {}

    static boolean of(HttpServerRequest request) {
        return request.version() == HttpVersion.HTTP_1_1 && "100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT));
    }

    /** To be called when the body is about to be read. */
    static void meet(HttpServerRequest request) {
        if (of(request) && !request.isEnded()) {
            request.response().writeContinue();
        }
    }
}
