package org.gongdan.dispatch.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever was published, withdrawn, replaced and swapped: a gap is where nobody is on duty, and nowhere else. */
class OnDutyPropertyTest {

    private static final WallClock WALL = new WallClock(ZoneId.of("Europe/Berlin"));
    private static final List<String> PEOPLE = List.of("ann", "ben", "cem");

    private final List<Shift> shifts = new ArrayList<>();
    private Random random;
    private Instant now;

    static List<Long> seeds() {
        return new Random(20261126).longs(300).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void gapsAreTheInstantsAtWhichNobodyIsOnDuty(long seed) {
        // Given
        random = new Random(seed);
        LocalDate day = LocalDate.of(2026, random.nextBoolean() ? 3 : 10, 25 + random.nextInt(5));
        Period period = new Period(day, day.plusDays(1));
        live(period);

        // When
        List<Coverage.Gap> gaps = new Coverage(List.of(), 1, WALL).gaps(period,
                Coverage.people(shifts.stream().map(shift -> new Coverage.Served(shift.person, shift.served())).toList()));

        // Then
        for (Instant instant : instants(period)) {
            boolean gap = gaps.stream().anyMatch(one -> !instant.isBefore(one.from()) && instant.isBefore(one.to()));
            assertEquals(nobody(instant), gap, "seed " + seed + " at " + instant);
        }
    }

    @Test
    void somebodyWithTwoShiftsAtATimeIsOnePerson() {
        // Given
        Period day = new Period(LocalDate.of(2026, 11, 2), LocalDate.of(2026, 11, 2));
        Interval whole = new Interval(day.start(WALL), day.end(WALL));
        Interval part = new Interval(day.start(WALL).plusSeconds(3600), day.end(WALL).minusSeconds(3600));

        // When
        List<Coverage.Gap> gaps = new Coverage(List.of(), 2, WALL).gaps(day,
                Coverage.people(List.of(new Coverage.Served("ann", part), new Coverage.Served("ann", whole))));

        // Then
        assertEquals(List.of(new Coverage.Gap(whole.start(), whole.end(), 1)), gaps);
    }

    /** A history: now and then somebody plans, and the clock goes on between. */
    private void live(Period period) {
        now = period.start(WALL).minusSeconds(3600);
        for (int step = 0; step < 25; step++) {
            now = now.plusSeconds(random.nextInt(7200)).plusNanos(1000L * random.nextInt(1_000_000));
            List<Shift> live = shifts.stream().filter(shift -> shift.status != ShiftStatus.WITHDRAWN && now.isBefore(shift.endsAt))
                    .toList();
            Shift one = live.isEmpty() ? null : live.get(random.nextInt(live.size()));
            switch (random.nextInt(6)) {
                case 0, 1 -> draft(now.plusSeconds(60L * (random.nextInt(600) - 120)));
                case 2 -> {
                    if (one != null && one.status == ShiftStatus.DRAFTED) {
                        one.publish("boss", now);
                    }
                }
                case 3 -> {
                    if (one != null && one.status.isPublished()) {
                        one.withdraw("ill", "boss", now);
                    }
                }
                case 4 -> replace(one);
                default -> swap(one);
            }
        }
    }

    private Shift draft(Instant start) {
        Shift shift = Shift.draft(new UUID(0, shifts.size()), "DESK", PEOPLE.get(random.nextInt(PEOPLE.size())),
                new Interval(start, start.plusSeconds(60L * (1 + random.nextInt(900)))), null, now);
        shifts.add(shift);
        return shift;
    }

    private void replace(Shift old) {
        if (old != null && old.status.isPublished()) {
            old.withdraw("ill", "boss", now);
            Instant start = old.startsAt.isBefore(now) ? now : old.startsAt;
            Shift next = Shift.draft(new UUID(0, shifts.size()), "DESK", PEOPLE.get(random.nextInt(PEOPLE.size())),
                    new Interval(start, old.endsAt), old.id, now);
            next.publish("boss", now);
            shifts.add(next);
        }
    }

    private void swap(Shift shift) {
        if (shift != null && shift.status == ShiftStatus.PUBLISHED && now.isBefore(shift.startsAt)) {
            String colleague = PEOPLE.get((PEOPLE.indexOf(shift.person) + 1) % PEOPLE.size());
            shift.askSwap(colleague, "exam", shift.person, now);
            shift.acceptSwap(colleague, now);
            if (random.nextBoolean()) {
                shift.approveSwap("boss", now);
            }
        }
    }

    /** The words of the README, one shift at a time. */
    private boolean nobody(Instant instant) {
        for (Shift shift : shifts) {
            boolean published = shift.status != ShiftStatus.DRAFTED;
            boolean within = !instant.isBefore(shift.startsAt) && instant.isBefore(shift.endsAt);
            if (published && within && (shift.withdrawnAt == null || instant.isBefore(shift.withdrawnAt))) {
                return false;
            }
        }
        return true;
    }

    /** Every instant at which something changes, and those just before and after. */
    private List<Instant> instants(Period period) {
        TreeSet<Instant> edges = new TreeSet<>(List.of(period.start(WALL), period.end(WALL)));
        shifts.forEach(shift -> {
            edges.addAll(List.of(shift.startsAt, shift.endsAt));
            if (shift.withdrawnAt != null) {
                edges.add(shift.withdrawnAt);
            }
        });
        return edges.stream().flatMap(edge -> List.of(edge.minusNanos(1000), edge, edge.plusNanos(1000)).stream())
                .filter(instant -> !instant.isBefore(period.start(WALL)) && instant.isBefore(period.end(WALL))).toList();
    }
}
