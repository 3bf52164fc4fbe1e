package org.gongdan.gateway;

import java.util.Arrays;
import java.util.Optional;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** Files of the console were packed when it was built. Who can read them packed gets them so, and none is packed again for each who asks. */
final class PackedFiles {

    private static final String FILES = "META-INF/resources";
    private static final String CHOSEN = PackedFiles.class.getName();

    /** In the order in which they are given: the smaller one first. */
    private enum Packing {
        BROTLI("br", ".br"), GZIP("gzip", ".gz");

        final String encoding;
        final String ending;

        Packing(String encoding, String ending) {
            this.encoding = encoding;
            this.ending = ending;
        }

        boolean readBy(String accepted) {
            return Arrays.stream(accepted.split(",")).map(String::strip)
                    .anyMatch(one -> one.equals(encoding) || one.startsWith(encoding + ";") && !one.matches(".*;\\s*q=0(\\.0*)?"));
        }
    }

    private PackedFiles() {}

    static void choose(RoutingContext rc) {
        Packed packed = rc.get(CHOSEN);
        if (packed != null) {
            // Here again, on the way to the packed file: what was to be added to the answer before is forgotten by a reroute.
            rc.addHeadersEndHandler(ignored -> packed.mark(rc.response()));
            rc.next();
            return;
        }
        var path = rc.normalizedPath();
        var accepted = rc.request().getHeader(HttpHeaders.ACCEPT_ENCODING);
        var packing = accepted == null || type(path).isEmpty() ? Optional.<Packing>empty()
                : Arrays.stream(Packing.values()).filter(each -> each.readBy(accepted) && there(path + each.ending)).findFirst();
        if (packing.isPresent()) {
            rc.put(CHOSEN, new Packed(packing.get(), type(path).get()));
            rc.reroute(path + packing.get().ending);
        } else {
            rc.next();
        }
    }

    private record Packed(Packing packing, String type) {

        void mark(HttpServerResponse response) {
            if (response.getStatusCode() < 400) {
                response.headers().set(HttpHeaders.CONTENT_TYPE, type).set(HttpHeaders.CONTENT_ENCODING, packing.encoding)
                        .set(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
            }
        }
    }

    private static Optional<String> type(String path) {
        return path.endsWith(".js") ? Optional.of("text/javascript;charset=UTF-8")
                : path.endsWith(".css") ? Optional.of("text/css;charset=UTF-8")
                        : path.endsWith(".svg") ? Optional.of("image/svg+xml") : Optional.empty();
    }

    private static boolean there(String path) {
        return Thread.currentThread().getContextClassLoader().getResource(FILES + path) != null;
    }
}
