package org.gongdan.platform.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Types of events of all services at the time when this version was built. One that is not among them comes from a later version of its producer
 * (ADR 049); one that is, and has no handler, is no business of the consumer.
 */
public final class KnownTypes {

    /** In the jar; a test compares it with the contracts. */
    public static final String FILE = "/event-types.txt";
    private static final Set<String> ALL = read();

    private KnownTypes() {
    }

    static boolean contains(String type) {
        return ALL.contains(type);
    }

    static Set<String> all() {
        return ALL;
    }

    private static Set<String> read() {
        try (InputStream file = KnownTypes.class.getResourceAsStream(FILE)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
