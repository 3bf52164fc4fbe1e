package org.gongdan.platform.web;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.gongdan.platform.problem.DomainException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class EtagsTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"*", "\"7\"", "W/\"7\"", "\"007\""})
    void acceptsTheStoredVersionAndNoWishAtAll(String ifMatch) {
        assertDoesNotThrow(() -> check(ifMatch));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"6\"", "\"8\"", "W/\"70\""})
    void refusesAnotherVersion(String ifMatch) {
        assertThrows(DomainException.StaleVersion.class, () -> check(ifMatch));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "\"seven\"", "\"-7\"", "\"7\", \"8\"", "\"9999999999999999999\""})
    void refusesWhatIsNoVersion(String ifMatch) {
        // When
        DomainException.InvalidInput refusal = assertThrows(DomainException.InvalidInput.class, () -> check(ifMatch));

        // Then
        assertEquals("If-Match", refusal.field());
    }

    @Test
    void readsWhatItWrites() {
        assertDoesNotThrow(() -> check(Etags.of(7)));
    }

    private static void check(String ifMatch) {
        Etags.check(ifMatch, 7, "ticket", "2611-0042");
    }
}
