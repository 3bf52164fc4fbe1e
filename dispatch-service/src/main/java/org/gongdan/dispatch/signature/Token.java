package org.gongdan.dispatch.signature;

import java.security.SecureRandom;
import java.util.Base64;

import org.gongdan.dispatch.VisitDocument;

/** 256 random bits for a link; only their hash is kept, so that nobody who reads the database can sign. */
record Token(String text) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    static Token random() {
        byte[] bits = new byte[BYTES];
        RANDOM.nextBytes(bits);
        return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    String hash() {
        return VisitDocument.sha256(text);
    }
}
