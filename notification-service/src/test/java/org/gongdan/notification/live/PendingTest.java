package org.gongdan.notification.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

class PendingTest {

    private static final UUID TICKET = UUID.randomUUID();
    private static final UUID VISIT = UUID.randomUUID();

    @Test
    void whatHappensBetweenTwoLooksIsOneChange() {
        // Given
        Pending pending = new Pending(true);
        pending.add(new Happening("TicketAssigned", null, TICKET, null));
        pending.add(new Happening("TicketAssigned", null, TICKET, null));
        pending.add(new Happening("VisitScheduled", null, TICKET, VISIT));

        // When
        Change change = pending.take();

        // Then
        assertEquals(new Change(Set.of("TicketAssigned", "VisitScheduled"), Set.of(TICKET), Set.of(VISIT), false), change);
        assertNull(pending.take());
    }

    @Test
    void customersAreNotToldWhatHappened() {
        // Given
        Pending pending = new Pending(false);
        pending.add(new Happening("SlaWarned", UUID.randomUUID(), TICKET, null));

        // When
        Change change = pending.take();

        // Then
        assertEquals(new Change(Set.of(), Set.of(TICKET), Set.of(), false), change);
    }

    @Test
    void whoIsSlowIsToldThatThereIsMoreThanIsListed() {
        // Given
        Pending pending = new Pending(true);
        for (int ticket = 0; ticket <= Pending.MOST; ticket++) {
            pending.add(new Happening("TicketOpened", null, UUID.randomUUID(), null));
        }

        // When
        Change change = pending.take();

        // Then
        assertTrue(change.many());
        assertEquals(Pending.MOST, change.tickets().size());
    }

    @Test
    void aFullListThatGrowsNoFurtherIsWhole() {
        // Given
        Pending pending = new Pending(true);
        for (int ticket = 1; ticket < Pending.MOST; ticket++) {
            pending.add(new Happening("TicketOpened", null, UUID.randomUUID(), null));
        }
        pending.add(new Happening("TicketOpened", null, TICKET, null));
        pending.add(new Happening("TicketAssigned", null, TICKET, null));

        // When
        Change change = pending.take();

        // Then
        assertFalse(change.many());
    }

    @Test
    void whatMayHaveBeenMissedIsAChangeToo() {
        // Given
        Pending pending = new Pending(true);
        pending.missed();

        // When
        Change change = pending.take();

        // Then
        assertEquals(new Change(Set.of(), Set.of(), Set.of(), true), change);
    }
}
