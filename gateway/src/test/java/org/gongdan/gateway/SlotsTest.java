package org.gongdan.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SlotsTest {

    private final Slots slots = new Slots();

    @Test
    void ownerHasSoManyAndOthersTheirs() {
        // Given
        slots.take("a", 2).orElseThrow();
        slots.take("a", 2).orElseThrow();
        // When
        var third = slots.take("a", 2);
        // Then
        assertTrue(third.isEmpty());
        assertTrue(slots.take("b", 2).isPresent());
    }

    @Test
    void slotGivenBackTwiceCountsOnce() {
        // Given
        var slot = slots.take("a", 2).orElseThrow();
        slots.take("a", 2).orElseThrow();
        // When
        slot.close();
        slot.close();
        // Then
        assertEquals(1, slots.taken("a"));
    }
}
