package org.gongdan.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import io.vertx.core.Promise;

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

    @Test
    void whoWaitsGetsItsTurnInTheOrderOfAsking() {
        // Given
        var first = slots.take("a", 1).orElseThrow();
        Promise<Slots.Slot> second = Promise.promise();
        Promise<Slots.Slot> third = Promise.promise();
        slots.wait("a", 1, 2, second);
        slots.wait("a", 1, 2, third);
        // When
        first.close();
        // Then
        assertTrue(second.future().succeeded());
        assertFalse(third.future().isComplete());
        assertEquals(1, slots.taken("a"));
        second.future().result().close();
        assertTrue(third.future().succeeded());
        third.future().result().close();
        assertEquals(0, slots.taken("a"));
    }

    /** As when a call is refused at once: on the same thread, while the slot is still being handed on. */
    @Test
    void whoGetsItMayGiveItBackAtOnce() {
        // Given
        var first = slots.take("a", 1).orElseThrow();
        Promise<Slots.Slot> second = Promise.promise();
        Promise<Slots.Slot> third = Promise.promise();
        slots.wait("a", 1, 2, second);
        slots.wait("a", 1, 2, third);
        second.future().onSuccess(Slots.Slot::close);
        third.future().onSuccess(Slots.Slot::close);
        // When
        first.close();
        // Then
        assertTrue(third.future().succeeded());
        assertEquals(0, slots.taken("a"));
    }

    @Test
    void whoGaveUpIsPassedOver() {
        // Given
        var first = slots.take("a", 1).orElseThrow();
        Promise<Slots.Slot> gone = Promise.promise();
        Promise<Slots.Slot> next = Promise.promise();
        slots.wait("a", 1, 2, gone);
        slots.wait("a", 1, 2, next);
        gone.fail("gone");
        // When
        first.close();
        // Then
        assertTrue(next.future().succeeded());
    }

    @Test
    void lineIsNoLongerThanAllowed() {
        // Given
        slots.take("a", 1).orElseThrow();
        Promise<Slots.Slot> gone = Promise.promise();
        slots.wait("a", 1, 1, gone);
        // When
        var refused = slots.wait("a", 1, 1, Promise.promise());
        // Then
        assertFalse(refused);
        gone.fail("gone");
        assertTrue(slots.wait("a", 1, 1, Promise.promise()), "who gave up has left the line");
    }

    @Test
    void slotOfOneWhoIsGoneAlreadyIsGivenBack() {
        // Given
        Promise<Slots.Slot> gone = Promise.promise();
        gone.fail("gone");
        // When
        slots.wait("a", 1, 1, gone);
        // Then
        assertEquals(0, slots.taken("a"));
    }
}
