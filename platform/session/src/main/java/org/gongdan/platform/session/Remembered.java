package org.gongdan.platform.session;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;

/**
 * What is known of credentials that have been checked, each until its own time. Credentials themselves are not kept, only their SHA-256: nobody can make
 * others with the same, and a dump of the memory shows one secret less.
 */
public final class Remembered<T> {

    private final Cache<ByteBuffer, Entry<T>> entries;
    private final Clock clock;

    private record Entry<T>(T what, Instant until) {
    }

    /** @param most as many; those that are asked for seldom are forgotten first */
    public Remembered(int most) {
        this(most, Clock.systemUTC());
    }

    Remembered(int most, Clock clock) {
        this.clock = clock;
        this.entries = Caffeine.newBuilder().maximumSize(most)
                .expireAfter(Expiry.<ByteBuffer, Entry<T>>creating((key, entry) -> Duration.between(clock.instant(), entry.until())))
                .build();
    }

    public static ByteBuffer key(String credential) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(credential.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return null when it is not known, or not any more */
    public T find(ByteBuffer key) {
        var entry = entries.getIfPresent(key);
        // The cache measures how long ago something was; a clock that was set right meanwhile tells that its time is over.
        return entry != null && clock.instant().isBefore(entry.until()) ? entry.what() : null;
    }

    /** Does nothing when that time has come already. */
    public void keep(ByteBuffer key, T what, Instant until) {
        if (clock.instant().isBefore(until)) {
            entries.put(key, new Entry<>(what, until));
        }
    }
}
