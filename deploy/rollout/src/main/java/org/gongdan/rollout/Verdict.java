package org.gongdan.rollout;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What one scene showed.
 *
 * @param mayRefuse other answers than 2xx were to be expected
 * @param late      how late the latest broken promise was noticed; negative when none fell due
 */
record Verdict(String scene, Duration took, int commands, Map<String, Long> answers, boolean mayRefuse, int events, List<String> lost,
        List<String> doubled, List<String> disordered, Duration median, Duration p99, Duration longest, Duration late,
        List<String> figures) {

    static final String HEAD = """
            | scene | took | commands | not 2xx | events | lost | doubled | out of order | p50, p99, longest answer | latest timer |
            |---|---|---|---|---|---|---|---|---|---|
            """;

    static Verdict brokenOff(String scene, Exception why) {
        return new Verdict(scene, Duration.ZERO, 0, Map.of(), false, 0, List.of(), List.of(), List.of(), Duration.ZERO, Duration.ZERO,
                Duration.ZERO, Duration.ofMillis(-1), List.of("broken off: " + why));
    }

    Map<String, Long> refusals() {
        return answers.entrySet().stream().filter(each -> !each.getKey().startsWith("2"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    boolean holds() {
        return lost.isEmpty() && doubled.isEmpty() && disordered.isEmpty() && (mayRefuse || refusals().isEmpty()) && commands > 0;
    }

    String sentence() {
        return ("%s: %d commands in %d s, not 2xx: %s, events %d, lost %d, doubled %d, out of order %d, p50 %d ms, p99 %d ms, longest %d ms, "
                + "latest timer %d ms late%s").formatted(holds() ? "holds" : "DOES NOT HOLD", commands, took.toSeconds(), refusals(),
                        events, lost.size(), doubled.size(),
                        disordered.size(), median.toMillis(), p99.toMillis(), longest.toMillis(), late.toMillis(),
                        holds() ? "" : "\n    " + List.of(lost, doubled, disordered).stream().flatMap(List::stream).limit(10)
                                .collect(Collectors.joining("\n    ")));
    }

    String row() {
        var refused = refusals().values().stream().mapToLong(Long::longValue).sum();
        return "| %s | %d s | %,d | %d%s | %,d | %d | %d | %d | %d ms, %d ms, %d ms | %s |%n".formatted(scene, took.toSeconds(), commands,
                refused,
                refused == 0 ? "" : " " + refusals(), events, lost.size(), doubled.size(), disordered.size(), median.toMillis(),
                p99.toMillis(),
                longest.toMillis(), late.isNegative() ? "none due" : late.toMillis() + " ms late");
    }
}
