package org.gongdan.dispatch.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

import org.gongdan.dispatch.roster.Rotation.Member;
import org.gongdan.dispatch.roster.Rotation.Turn;
import org.gongdan.platform.problem.DomainException.Rejected;
import org.junit.jupiter.api.Test;

class RotationTest {

    static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final WallClock SHANGHAI = new WallClock(ZoneId.of("Asia/Shanghai"));
    private static final List<Turn> TURNS = List.of(new Turn("早", LocalTime.of(8, 0), LocalTime.of(16, 0)),
            new Turn("中", LocalTime.of(16, 0), LocalTime.MIDNIGHT),
            new Turn("夜", LocalTime.MIDNIGHT, LocalTime.of(8, 0)));

    /** 四班三运转: four people, eight days, early-early-late-late-night-night-off-off. */
    static Rotation fourCrews() {
        return new Rotation(TURNS, List.of("早", "早", "中", "中", "夜", "夜", "-", "-"),
                List.of(new Member("a", 0), new Member("b", 2), new Member("c", 4), new Member("d", 6)), MONDAY);
    }

    @Test
    void fourPeopleAreOnDutyAroundTheClock() {
        // Given
        Period period = new Period(MONDAY, MONDAY.plusDays(7));

        // When
        List<Rotation.Planned> shifts = fourCrews().shifts(period, SHANGHAI);

        // Then
        assertEquals(24, shifts.size());
        assertEquals(List.of(), new Coverage(List.of(), 1, SHANGHAI).gaps(period, shifts.stream().map(Rotation.Planned::time).toList()));
        List.of("a", "b", "c", "d")
                .forEach(person -> assertEquals(6, shifts.stream().filter(shift -> shift.person().equals(person)).count()));
        assertEquals(new Rotation.Planned("c", new Interval(Instant.parse("2026-11-22T16:00:00Z"), Instant.parse("2026-11-23T00:00:00Z"))),
                shifts.getFirst());
    }

    @Test
    void nightShiftIsAnHourShorterWhenSummerTimeBegins() {
        // Given
        LocalDate change = LocalDate.of(2026, 3, 29);
        Rotation nights = new Rotation(TURNS, List.of("夜"), List.of(new Member("a", 0)), change);

        // When
        List<Rotation.Planned> shifts = nights.shifts(new Period(change, change.plusDays(1)), new WallClock(ZoneId.of("Europe/Berlin")));

        // Then
        assertEquals(List.of(Duration.ofHours(7), Duration.ofHours(8)),
                shifts.stream().map(shift -> Duration.between(shift.time().start(), shift.time().end())).toList());
    }

    @Test
    void whatCannotBeMeantIsRefused() {
        Period day = new Period(MONDAY, MONDAY.plusDays(1));
        Member one = new Member("a", 0);
        refused("turn-unknown", new Rotation(TURNS, List.of("晚"), List.of(one), MONDAY), day);
        refused("turn-named-twice", new Rotation(List.of(TURNS.get(0), TURNS.get(0)), List.of("早"), List.of(one), MONDAY), day);
        refused("turn-named-twice",
                new Rotation(List.of(new Turn("-", LocalTime.NOON, LocalTime.MIDNIGHT)), List.of("-"), List.of(one), MONDAY), day);
        refused("rotation-overlaps", new Rotation(TURNS, List.of("早"), List.of(one, one), MONDAY), day);
        refused("rotation-overlaps",
                new Rotation(
                        List.of(new Turn("长", LocalTime.of(8, 0), LocalTime.of(8, 0)),
                                new Turn("早", LocalTime.of(7, 0), LocalTime.of(9, 0))),
                        List.of("长", "早"), List.of(one), MONDAY),
                day);
        assertEquals("period-empty", assertThrows(Rejected.class, () -> new Period(MONDAY, MONDAY.minusDays(1))).code());
        assertEquals("period-too-long", assertThrows(Rejected.class, () -> new Period(MONDAY, MONDAY.plusDays(366))).code());
        assertTrue(new Period(MONDAY, MONDAY.plusDays(365)).days().size() == 366);
    }

    private static void refused(String code, Rotation rotation, Period period) {
        assertEquals(code, assertThrows(Rejected.class, () -> rotation.shifts(period, SHANGHAI)).code());
    }
}
