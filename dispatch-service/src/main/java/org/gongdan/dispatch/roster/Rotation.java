package org.gongdan.dispatch.roster;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.gongdan.platform.input.Line;
import org.gongdan.platform.problem.DomainException.Rejected;
import org.gongdan.platform.text.UserName;

/**
 * A rotation, such as the usual early-early-late-late-night-night-off-off (四班三运转): everybody goes through the same pattern of days, each
 * from another day of it on.
 *
 * @param turns   what a day of the pattern can be
 * @param pattern name of a turn for each day, {@code -} for a day off; it repeats
 * @param members who take part
 * @param anchor  day on which a member with offset 0 is at the pattern's first day
 */
record Rotation(@NotEmpty @Size(max = 20) List<@NotNull @Valid Turn> turns,
        @NotEmpty @Size(max = 100) List<@NotNull @Line(max = 40) String> pattern,
        @NotEmpty @Size(max = 100) List<@NotNull @Valid Member> members, @NotNull LocalDate anchor) {

    static final String OFF = "-";

    /** @param end not after {@code start}: on the next day */
    record Turn(@NotNull @Line(max = 40) String name, @NotNull LocalTime start, @NotNull LocalTime end) {
    }

    /** @param offset days by which he is ahead in the pattern */
    record Member(@NotNull @Pattern(regexp = Shift.USERNAME) String person, @Min(0) @Max(100) int offset) {
    }

    /** A shift as the pattern wants it. */
    record Planned(String person, Interval time) {
    }

    /**
     * The shifts that begin on the days of a period, in order of time.
     *
     * @throws Rejected when two turns have one name, the pattern names none of them, or two shifts of a member overlap
     */
    List<Planned> shifts(Period period, WallClock wall) {
        Map<String, Turn> byName = new LinkedHashMap<>();
        for (Turn turn : turns) {
            if (turn.name().equals(OFF) || byName.put(turn.name(), turn) != null) {
                throw new Rejected("turn-named-twice", turn.name());
            }
        }
        pattern.stream().filter(name -> !name.equals(OFF) && !byName.containsKey(name)).findFirst().ifPresent(name -> {
            throw new Rejected("turn-unknown", name);
        });
        List<Planned> shifts = new ArrayList<>();
        for (LocalDate day : period.days()) {
            for (Member member : members) {
                Turn turn = byName.get(
                        pattern.get((int) Math.floorMod(ChronoUnit.DAYS.between(anchor, day) + member.offset(), (long) pattern.size())));
                if (turn != null) {
                    shifts.add(new Planned(UserName.of(member.person()), Hours.interval(day, turn.start(), turn.end(), wall)));
                }
            }
        }
        shifts.removeIf(shift -> shift.time().isEmpty());
        shifts.sort(Comparator.comparing((Planned shift) -> shift.time().start()).thenComparing(Planned::person));
        mustNotOverlap(shifts, wall);
        return shifts;
    }

    /** The database would refuse it, too, but could not say whose shifts collide. */
    private static void mustNotOverlap(List<Planned> inOrder, WallClock wall) {
        Map<String, Interval> last = new HashMap<>();
        for (Planned shift : inOrder) {
            Interval before = last.put(shift.person(), shift.time());
            if (before != null && before.end().isAfter(shift.time().start())) {
                throw new Rejected("rotation-overlaps", shift.person(), shift.time().start().atZone(wall.zone()).toLocalDate().toString());
            }
        }
    }
}
