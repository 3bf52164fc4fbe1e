package org.gongdan.dispatch.roster;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * When how many people must be on duty (R142, R178).
 *
 * @param hours  of the week; none: around the clock
 * @param needed people at the same time
 */
record Coverage(List<Hours> hours, int needed, WallClock wall) {

    /** @param missing how many more people are needed, at least 1 */
    record Gap(Instant from, Instant to, int missing) {
    }

    /** Somebody's time on duty. */
    record Served(String person, Interval time) {
    }

    /** Counted up at the start of an interval, down at its end. */
    private static final class Step {
        int required;
        int people;
    }

    /**
     * Times of the period at which too few people are on duty, in order; as long as the number of missing people stays the same, it is one gap.
     *
     * @param shifts of different people, or of one person at different times
     */
    List<Gap> gaps(Period period, List<Interval> shifts) {
        Interval whole = new Interval(period.start(wall), period.end(wall));
        TreeMap<Instant, Step> steps = new TreeMap<>();
        required(period).forEach(interval -> count(steps, interval.within(whole), 1, 0));
        shifts.forEach(shift -> count(steps, shift.within(whole), 0, 1));
        List<Gap> gaps = new ArrayList<>();
        Step now = new Step();
        Instant since = null;
        for (Map.Entry<Instant, Step> step : steps.entrySet()) {
            add(gaps, since, step.getKey(), now.required > 0 ? needed - now.people : 0);
            now.required += step.getValue().required;
            now.people += step.getValue().people;
            since = step.getKey();
        }
        return gaps;
    }

    /** Somebody who is on duty by two shifts at once is one person. @return the times of each person, none of which overlap */
    static List<Interval> people(List<Served> served) {
        List<Interval> people = new ArrayList<>();
        TreeMap<String, List<Interval>> byPerson = served.stream().filter(one -> !one.time().isEmpty())
                .collect(Collectors.groupingBy(Served::person, TreeMap::new, Collectors.mapping(Served::time, Collectors.toList())));
        byPerson.values().forEach(times -> people.addAll(joined(times)));
        return people;
    }

    private static List<Interval> joined(List<Interval> times) {
        List<Interval> joined = new ArrayList<>();
        for (Interval time : times.stream().sorted(Comparator.comparing(Interval::start)).toList()) {
            Interval last = joined.isEmpty() ? null : joined.getLast();
            if (last == null || last.end().isBefore(time.start())) {
                joined.add(time);
            } else if (last.end().isBefore(time.end())) {
                joined.set(joined.size() - 1, new Interval(last.start(), time.end()));
            }
        }
        return joined;
    }

    private List<Interval> required(Period period) {
        if (hours.isEmpty()) {
            return List.of(new Interval(period.start(wall), period.end(wall)));
        }
        List<Interval> required = new ArrayList<>();
        // The day before may reach into the first one.
        for (LocalDate day : period.from().minusDays(1).datesUntil(period.to().plusDays(1)).toList()) {
            hours.stream().filter(of -> of.day() == day.getDayOfWeek()).forEach(of -> required.add(of.on(day, wall)));
        }
        return required;
    }

    private static void count(TreeMap<Instant, Step> steps, Interval interval, int required, int people) {
        if (!interval.isEmpty()) {
            Step start = steps.computeIfAbsent(interval.start(), at -> new Step());
            start.required += required;
            start.people += people;
            Step end = steps.computeIfAbsent(interval.end(), at -> new Step());
            end.required -= required;
            end.people -= people;
        }
    }

    private static void add(List<Gap> gaps, Instant from, Instant to, int missing) {
        if (missing < 1) {
            return;
        }
        Gap last = gaps.isEmpty() ? null : gaps.getLast();
        if (last != null && last.to().equals(from) && last.missing() == missing) {
            gaps.set(gaps.size() - 1, new Gap(last.from(), to, missing));
        } else {
            gaps.add(new Gap(from, to, missing));
        }
    }
}
