package org.gongdan.platform.input;

import java.util.regex.Pattern;

/** The form of an {@code Authorization} header with a bearer token (RFC 6750). */
final class Bearer {

    private static final String SCHEME = "bearer";
    private static final Pattern SIGNED = Pattern.compile("(?i:bearer) +[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");

    private Bearer() {
    }

    /** Whether it says that it is a token, whatever that looks like. @param authorization value of the header, or null */
    static boolean isMeant(String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    /** Whether it is a token of three parts, the last a signature; what they hold is not looked at. @param authorization value of the header, or null */
    static boolean isSigned(String authorization) {
        return authorization != null && SIGNED.matcher(authorization).matches();
    }
}
