package org.gongdan.dispatch.roster;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.gongdan.platform.input.Line;
import org.gongdan.platform.input.Prose;

/** Requests and views of the roster. */
final class RosterApi {

    private RosterApi() {
    }

    /** @param hours when somebody must be on duty; around the clock when there are none. @param needed people at the same time, 1 when not given */
    record DescribeDuty(@NotNull @Line(max = 100) String name, @NotNull @Prose(max = 4000) String responsibilities,
            @NotNull @Line(max = 60) String zone,
            @Size(max = 50) List<@NotNull @Valid Hours> hours, @Min(1) @Max(100) Integer needed) {
    }

    record DutyView(String code, long version, String name, String responsibilities, String zone, List<Hours> hours, int needed,
            Instant changedAt, String changedBy) {

        static DutyView of(Duty duty) {
            return new DutyView(duty.code, duty.version, duty.name, duty.responsibilities, duty.zone, duty.hours(), duty.needed,
                    duty.changedAt, duty.changedBy);
        }
    }

    /** @param from first day, of the duty's zone. @param to last day */
    record Rotate(@NotNull LocalDate from, @NotNull LocalDate to, @NotNull @Valid Rotation rotation) {
    }

    /** @param acceptGaps publish even though at some times too few people are on duty */
    record Publish(@NotNull LocalDate from, @NotNull LocalDate to, boolean acceptGaps) {
    }

    /** @param shifts how many */
    record Drafted(int shifts, List<Coverage.Gap> gaps) {
    }

    record DraftShift(@NotNull @Pattern(regexp = Duty.CODE) String duty, @NotNull @Pattern(regexp = Shift.USERNAME) String person,
            @NotNull Instant startsAt,
            @NotNull Instant endsAt) {
    }

    /** Who is on duty instead, and when; what is not given stays as it was. */
    record ReplaceShift(@Pattern(regexp = Shift.USERNAME) String person, Instant startsAt, Instant endsAt,
            @NotNull @Prose(max = 500) String reason) {
    }

    record Because(@NotNull @Prose(max = 500) String reason) {
    }

    record AskSwap(@NotNull @Pattern(regexp = Shift.USERNAME) String colleague, @NotNull @Prose(max = 500) String reason) {
    }

    record WriteHandover(@NotNull @Prose(max = 4000) String note, @NotNull @Size(max = 100) List<@NotNull @Valid OpenItem> items) {
    }

    record HandoverView(HandoverStatus status, String note, List<OpenItem> items, Instant writtenAt, String answeredBy, Instant answeredAt,
            String refusal) {
    }

    record ShiftView(UUID id, long version, String duty, String person, Instant startsAt, Instant endsAt, ShiftStatus status, UUID replaces,
            String colleague,
            String swapReason, Instant withdrawnAt, String withdrawnBecause, HandoverStatus handover) {

        static ShiftView of(Shift shift) {
            return new ShiftView(shift.id, shift.version, shift.duty, shift.person, shift.startsAt, shift.endsAt, shift.status,
                    shift.replaces, shift.colleague,
                    shift.swapReason, shift.withdrawnAt, shift.withdrawnBecause, shift.handover);
        }
    }

    static HandoverView handover(Shift shift) {
        return new HandoverView(shift.handover, shift.note, OpenItem.read(shift.items), shift.writtenAt, shift.answeredBy, shift.answeredAt,
                shift.refusal);
    }
}
