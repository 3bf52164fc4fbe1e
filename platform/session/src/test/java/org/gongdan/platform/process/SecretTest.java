package org.gongdan.platform.process;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {

    private static final List<Secret> BAD = List.of(new Secret("DB_PASSWORD", "gongdan", 8, "gongdan"),
            new Secret("SIGN_IN_SECRET", "", 32, null),
            new Secret("SESSION_ENCRYPTION_SECRET", "only-sixteen-000", 32, null), new Secret("GOOD", "0123456789", 8, "demo"));

    @Test
    void namesEachSecretThatIsMissingShortOrKnownAndTellsNoValue() {
        // When
        var refused = assertThrows(IllegalStateException.class, () -> Secret.check(List.of("prod"), BAD));

        // Then
        assertEquals(
                "DB_PASSWORD is the demo's, which everybody knows; SIGN_IN_SECRET is not set; SESSION_ENCRYPTION_SECRET has fewer than 32 characters."
                        + " The profile local (QUARKUS_PROFILE=local) starts without, on one machine for one person.",
                refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "dev", "test", "command"})
    void letsTheDemoStartOnOneMachine(String profile) {
        assertDoesNotThrow(() -> Secret.check(List.of(profile), BAD));
    }

    @Test
    void startsWithSecretsOfItsOwn() {
        assertDoesNotThrow(() -> Secret.check(List.of("prod"), List.of(new Secret("DB_PASSWORD", "a-long-one", 8, "gongdan"))));
    }
}
