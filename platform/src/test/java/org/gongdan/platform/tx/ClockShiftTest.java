package org.gongdan.platform.tx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClockShiftTest {

    @TempDir
    Path folder;

    @Test
    void timeIsTheMachinesWhenNothingIsConfigured() throws IOException {
        // Given
        var shift = new ClockShift(Optional.empty(), false);

        // When
        var by = shift.now();

        // Then
        assertEquals(Duration.ZERO, by);
    }

    @Test
    void whatTheDemoWritesIsTheShiftAtOnce() throws IOException {
        // Given
        var file = written(-90_000);
        var shift = new ClockShift(Optional.of(file), true);
        assertEquals(Duration.ofSeconds(-90), shift.now());

        // When
        written(0);

        // Then
        assertEquals(Duration.ZERO, shift.now());
    }

    @Test
    void commandsSeeTheShiftedTime() throws IOException {
        // Given
        var machine = InstantSource.fixed(Instant.parse("2026-11-27T10:30:00Z"));
        var clock = Clocks.shifted(machine, new ClockShift(Optional.of(written(-3_600_000)), true));

        // When
        var now = clock.instant();

        // Then
        assertEquals(Instant.parse("2026-11-27T09:30:00Z"), now);
    }

    @Test
    void outsideADemoAShiftIsRefused() throws IOException {
        // Given
        var file = Optional.of(written(-90_000));

        // When
        var refusal = assertThrows(IllegalStateException.class, () -> new ClockShift(file, false));

        // Then
        assertTrue(refusal.getMessage().contains("gongdan.clock.shift-file"), refusal.getMessage());
    }

    private Path written(long millis) throws IOException {
        return Files.write(folder.resolve("clock"), ByteBuffer.allocate(Long.BYTES).putLong(millis).array());
    }
}
