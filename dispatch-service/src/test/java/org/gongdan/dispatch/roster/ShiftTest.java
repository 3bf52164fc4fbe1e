package org.gongdan.dispatch.roster;

import static org.gongdan.dispatch.roster.ShiftMother.BEFORE;
import static org.gongdan.dispatch.roster.ShiftMother.END;
import static org.gongdan.dispatch.roster.ShiftMother.START;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.UUID;

import org.gongdan.dispatch.roster.RosterEvent.ShiftSwapped;
import org.gongdan.platform.problem.DomainException;
import org.gongdan.platform.problem.DomainException.Forbidden;
import org.gongdan.platform.problem.DomainException.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ShiftTest {

    @Test
    void swapChangesThePersonWhenEverybodyAgreed() {
        // Given
        Shift shift = ShiftMother.published();
        shift.askSwap("engineer", "孩子生病", "agent", BEFORE);
        shift.acceptSwap("engineer", BEFORE);

        // When
        ShiftSwapped swapped = shift.approveSwap("dispatcher", BEFORE);

        // Then
        assertEquals(new ShiftSwapped(shift.id, "DESK", "agent", "engineer", START, END, BEFORE, "dispatcher"), swapped);
        assertEquals("engineer", shift.person);
        assertNull(shift.colleague);
    }

    @Test
    void onlyThoseConcernedTakePartInASwap() {
        refused("shift-of-somebody-else", () -> ShiftMother.published().askSwap("engineer", "r", "engineer2", BEFORE));
        refused("swap-asked-of-somebody-else", () -> ShiftMother.in(ShiftStatus.SWAP_ASKED).acceptSwap("engineer2", BEFORE));
        refused("swap-approved-by-party", () -> ShiftMother.in(ShiftStatus.SWAP_ACCEPTED).approveSwap("engineer", BEFORE));
        refused("swap-approved-by-party", () -> ShiftMother.in(ShiftStatus.SWAP_ACCEPTED).approveSwap("agent", BEFORE));
        refused("swap-of-somebody-else", () -> ShiftMother.in(ShiftStatus.SWAP_ASKED).dropSwap("engineer2", "engineer", BEFORE));
        rejected("swap-with-himself", () -> ShiftMother.published().askSwap("agent", "r", "agent", BEFORE));
    }

    @Test
    void nobodyRewritesWhoWasOnDuty() {
        rejected("shift-begun", () -> ShiftMother.published().askSwap("engineer", "r", "agent", START));
        rejected("shift-begun", () -> ShiftMother.in(ShiftStatus.SWAP_ASKED).acceptSwap("engineer", START));
        rejected("shift-begun", () -> ShiftMother.in(ShiftStatus.SWAP_ACCEPTED).approveSwap("dispatcher", START));
        rejected("shift-over", () -> ShiftMother.published().withdraw("r", "dispatcher", END));
        rejected("shift-over", () -> ShiftMother.drafted().publish("dispatcher", END));
        rejected("shift-empty", () -> Shift.draft(UUID.randomUUID(), "DESK", "agent", new Interval(END, START), null, BEFORE));
    }

    @Test
    void refusedHandOverIsWrittenAgain() {
        // Given
        Shift shift = ShiftMother.written();
        shift.refuseHandover("不清楚", "engineer", END);

        // When
        var written = shift.writeHandover("n2", List.of(), "agent", END);

        // Then
        assertEquals(0, written.openItems());
        assertNull(shift.refusal);
        assertNull(shift.answeredBy);
        assertEquals(HandoverStatus.WRITTEN, shift.handover);
    }

    @Test
    void handOverIsWrittenByItsPersonOnceItHasBegun() {
        refused("shift-of-somebody-else", () -> ShiftMother.published().writeHandover("n", List.of(), "engineer", END));
        rejected("shift-not-begun", () -> ShiftMother.published().writeHandover("n", List.of(), "agent", BEFORE));
    }

    private static void refused(String code, Executable command) {
        assertEquals(code, assertThrows(Forbidden.class, command).code());
    }

    private static void rejected(String code, Executable command) {
        DomainException refusal = assertThrows(Rejected.class, command);
        assertEquals(code, refusal.code());
    }
}
