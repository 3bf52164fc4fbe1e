package org.gongdan.sla.compensation;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

import org.gongdan.sla.agreement.Content.Exclusion;

/** Windows both agreed on, such as maintenance: what breaks inside costs nothing, and no time inside is time late. */
public final class Windows {

    private record Window(String name, Instant from, Instant to) {

        boolean holds(Instant at) {
            return !at.isBefore(from) && at.isBefore(to);
        }
    }

    private final List<Window> windows;

    /** @param zone whose local times the exclusions name */
    public Windows(List<Exclusion> exclusions, ZoneId zone) {
        windows = exclusions.stream().filter(exclusion -> exclusion.cause() == null)
                .map(exclusion -> new Window(exclusion.name(), exclusion.from().atZone(zone).toInstant(),
                        exclusion.to().atZone(zone).toInstant()))
                .sorted(Comparator.comparing(Window::from)).toList();
    }

    /** Name of the window an instant lies in; a window's end does not belong to it. */
    public Optional<String> at(Instant instant) {
        return windows.stream().filter(window -> window.holds(instant)).map(Window::name).findFirst();
    }

    /** Time between two instants that lies in no window. @param counted measures what lies outside */
    public Duration outside(Instant from, Instant to, BiFunction<Instant, Instant, Duration> counted) {
        Duration sum = Duration.ZERO;
        Instant begin = from;
        for (Window window : windows.stream().filter(window -> window.from().isBefore(to) && window.to().isAfter(from)).toList()) {
            if (window.from().isAfter(begin)) {
                sum = sum.plus(counted.apply(begin, window.from()));
            }
            begin = window.to().isAfter(begin) ? window.to() : begin;
        }
        return begin.isBefore(to) ? sum.plus(counted.apply(begin, to)) : sum;
    }

    Instant[] begins() {
        return windows.stream().map(Window::from).toArray(Instant[]::new);
    }

    Instant[] ends() {
        return windows.stream().map(Window::to).toArray(Instant[]::new);
    }
}
