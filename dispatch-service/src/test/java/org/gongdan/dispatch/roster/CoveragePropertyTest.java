package org.gongdan.dispatch.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class CoveragePropertyTest {

    private static final List<String> ZONES = List.of("Asia/Shanghai", "Europe/Berlin", "America/Santiago");

    @Property(tries = 200)
    void gapsAreTheMinutesInWhichTooFewAreThere(@ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int days,
            @ForAll @IntRange(min = 1, max = 3) int needed) {
        // Given
        Random random = new Random(seed);
        WallClock wall = new WallClock(ZoneId.of(ZONES.get(random.nextInt(ZONES.size()))));
        LocalDate from = LocalDate.of(2026, random.nextBoolean() ? 3 : 10, 22 + random.nextInt(6));
        Period period = new Period(from, from.plusDays(days - 1L));
        List<Hours> hours = hours(random);
        List<Interval> shifts = shifts(random, period, wall);

        // When
        List<Coverage.Gap> gaps = new Coverage(hours, needed, wall).gaps(period, shifts);

        // Then
        for (Map.Entry<Instant, LocalDateTime> minute : NaiveWall.minutes(wall.zone(), period.from(), period.to()).entrySet()) {
            int missing = minute.getValue().toLocalDate().isAfter(period.to()) ? 0 : missing(hours, needed, shifts, minute);
            assertEquals(missing, missing(gaps, minute.getKey()), minute + ", needed " + needed + " in " + hours);
        }
        for (int i = 1; i < gaps.size(); i++) {
            Coverage.Gap before = gaps.get(i - 1);
            assertTrue(before.to().isBefore(gaps.get(i).from())
                    || before.to().equals(gaps.get(i).from()) && before.missing() != gaps.get(i).missing(), gaps.toString());
        }
    }

    private static List<Hours> hours(Random random) {
        List<Hours> hours = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            hours.add(new Hours(DayOfWeek.of(1 + random.nextInt(7)), time(random), time(random)));
        }
        return hours;
    }

    private static List<Interval> shifts(Random random, Period period, WallClock wall) {
        List<Interval> shifts = new ArrayList<>();
        for (int i = random.nextInt(12); i > 0; i--) {
            Instant start = period.start(wall).plusSeconds(60L * (random.nextInt(8 * 1440) - 1440));
            shifts.add(new Interval(start, start.plusSeconds(60L * (1 + random.nextInt(2000)))));
        }
        return shifts;
    }

    private static LocalTime time(Random random) {
        return LocalTime.of(random.nextInt(random.nextBoolean() ? 4 : 24), random.nextInt(60));
    }

    private static int missing(List<Hours> hours, int needed, List<Interval> shifts, Map.Entry<Instant, LocalDateTime> minute) {
        boolean required = hours.isEmpty() || hours.stream().anyMatch(of -> holds(of, minute.getValue()));
        int there = 0;
        for (Interval shift : shifts) {
            there += !minute.getKey().isBefore(shift.start()) && minute.getKey().isBefore(shift.end()) ? 1 : 0;
        }
        return required ? Math.max(0, needed - there) : 0;
    }

    private static boolean holds(Hours of, LocalDateTime wall) {
        for (LocalDate day : List.of(wall.toLocalDate(), wall.toLocalDate().minusDays(1))) {
            LocalDateTime end = of.to().isAfter(of.from()) ? day.atTime(of.to()) : day.plusDays(1).atTime(of.to());
            if (day.getDayOfWeek() == of.day() && !wall.isBefore(day.atTime(of.from())) && wall.isBefore(end)) {
                return true;
            }
        }
        return false;
    }

    private static int missing(List<Coverage.Gap> gaps, Instant minute) {
        return gaps.stream().filter(gap -> !minute.isBefore(gap.from()) && minute.isBefore(gap.to())).mapToInt(Coverage.Gap::missing).sum();
    }
}
