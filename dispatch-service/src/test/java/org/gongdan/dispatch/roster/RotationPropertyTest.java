package org.gongdan.dispatch.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import org.gongdan.dispatch.roster.Rotation.Member;
import org.gongdan.dispatch.roster.Rotation.Turn;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RotationPropertyTest {

    /** China has no summer time; the others change it at 2 or 3 o'clock, at midnight, and by half an hour. */
    private static final List<String> ZONES = List.of("Asia/Shanghai", "Europe/Berlin", "America/New_York", "America/Santiago",
            "Australia/Lord_Howe");
    /** Days around which all of them change their clocks. */
    private static final List<LocalDate> CHANGES = List.of(LocalDate.of(2026, 3, 8), LocalDate.of(2026, 3, 29), LocalDate.of(2026, 4, 5),
            LocalDate.of(2026, 9, 6),
            LocalDate.of(2026, 10, 4), LocalDate.of(2026, 10, 25), LocalDate.of(2026, 11, 1));

    @Property(tries = 200)
    void everyMinuteThoseAreOnDutyWhomTheWallSays(@ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int days) {
        // Given
        Random random = new Random(seed);
        ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
        LocalDate from = CHANGES.get(random.nextInt(CHANGES.size())).plusDays(random.nextInt(5) - 3L);
        Period period = new Period(from, from.plusDays(days - 1L));
        Rotation rotation = rotation(random, from.minusDays(random.nextInt(20)));

        // When
        List<Rotation.Planned> shifts = rotation.shifts(period, new WallClock(zone));

        // Then
        for (Map.Entry<Instant, LocalDateTime> minute : NaiveWall.minutes(zone, period.from(), period.to()).entrySet()) {
            assertEquals(naive(rotation, period, minute.getValue()), onDuty(shifts, minute.getKey()),
                    minute + " in " + zone + " by " + rotation);
        }
    }

    /** Turns that follow each other through the day, cut at odd minutes. */
    private static Rotation rotation(Random random, LocalDate anchor) {
        int cuts = 1 + random.nextInt(4);
        Set<LocalTime> times = new TreeSet<>();
        while (times.size() < cuts) {
            times.add(LocalTime.of(random.nextInt(random.nextBoolean() ? 4 : 24), random.nextInt(12) * 5));
        }
        List<LocalTime> starts = new ArrayList<>(times);
        List<Turn> turns = new ArrayList<>();
        List<String> pattern = new ArrayList<>();
        for (int i = 0; i < cuts; i++) {
            turns.add(new Turn("T" + i, starts.get(i), starts.get((i + 1) % cuts)));
            pattern.add("T" + i);
            if (random.nextBoolean() || i == cuts - 1) {
                pattern.add(Rotation.OFF);
            }
        }
        List<Member> members = new ArrayList<>();
        for (int person = 0; person < 1 + random.nextInt(4); person++) {
            members.add(new Member("p" + person, random.nextInt(2 * pattern.size())));
        }
        return new Rotation(turns, pattern, members, anchor);
    }

    private static Set<String> naive(Rotation rotation, Period period, LocalDateTime wall) {
        Set<String> people = new TreeSet<>();
        for (LocalDate day = period.from(); !day.isAfter(period.to()); day = day.plusDays(1)) {
            for (Member member : rotation.members()) {
                long at = ChronoUnit.DAYS.between(rotation.anchor(), day) + member.offset();
                String name = rotation.pattern().get((int) (at % rotation.pattern().size()));
                for (Turn turn : rotation.turns()) {
                    LocalDateTime end = day.atTime(turn.end());
                    end = turn.end().isAfter(turn.start()) ? end : end.plusDays(1);
                    if (turn.name().equals(name) && !wall.isBefore(day.atTime(turn.start())) && wall.isBefore(end)) {
                        people.add(member.person());
                    }
                }
            }
        }
        return people;
    }

    private static Set<String> onDuty(List<Rotation.Planned> shifts, Instant minute) {
        Set<String> people = new TreeSet<>();
        shifts.stream().filter(shift -> !minute.isBefore(shift.time().start()) && minute.isBefore(shift.time().end()))
                .forEach(shift -> people.add(shift.person()));
        return people;
    }
}
