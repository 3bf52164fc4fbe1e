package org.gongdan.platform.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A secret that a process must be given where it works for others.
 *
 * @param key      under which name an operator sets it, such as {@code DB_PASSWORD}
 * @param value    what it is now; empty when nobody has set it
 * @param shortest characters it must have
 * @param demo     what it is in the demo, which everybody can read; null when the demo has none
 */
public record Secret(String key, String value, int shortest, String demo) {

    /** Profiles for one machine and one person, and the operator's commands beside a running service. */
    private static final Set<String> KNOWN_SECRETS_WILL_DO = Set.of("local", "dev", "test", "command");

    /**
     * Refuses to go on with a secret that is missing, short or the demo's.
     *
     * @param profiles of the running process
     * @throws IllegalStateException that names each of them and what to do; never a value
     */
    public static void check(List<String> profiles, List<Secret> secrets) {
        if (profiles.stream().anyMatch(KNOWN_SECRETS_WILL_DO::contains)) {
            return;
        }
        List<String> faults = new ArrayList<>();
        secrets.forEach(secret -> secret.fault(faults));
        if (!faults.isEmpty()) {
            throw new IllegalStateException(String.join("; ", faults)
                    + ". The profile local (QUARKUS_PROFILE=local) starts without, on one machine for one person.");
        }
    }

    private void fault(List<String> faults) {
        if (value.isEmpty()) {
            faults.add(key + " is not set");
        } else if (value.equals(demo)) {
            faults.add(key + " is the demo's, which everybody knows");
        } else if (value.length() < shortest) {
            faults.add(key + " has fewer than " + shortest + " characters");
        }
    }

    @Override
    public String toString() {
        return key;
    }
}
