package org.gongdan.sla.promise;

import java.time.Duration;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.quarkus.runtime.configuration.DurationConverter;

/**
 * One step of an escalation ladder: when it is reached, whom it tells.
 *
 * @param percent    share of the way to the due time, 1 to 99; 0 when {@code offset} says when
 * @param offset     time after the due time, negative before it
 * @param working    the offset counts by the promise's calendar instead of around the clock
 * @param role       who is told
 * @param priorities priorities it holds for; empty for all
 */
public record Rung(int percent, Duration offset, boolean working, String role, Set<String> priorities) {

    private static final Pattern PERCENT = Pattern.compile("([1-9]\\d?)%");
    private static final Pattern OFFSET = Pattern.compile("due(?:([+-])(\\w+))?( working)?");

    /**
     * @param step {@code 80%}, {@code due}, {@code due-30m}, {@code due+1h}, {@code due+4h working}
     * @throws IllegalArgumentException when it is none of these
     */
    public static Rung of(String step, String role, Set<String> priorities) {
        Matcher percent = PERCENT.matcher(step);
        if (percent.matches()) {
            return new Rung(Integer.parseInt(percent.group(1)), Duration.ZERO, false, role, priorities);
        }
        Matcher offset = OFFSET.matcher(step);
        if (!offset.matches()) {
            throw new IllegalArgumentException("no step: " + step);
        }
        Duration time = offset.group(1) == null ? Duration.ZERO : DurationConverter.parseDuration(offset.group(2));
        return new Rung(0, "-".equals(offset.group(1)) ? time.negated() : time, offset.group(3) != null, role, priorities);
    }

    /** The same, in one spelling; {@link #of} reads it. */
    public String step() {
        if (percent > 0) {
            return percent + "%";
        }
        return "due" + (offset.isZero() ? "" : (offset.isNegative() ? "-" : "+") + offset.abs()) + (working ? " working" : "");
    }

    public boolean isFor(String priority) {
        return priorities.isEmpty() || priorities.contains(priority);
    }

    /** What distinguishes it on a ladder. */
    public String key() {
        return step() + " " + role;
    }
}
