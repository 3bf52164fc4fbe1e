package org.gongdan.keycloak;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Name and key under which the answer to a refresh token is kept. Both follow from the token, which is kept nowhere: who reads the store learns neither the
 * old token nor the new ones.
 */
final class SealedAnswer {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final String name;
    private final SecretKeySpec key;

    SealedAnswer(String client, String refreshToken) {
        this.name = "gongdan-refresh:" + HexFormat.of().formatHex(digest("name of " + client, refreshToken));
        this.key = new SecretKeySpec(digest("key of " + client, refreshToken), "AES");
    }

    String name() {
        return name;
    }

    /** Under which the first of several takes the turn to ask. */
    String turn() {
        return name + ":turn";
    }

    String seal(String answer) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, answer.getBytes(StandardCharsets.UTF_8));
        byte[] both = Arrays.copyOf(nonce, NONCE + sealed.length);
        System.arraycopy(sealed, 0, both, NONCE, sealed.length);
        return Base64.getEncoder().encodeToString(both);
    }

    String open(String sealed) {
        byte[] both = Base64.getDecoder().decode(sealed);
        return new String(run(Cipher.DECRYPT_MODE, Arrays.copyOf(both, NONCE), Arrays.copyOfRange(both, NONCE, both.length)),
                StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, byte[] nonce, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException wrong) {
            throw new IllegalStateException("the kept answer is not of this refresh token", wrong);
        }
    }

    private static byte[] digest(String what, String refreshToken) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(what.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return digest.digest(refreshToken.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
