package org.gongdan.keycloak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInPaceTest {

    private static final String ATTACKER = "203.0.113.9";
    private static final String OFFICE = "198.51.100.4";

    private long now = 1_000_000;
    private final SignInPace pace = new SignInPace(10, () -> now);

    @ParameterizedTest
    @ValueSource(ints = {11, 50, 500})
    void wrongPasswordsFromOneAddressHoldUpThatAddressOnly(int tries) {
        // When
        attack("li", ATTACKER, tries);
        // Then
        assertTrue(pace.waits("li", ATTACKER));
        assertFalse(pace.waits("li", OFFICE));
    }

    @Test
    void nineMistakesCostNothingAndASuccessForgetsThem() {
        // Given
        attack("li", OFFICE, 9);
        assertFalse(pace.waits("li", OFFICE));
        // When
        pace.succeeded("li", OFFICE);
        // Then
        attack("li", OFFICE, 9);
        assertFalse(pace.waits("li", OFFICE));
    }

    @Test
    void theWaitDoublesUpToAQuarterOfAnHour() {
        // Given
        attack("li", ATTACKER, 10);
        // When
        var waits = IntStream.range(0, 7).map(ignored -> {
            var minutes = minutesUntilFree();
            pace.failed("li", ATTACKER);
            return minutes;
        }).boxed().toList();
        // Then
        assertEquals(java.util.List.of(1, 2, 4, 8, 15, 15, 15), waits);
    }

    @Test
    void manyNamesFromOneAddressHoldUpThatAddressButNobodyWhoIsAtHomeThere() {
        // Given
        pace.succeeded("wang", OFFICE);
        // When
        IntStream.range(0, SignInPace.FREE_PER_ADDRESS).forEach(number -> pace.failed("user-" + number, OFFICE));
        // Then
        assertTrue(pace.waits("li", OFFICE));
        assertFalse(pace.waits("wang", OFFICE));
    }

    @Test
    void oneNameFromManyAddressesIsHeldUpButNotWhereItsOwnerSignsIn() {
        // Given
        pace.succeeded("li", OFFICE);
        // When
        IntStream.range(0, SignInPace.FREE_PER_NAME).forEach(number -> pace.failed("li", "203.0.113." + number));
        // Then
        assertTrue(pace.waits("li", "192.0.2.1"));
        assertFalse(pace.waits("li", OFFICE));
    }

    /** As Keycloak does: who waits is refused before his password is looked at, and that counts for nothing. */
    private void attack(String user, String address, int tries) {
        for (int number = 0; number < tries; number++) {
            if (!pace.waits(user, address)) {
                pace.failed(user, address);
            }
        }
    }

    private int minutesUntilFree() {
        int minutes = 0;
        while (pace.waits("li", ATTACKER)) {
            now += TimeUnit.MINUTES.toMillis(1);
            minutes++;
        }
        return minutes;
    }
}
