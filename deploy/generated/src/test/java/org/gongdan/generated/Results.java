package org.gongdan.generated;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What all askers were answered. */
final class Results {
    /** Enough to see what is wrong; the rest is mostly the same. */
    private static final int MOST_FAULTS = 200;

    private final List<String> faults = new ArrayList<>();
    private final Map<Integer, Integer> byStatus = new TreeMap<>();
    private final Map<String, Line> byOperation = new TreeMap<>();
    private int answers;

    private static final class Line {
        private int answers;
        private int taken;
        private long nanos;
        private String refusal = "not asked";
    }

    Results(Apis apis) {
        apis.operations().forEach(operation -> byOperation.put(operation.toString(), new Line()));
    }

    synchronized void note(Request request, HttpResponse<byte[]> answer, long nanos) {
        var line = byOperation.get(request.operation().toString());
        answers++;
        line.answers++;
        line.nanos += nanos;
        byStatus.merge(answer.statusCode(), 1, Integer::sum);
        if (answer.statusCode() < 300) {
            line.taken++;
        } else if (!request.certain()) {
            line.refusal = answer.statusCode() + " " + Judge.text(answer);
        }
        Judge.fault(request, answer).ifPresent(fault -> faults.add(request + "\n    " + fault));
    }

    synchronized void noteSilence(Request request, IOException why) {
        faults.add(request + "\n    got no answer: " + why);
    }

    synchronized boolean areBad() {
        return faults.size() >= MOST_FAULTS;
    }

    synchronized int answers() {
        return answers;
    }

    synchronized List<String> faults() {
        return List.copyOf(faults);
    }

    synchronized boolean took(String operation) {
        return byOperation.get(operation).taken > 0;
    }

    /** In one line. */
    @Override
    public synchronized String toString() {
        var operations = byOperation.values();
        return "%d answers, %d of %d operations taken, %d times in all, by status %s, %d faults".formatted(answers,
                operations.stream().filter(line -> line.taken > 0).count(), operations.size(),
                operations.stream().mapToInt(line -> line.taken).sum(), byStatus, faults.size());
    }

    /** What was never taken, with what it was answered last. */
    synchronized List<String> neverTaken() {
        return byOperation.entrySet().stream().filter(entry -> entry.getValue().taken == 0)
                .map(entry -> entry.getKey() + ": " + entry.getValue().refusal).toList();
    }

    /** How often each was taken and how long an answer took. */
    synchronized List<String> byOperation() {
        var lines = new TreeSet<String>();
        byOperation.forEach((operation, line) -> lines.add("%6d taken of %6d, %5d ms: %s".formatted(line.taken, line.answers,
                line.answers == 0 ? 0 : line.nanos / line.answers / 1_000_000, operation)));
        return List.copyOf(lines);
    }
}
