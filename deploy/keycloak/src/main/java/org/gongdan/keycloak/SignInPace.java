package org.gongdan.keycloak;

import java.time.Duration;
import java.util.function.LongSupplier;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Who must wait before the next try. Not a name alone: then anybody could lock anybody out. A name from an address waits for its own failures;
 * an address waits for failures with any name, and a name for failures from everywhere, but neither holds up a person at an address from which
 * he has signed in before.
 */
final class SignInPace {

    static final int FREE_PER_ADDRESS = 50;
    static final int FREE_PER_NAME = 100;
    private static final Duration KNOWN = Duration.ofDays(30);
    private static final int KNOWN_PAIRS = 200_000;

    private final FailedSignIns byPair;
    private final FailedSignIns byAddress;
    private final FailedSignIns byName;
    private final Cache<String, Boolean> known = Caffeine.newBuilder().maximumSize(KNOWN_PAIRS).expireAfterAccess(KNOWN).build();

    /** @param freePerPair failures of one name from one address without a wait */
    SignInPace(int freePerPair, LongSupplier nowMillis) {
        byPair = new FailedSignIns(freePerPair, nowMillis);
        byAddress = new FailedSignIns(FREE_PER_ADDRESS, nowMillis);
        byName = new FailedSignIns(FREE_PER_NAME, nowMillis);
    }

    /** Returns true when the name waits at this address from now on. */
    boolean failed(String user, String address) {
        byAddress.failed(address);
        byName.failed(user);
        return byPair.failed(pair(user, address));
    }

    void succeeded(String user, String address) {
        byPair.forget(pair(user, address));
        known.put(pair(user, address), true);
    }

    boolean waits(String user, String address) {
        String pair = pair(user, address);
        return byPair.waits(pair) || known.getIfPresent(pair) == null && (byAddress.waits(address) || byName.waits(user));
    }

    private static String pair(String user, String address) {
        return user + " " + address;
    }
}
