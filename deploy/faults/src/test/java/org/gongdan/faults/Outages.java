package org.gongdan.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * When sla-service could not keep time. When it, or its database, was killed is known; how long it lasted shows in what the timers recorded: a machine
 * that is slow, or busy with something else, takes longer to come back and to work off what has piled up, and nobody can say beforehand how long.
 */
final class Outages {
    /** A loop that lost its database looks again within five seconds; when the others are back and it is not, it is lost and no outage. */
    private static final Duration BEHIND = Duration.ofSeconds(5);
    /** No timer of any kind for so long, when several fire in a second, or one that had to wait so long: the machine had other things to do. */
    private static final Duration SILENCE = Duration.ofSeconds(2);
    private final List<Stretch> kills = new ArrayList<>();
    private final List<Stretch> queues = new ArrayList<>();
    private final NavigableSet<Instant> any = new TreeSet<>();
    private final Map<String, NavigableSet<Instant>> byFact = new HashMap<>();

    private record Stretch(Instant from, Instant to) {
    }

    /** @param begin before it was killed. @param dead when it was gone: what is recorded later was done by its successor */
    void killed(Instant begin, Instant dead) {
        kills.add(new Stretch(begin, dead));
    }

    /** A timer fired. One that had to wait long shows that others waited, too. @param fact what it is about, for example WARNED */
    void fired(String fact, Instant due, Instant at) {
        any.add(at);
        byFact.computeIfAbsent(fact, name -> new TreeSet<>()).add(at);
        if (due.plus(SILENCE).isBefore(at)) {
            queues.add(new Stretch(due, at));
        }
    }

    /** The longest time between these instants in which the timers for this fact were up. */
    Duration longestWithout(String fact, Instant from, Instant to) {
        var longest = Duration.ZERO;
        var begin = from;
        for (var stretch : stretches(fact)) {
            if (!stretch.to().isAfter(begin) || !stretch.from().isBefore(to)) {
                continue;
            }
            longest = max(longest, Duration.between(begin, stretch.from()));
            begin = stretch.to().isAfter(begin) ? stretch.to() : begin;
        }
        return max(longest, Duration.between(begin, to));
    }

    /** How long timers were away or behind, all in all. */
    Duration total() {
        var total = Duration.ZERO;
        var end = Instant.MIN;
        for (var stretch : stretches("")) {
            var from = stretch.from().isBefore(end) ? end : stretch.from();
            total = stretch.to().isAfter(from) && stretch.to().isBefore(Instant.MAX) ? total.plus(Duration.between(from, stretch.to()))
                    : total;
            end = stretch.to().isAfter(end) ? stretch.to() : end;
        }
        return total;
    }

    private List<Stretch> stretches(String fact) {
        var stretches = new ArrayList<>(queues);
        for (var kill : kills) {
            var back = any.higher(kill.to());
            var own = byFact.getOrDefault(fact, new TreeSet<>()).higher(kill.to());
            var latest = back == null ? Instant.MAX : fact.isEmpty() ? back : back.plus(BEHIND);
            stretches.add(new Stretch(kill.from(), own != null && own.isBefore(latest) ? own : latest));
        }
        Instant last = null;
        for (var fired : any) {
            if (last != null && last.plus(SILENCE).isBefore(fired)) {
                stretches.add(new Stretch(last, fired));
            }
            last = fired;
        }
        stretches.sort(Comparator.comparing(Stretch::from));
        return stretches;
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
