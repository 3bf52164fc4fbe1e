package org.gongdan.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void everyFlagIsHeard() {
        // When
        var options = Options.parse(
                List.of("--fresh", "--infrastructure", "--no-seed", "--no-training", "--port-offset", "1000", "--data", "elsewhere"));

        // Then
        assertEquals(new Options(false, false, true, true, false, false, 1000, Optional.of(Path.of("elsewhere"))), options);
    }

    @Test
    void aFlagNobodyKnowsIsRefused() {
        // When
        var refusal = assertThrows(StackException.class, () -> Options.parse(List.of("--fersh")));

        // Then
        assertTrue(refusal.getMessage().startsWith("--fersh is unknown"), refusal.getMessage());
    }

    @Test
    void aMissingOrWrongValueIsRefused() {
        assertThrows(StackException.class, () -> Options.parse(List.of("--port-offset")));
        assertThrows(StackException.class, () -> Options.parse(List.of("--port-offset", "many")));
    }

    @Test
    void freePortsAreAllDifferent() {
        // When
        var ports = Ports.free().byName();

        // Then
        assertEquals(ports.size(), new HashSet<>(ports.values()).size());
    }

    @Test
    void anOffsetMovesEveryPort() {
        // When
        var moved = Ports.offset(1000);

        // Then
        Ports.standard().byName().forEach((name, port) -> assertEquals(port + 1000, moved.of(name)));
        assertNotEquals(moved, Ports.standard());
    }
}
