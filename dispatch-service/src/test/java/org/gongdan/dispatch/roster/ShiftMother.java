package org.gongdan.dispatch.roster;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Shifts as unit tests need them: agent is on duty at the desk from 8 to 16 o'clock, and engineer may take it over. */
final class ShiftMother {

    static final Instant BEFORE = Instant.parse("2026-11-22T00:00:00Z");
    static final Instant START = Instant.parse("2026-11-23T00:00:00Z");
    static final Instant END = Instant.parse("2026-11-23T08:00:00Z");

    private ShiftMother() {
    }

    static Shift drafted() {
        return Shift.draft(UUID.fromString("0190c000-0000-7000-8000-000000000001"), "DESK", "agent", new Interval(START, END), null,
                BEFORE);
    }

    static Shift published() {
        return in(ShiftStatus.PUBLISHED);
    }

    static Shift written() {
        Shift shift = published();
        shift.writeHandover("n", List.of(new OpenItem("i", null)), "agent", END);
        return shift;
    }

    static Shift in(ShiftStatus status) {
        Shift shift = drafted();
        shift.status = status;
        shift.colleague = status == ShiftStatus.SWAP_ASKED || status == ShiftStatus.SWAP_ACCEPTED ? "engineer" : null;
        return shift;
    }

    static Shift in(HandoverStatus status) {
        Shift shift = written();
        shift.handover = status;
        return shift;
    }
}
