package org.gongdan.platform.tx;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.runtime.configuration.ConfigUtils;

/**
 * By how much our time differs from the machine's: not at all, but while the demo plays its past weeks (ADR 043). Whoever plays them writes the
 * milliseconds into a file of eight bytes, which every service has mapped; PostgreSQL's {@code now()} is moved by the same.
 */
@ApplicationScoped
public class ClockShift {

    private static final String PROFILE = "demo";

    private final MappedByteBuffer millis;

    /** For tests and for what runs without a configuration: no shift. */
    ClockShift() {
        millis = null;
    }

    /** @throws IllegalStateException when a shift is configured anywhere but in a demo */
    @Inject
    ClockShift(@ConfigProperty(name = "gongdan.clock.shift-file") Optional<Path> file) throws IOException {
        this(file, ConfigUtils.isProfileActive(PROFILE));
    }

    ClockShift(Optional<Path> file, boolean demo) throws IOException {
        if (file.isPresent() && !demo) {
            throw new IllegalStateException(
                    "gongdan.clock.shift-file makes this service's time a story; it is refused without the profile " + PROFILE);
        }
        millis = file.isPresent() ? map(file.get()) : null;
    }

    private static MappedByteBuffer map(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return channel.map(MapMode.READ_ONLY, 0, Long.BYTES);
        }
    }

    /** Negative: our time is in the past. */
    public Duration now() {
        return millis == null ? Duration.ZERO : Duration.ofMillis(millis.getLong(0));
    }
}
