package org.gongdan.platform.event;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;

/**
 * Makes identifiers: UUID version 7, so that rows made one after the other lie one after the other in an index. Those that one process makes
 * ascend, within a millisecond too: a customer's contacts stay in the order in which they were entered.
 */
public final class Ids {

    private static final NoArgGenerator GENERATOR = Generators.timeBasedEpochGenerator();

    private Ids() {
    }

    public static UUID next() {
        return GENERATOR.generate();
    }

    /** Always the same for the same id and name, and in an index it lies beside that id: takes over its time, the rest is SHA-256 of both. */
    public static UUID derived(UUID from, String name) {
        ByteBuffer hash = ByteBuffer
                .wrap(sha256(ByteBuffer.allocate(16).putLong(from.getMostSignificantBits()).putLong(from.getLeastSignificantBits()).array(),
                        name.getBytes(StandardCharsets.UTF_8)));
        return new UUID(from.getMostSignificantBits() & ~0xFFFFL | 0x7000 | hash.getLong() & 0xFFF, hash.getLong() >>> 2 | Long.MIN_VALUE);
    }

    private static byte[] sha256(byte[] first, byte[] second) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(first);
            return digest.digest(second);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
