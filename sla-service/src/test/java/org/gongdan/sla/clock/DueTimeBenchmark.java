package org.gongdan.sla.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.gongdan.sla.calendar.Calendar;
import org.gongdan.sla.calendar.Examples;
import org.gongdan.sla.promise.ClockFact;
import org.gongdan.sla.promise.Recorded;
import org.gongdan.sla.promise.Terms;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How long it takes to derive one due time, the calendar in memory; no test. The target is 20 µs at the median (docs/sla.md). */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class DueTimeBenchmark {

    private static final Instant START = Instant.parse("2026-01-04T01:30:00Z");

    private final Calendar office = Examples.calendar(Examples.officeCn());
    private final List<Recorded> simple = story(Duration.ofHours(8));
    private final List<Recorded> paused = story(Duration.ofHours(8),
            new ClockFact.Paused(START.plusSeconds(3_600), "CUSTOMER", "e"), new ClockFact.Resumed(START.plusSeconds(90_000)),
            new ClockFact.Paused(START.plusSeconds(95_000), "CUSTOMER", "e"), new ClockFact.Resumed(START.plusSeconds(400_000)),
            new ClockFact.Warned(START.plusSeconds(410_000), 80));
    /** 1,800 of the 1,860 working hours of 2026. */
    private final List<Recorded> year = story(Duration.ofHours(1_800));

    @Benchmark
    public Instant promiseOfADay() {
        return due(simple);
    }

    @Benchmark
    public Instant promiseOfADayPausedTwice() {
        return due(paused);
    }

    @Benchmark
    public Instant promiseOverAYear() {
        return due(year);
    }

    /** The first time a process counts by a revision: works out three years. */
    @Benchmark
    public Instant firstUseOfARevision() {
        return Examples.calendar(Examples.officeCn()).add(START, Duration.ofHours(8));
    }

    private Instant due(List<Recorded> facts) {
        return Derivation.derive(facts, any -> office).dueAt();
    }

    private static List<Recorded> story(Duration within, ClockFact... facts) {
        List<Recorded> story = new java.util.ArrayList<>();
        story.add(new Recorded(new ClockFact.Started(START, Terms.within(within, "office-cn@1", Set.of("CUSTOMER"), 80)), 0, null));
        for (ClockFact fact : facts) {
            story.add(new Recorded(fact, story.size(), null));
        }
        return List.copyOf(story);
    }
}
