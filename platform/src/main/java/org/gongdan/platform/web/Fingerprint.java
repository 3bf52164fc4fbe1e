package org.gongdan.platform.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import jakarta.ws.rs.core.MediaType;

import org.gongdan.platform.security.Sha256;

/**
 * What makes two requests the same: method, path, query, type of the body, the version they expect, and the body. The order of query parameters
 * does not matter, that of the values of one parameter does; nor does how the body's type is spelt.
 */
final class Fingerprint {

    private Fingerprint() {
    }

    /**
     * @param query   decoded parameters
     * @param type    null without a body
     * @param ifMatch null when none was sent
     * @param body    null when there is none
     * @return SHA-256 in hex
     */
    static String of(String method, String path, Map<String, List<String>> query, MediaType type, String ifMatch, String body) {
        StringBuilder canonical = new StringBuilder();
        append(canonical, method);
        append(canonical, path);
        new TreeMap<>(query).forEach((name, values) -> {
            append(canonical, name);
            append(canonical, Integer.toString(values.size()));
            values.forEach(value -> append(canonical, value));
        });
        append(canonical, null);
        append(canonical, type == null ? null : (type.getType() + "/" + type.getSubtype()).toLowerCase(Locale.ROOT));
        append(canonical, ifMatch == null ? null : ifMatch.strip());
        append(canonical, body);
        return Sha256.hex(canonical.toString());
    }

    /** Each part with its length before it, so that no two lists of parts read alike. */
    private static void append(StringBuilder canonical, String part) {
        canonical.append(part == null ? "-" : part.length() + ":" + part).append('\n');
    }
}
