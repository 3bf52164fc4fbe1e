package org.gongdan.stack.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import org.gongdan.stack.demo.Cast.Engineer;

/** Who works when, by the rotations that the roster has too, and which visits are planned already. */
final class Crew {
    static final List<String> FIELD_PATTERN = List.of("白班", "白班", "白班", "白班", "白班", "-", "-");
    static final List<String> DESK_PATTERN = List.of("早班", "早班", "晚班", "晚班", "-", "-");
    static final LocalTime CHANGE = LocalTime.of(15, 0);
    /** By how many days each engineer, and each agent, is ahead in his pattern: today the first three engineers and the first agent work. */
    static final List<Integer> FIELD_OFFSETS = List.of(0, 1, 2, 5, 6, 3);
    static final List<Integer> DESK_OFFSETS = List.of(0, 2, 4);
    private static final List<LocalTime> STARTS = List.of(LocalTime.of(9, 0), LocalTime.of(11, 0), LocalTime.of(13, 30),
            LocalTime.of(15, 30));
    private static final Duration WINDOW = Duration.ofHours(2);

    private final LocalDate fieldAnchor;
    private final LocalDate deskAnchor;
    private final List<Slot> taken = new ArrayList<>();
    private int turn;

    /** When an engineer is expected somewhere. */
    record Slot(Engineer engineer, Instant start, Instant end) {
        boolean meets(Slot other) {
            return engineer.equals(other.engineer()) && start.isBefore(other.end()) && other.start().isBefore(end);
        }
    }

    Crew(Days days) {
        fieldAnchor = days.today().minusDays(2);
        deskAnchor = days.today().minusDays(LocalTime.ofInstant(days.now(), Days.ZONE).isBefore(CHANGE) ? 1 : 3);
    }

    LocalDate fieldAnchor() {
        return fieldAnchor;
    }

    LocalDate deskAnchor() {
        return deskAnchor;
    }

    boolean works(Engineer engineer, LocalDate day) {
        var offset = FIELD_OFFSETS.get(Cast.ENGINEERS.indexOf(engineer));
        return !turn(FIELD_PATTERN, fieldAnchor, day, offset).equals("-");
    }

    /** Who answers the phone then; at night whoever comes in the morning sees to it. */
    String atDesk(Instant time) {
        var local = time.atZone(Days.ZONE);
        return atDesk(local.toLocalDate(), local.toLocalTime().isBefore(CHANGE) ? "早班" : "晚班");
    }

    String atDesk(LocalDate day, String turn) {
        for (var place = 0; place < Cast.AGENTS.size(); place++) {
            if (turn(DESK_PATTERN, deskAnchor, day, DESK_OFFSETS.get(place)).equals(turn)) {
                return Cast.AGENTS.get(place);
            }
        }
        throw new IllegalStateException("nobody has " + turn + " on " + day);
    }

    private static String turn(List<String> pattern, LocalDate anchor, LocalDate day, int offset) {
        return pattern.get((int) Math.floorMod(ChronoUnit.DAYS.between(anchor, day) + offset, (long) pattern.size()));
    }

    /** The first time from then on at which somebody is free. */
    Slot find(Instant earliest) {
        var day = LocalDate.ofInstant(earliest, Days.ZONE);
        while (true) {
            for (var start : STARTS) {
                var begin = Days.at(day, start);
                if (!begin.isBefore(earliest)) {
                    for (var tries = 0; tries < Cast.ENGINEERS.size(); tries++) {
                        var engineer = Cast.ENGINEERS.get((turn + tries) % Cast.ENGINEERS.size());
                        var slot = new Slot(engineer, begin, begin.plus(WINDOW));
                        if (works(engineer, day) && taken.stream().noneMatch(slot::meets)) {
                            turn += tries + 1;
                            return take(slot);
                        }
                    }
                }
            }
            day = day.plusDays(1);
        }
    }

    Slot take(Slot slot) {
        taken.add(slot);
        return slot;
    }
}
