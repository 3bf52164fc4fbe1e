package org.gongdan.rollout;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** The Secrets an operator of a cluster would make; new ones for each run. */
final class Secrets {
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Map<String, String>> byName = new LinkedHashMap<>();

    void put(String secret, String key, String value) {
        byName.computeIfAbsent(secret, name -> new LinkedHashMap<>()).put(key, value);
    }

    /** Makes one, and remembers it. */
    String make(String secret, String key) {
        var bytes = new byte[30];
        random.nextBytes(bytes);
        put(secret, key, Base64.getUrlEncoder().encodeToString(bytes));
        return get(secret, key);
    }

    String get(String secret, String key) {
        var value = byName.getOrDefault(secret, Map.of()).get(key);
        if (value == null) {
            throw new IllegalArgumentException("The chart asks for " + key + " of the Secret " + secret + ", which nobody has made");
        }
        return value;
    }
}
