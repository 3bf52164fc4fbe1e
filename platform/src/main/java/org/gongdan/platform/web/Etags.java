package org.gongdan.platform.web;

import org.gongdan.platform.problem.DomainException;

/** Versions as HTTP entity tags. */
public final class Etags {

    private Etags() {
    }

    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /**
     * Checks an {@code If-Match} header against the stored version.
     *
     * @param ifMatch value of the header, or null when the caller does not care
     * @throws DomainException.StaleVersion when the caller saw another version
     */
    public static void check(String ifMatch, long current, String kind, Object id) {
        if (ifMatch == null || ifMatch.equals("*")) {
            return;
        }
        String tag = ifMatch.startsWith("W/") ? ifMatch.substring(2) : ifMatch;
        if (!tag.matches("\"\\d{1,18}\"")) {
            throw new DomainException.InvalidInput("If-Match", "if-match-malformed");
        }
        if (Long.parseLong(tag.substring(1, tag.length() - 1)) != current) {
            throw new DomainException.StaleVersion(kind, id, current);
        }
    }
}
