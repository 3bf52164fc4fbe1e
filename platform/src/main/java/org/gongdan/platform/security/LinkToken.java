package org.gongdan.platform.security;

import java.security.SecureRandom;
import java.util.Base64;

/** 256 random bits for a link that is a right by itself; only their hash is kept, so that nobody who reads the database has the right. */
public record LinkToken(String text) {

    /** How the audit and stories call whoever acts by such a link: nobody knows more of him than that he got it. */
    public static final String HOLDER = "customer-link";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    public static LinkToken random() {
        byte[] bits = new byte[BYTES];
        RANDOM.nextBytes(bits);
        return new LinkToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    /** @see Sha256#hex */
    public String hash() {
        return Sha256.hex(text);
    }
}
