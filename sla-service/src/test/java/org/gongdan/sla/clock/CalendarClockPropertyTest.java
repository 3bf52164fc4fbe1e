package org.gongdan.sla.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

import org.gongdan.sla.calendar.AnyCalendar;
import org.gongdan.sla.calendar.Calendar;
import org.gongdan.sla.calendar.NaiveCalendar;
import org.gongdan.sla.promise.ClockFact;
import org.gongdan.sla.promise.Recorded;
import org.gongdan.sla.promise.Terms;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Clocks counted by random calendars, with every kind of fact, beside a clock that lets every minute pass. */
class CalendarClockPropertyTest {

    private static final int MONTH = 30 * 24 * 60;

    /** Two random calendars and what happened to a promise. */
    private static final class Story {

        private final Random random;
        private final AnyCalendar first;
        private final AnyCalendar other;
        private final Calendar firstReal;
        private final Calendar otherReal;
        private final Instant start;
        private final List<Recorded> facts = new ArrayList<>();

        Story(long seed) {
            random = new Random(seed);
            first = AnyCalendar.of(seed);
            other = AnyCalendar.of(seed + 1);
            firstReal = first.calendar();
            otherReal = other.calendar();
            start = first.minute();
        }

        Story of(int facts, int minutes) {
            start(random.nextInt(minutes / 8 + 1));
            for (int more = facts; more > 0; more--) {
                add(fact(start.plusSeconds(60L * random.nextInt(minutes)), minutes));
            }
            return this;
        }

        void start(int within) {
            add(new ClockFact.Started(start, Terms.within(Duration.ofMinutes(within), "first", Set.of("CUSTOMER"), 80)));
        }

        void add(ClockFact fact) {
            facts.add(new Recorded(fact, facts.size(), null));
        }

        Calendar named(String name) {
            return name.equals("24x7") ? Calendar.AROUND_THE_CLOCK : name.equals("first") ? firstReal : otherReal;
        }

        Map<String, NaiveCalendar> naive() {
            return Map.of("first", new NaiveCalendar(first.data()), "other", new NaiveCalendar(other.data()));
        }

        ClockState state(List<Recorded> told) {
            return Derivation.derive(told, (Function<String, Calendar>) this::named);
        }

        private ClockFact fact(Instant at, int minutes) {
            Instant later = at.plusSeconds(60L * (1 + random.nextInt(minutes)));
            return switch (random.nextInt(12)) {
                case 0, 1, 2 -> new ClockFact.Paused(at, "CUSTOMER", "e");
                case 3, 4, 5 -> new ClockFact.Resumed(at);
                case 6 -> new ClockFact.Extended(at, later, "p", "c", at);
                case 7 -> new ClockFact.Retargeted(at, later, "r");
                case 8 -> new ClockFact.Met(at, "TicketResolved", Map.of());
                case 9 -> new ClockFact.Reopened(at, "r");
                default -> new ClockFact.Recalendared(at, random.nextBoolean() ? "other" : "first");
            };
        }
    }

    @Property(tries = 300)
    void agreesWithAClockThatLetsEveryMinutePass(@ForAll long seed) {
        agrees(new Story(seed).of(10, MONTH));
    }

    @Property(tries = 10)
    void agreesWithAClockThatLetsEveryMinuteOfTwoYearsPass(@ForAll long seed) {
        agrees(new Story(seed).of(14, 24 * MONTH));
    }

    private static void agrees(Story story) {
        // When
        ClockState state = story.state(story.facts);

        // Then
        NaiveWorkClock naive = NaiveWorkClock.after(story.facts, story.naive());
        assertEquals(naive.status, state.status());
        assertEquals(naive.breachedAt, state.breachedAt());
        assertEquals(naive.endedAt, state.endedAt());
        if (state.status() == ClockStatus.PAUSED || state.status() == ClockStatus.MET) {
            assertEquals(naive.left(), state.remaining().toMinutes());
        }
        if (state.status() != ClockStatus.PAUSED) {
            assertEquals(naive.dueAt, state.dueAt());
        }
    }

    @Property(tries = 1_000)
    void theOrderOfHearingAndHearingTwiceDoNotMatter(@ForAll long seed) {
        // Given
        Story story = new Story(seed).of(12, MONTH);
        List<Recorded> shuffled = new ArrayList<>(story.facts);
        story.facts.stream().filter(fact -> story.random.nextBoolean()).forEach(shuffled::add);
        Collections.shuffle(shuffled, story.random);

        // When
        ClockState state = story.state(shuffled);

        // Then
        assertEquals(story.state(story.facts), state);
    }

    @Property(tries = 1_000)
    void whatTheTimerSaysAddsNothing(@ForAll long seed) {
        // Given
        Story story = new Story(seed).of(8, MONTH);
        ClockState before = story.state(story.facts);
        List<Recorded> told = new ArrayList<>(story.facts);
        told.add(Recorded.ours(new ClockFact.Breached(
                before.breachedAt() != null ? before.breachedAt() : before.dueAt().minusSeconds(1 + story.random.nextInt(99_999)))));

        // When
        ClockState after = story.state(told);

        // Then
        assertEquals(before, after);
    }

    @Property(tries = 1_000)
    void morePauseNeverMeansEarlier(@ForAll long seed) {
        // Given
        Story story = new Story(seed);
        story.start(story.random.nextInt(2_000));
        Story longer = new Story(seed);
        longer.start((int) ((ClockFact.Started) story.facts.getFirst().fact()).terms().within().toMinutes());
        Instant at = story.start;
        for (int more = story.random.nextInt(6); more > 0; more--) {
            Instant pause = at.plusSeconds(60L * story.random.nextInt(3_000));
            Instant resume = pause.plusSeconds(60L * story.random.nextInt(5_000));
            Instant later = resume.plusSeconds(60L * story.random.nextInt(5_000));
            at = later;
            for (Story told : List.of(story, longer)) {
                told.add(new ClockFact.Paused(pause, "CUSTOMER", "e"));
                told.add(new ClockFact.Resumed(told == story ? resume : later));
            }
        }

        // When
        Instant due = longer.state(longer.facts).dueAt();

        // Then
        assertFalse(due.isBefore(story.state(story.facts).dueAt()), due + " is earlier");
    }

    @Property(tries = 1_000)
    void anotherCalendarNeverChangesWhatHappenedBefore(@ForAll long seed) {
        // Given
        Story story = new Story(seed).of(8, MONTH);
        Instant last = story.facts.stream().map(fact -> fact.fact().at()).max(Instant::compareTo).orElseThrow();
        ClockState before = story.state(story.facts);
        List<Recorded> told = new ArrayList<>(story.facts);
        told.add(Recorded.ours(new ClockFact.Recalendared(last.plusSeconds(60), "other")));

        // When
        ClockState after = story.state(told);

        // Then
        assertEquals(before.endedAt(), after.endedAt());
        if (before.breachedAt() != null || !before.status().isOpen()) {
            assertEquals(before.dueAt(), after.dueAt());
        }
        if (after.status() == ClockStatus.RUNNING) {
            assertFalse(after.dueAt().isBefore(last.plusSeconds(60)), "due before anybody knew");
        }
    }
}
