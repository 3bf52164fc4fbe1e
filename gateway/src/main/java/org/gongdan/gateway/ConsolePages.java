package org.gongdan.gateway;

import java.util.List;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;

/** The console is one page: every address that is neither a file nor reserved shows it, and its own router does the rest. */
final class ConsolePages {

    private static final List<String> RESERVED = List.of("/api", "/bff", "/openapi", "/q", "/docs", "/problems");
    private static final String PAGE = "/index.html";

    private static final List<String> SECRET = List.of("/sign/", "/answer/", "/api/signatures/", "/api/answers/");

    private ConsolePages() {}

    static boolean reserved(String path) {
        return RESERVED.stream().anyMatch(start -> path.equals(start) || path.startsWith(start + "/"));
    }

    /** The address itself is a right, that of a link to sign or to answer and what its page asks: no other address may learn it. */
    static boolean secret(String path) {
        return SECRET.stream().anyMatch(path::startsWith);
    }

    static void show(RoutingContext rc) {
        var request = rc.request();
        var path = request.path();
        var file = path.indexOf('.', path.lastIndexOf('/') + 1) >= 0;
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        var page = request.method() == HttpMethod.GET && accept != null && accept.contains("text/html");
        if (page && !file && !reserved(path)) {
            rc.reroute(PAGE);
        } else {
            Problem.NOT_FOUND.answer(rc);
        }
    }
}
