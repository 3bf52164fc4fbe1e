package org.gongdan.gateway;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;

/** W3C trace context: a caller's valid `traceparent` is kept, otherwise a new one starts here at the door. */
final class Trace {

    private static final String HEADER = "traceparent";
    private static final Pattern VALID = Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    private Trace() {}

    static String id(RoutingContext rc) {
        return parent(rc).substring(3, 35);
    }

    static void pass(RoutingContext rc, MultiMap upstreamHeaders) {
        upstreamHeaders.set(HEADER, parent(rc));
    }

    private static String parent(RoutingContext rc) {
        String known = rc.get(HEADER);
        if (known == null) {
            var sent = rc.request().getHeader(HEADER);
            known = sent != null && VALID.matcher(sent).matches() ? sent : start();
            rc.put(HEADER, known);
        }
        return known;
    }

    /** The id of a trace that begins and ends here. */
    static String startId() {
        return start().substring(3, 35);
    }

    private static String start() {
        var random = ThreadLocalRandom.current();
        var hex = HexFormat.of();
        return "00-" + hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong() | 1)
                + "-" + hex.toHexDigits(random.nextLong() | 1) + "-01";
    }
}
