package org.gongdan.platform.stop;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;

import org.junit.jupiter.api.Test;

class DoorTest {

    private final Door door = new Door();

    @Test
    void letsInUntilItIsShut() {
        assertTrue(door.enter());
        door.leave();
        assertTrue(door.shut());
        assertFalse(door.enter());
        assertTrue(door.shut(), "who was turned away is not inside");
    }

    @Test
    void knowsWhoIsInside() {
        assertTrue(door.enter());
        assertTrue(door.enter());
        door.leave();
        assertFalse(door.shut());
        assertFalse(door.shut(Duration.ZERO));
        door.leave();
        assertTrue(door.shut(Duration.ofDays(1)));
    }
}
