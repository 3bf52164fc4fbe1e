package org.gongdan.generated;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Sends its share of the requests one after the other, learns from the answers and notes what is wrong with them. */
final class Asker {
    /** Enough to see what is wrong; the rest is mostly the same. */
    private static final int MOST_FAULTS = 50;

    private final Platform platform;
    private final Composer composer;
    private final int requests;
    final List<String> faults = new ArrayList<>();
    /** How often each operation was taken. */
    final Map<String, Integer> taken = new TreeMap<>();
    /** What each operation that was refused said last. */
    final Map<String, String> refused = new TreeMap<>();
    int answers;

    Asker(Platform platform, Apis apis, long seed, int requests) {
        this.platform = platform;
        this.requests = requests;
        composer = new Composer(apis, new Random(seed), new Known(), Clock.systemUTC());
    }

    Asker run() {
        platform.customers().forEach(customer -> composer.known().hear("/api/customers", customer));
        for (var sent = 0; sent < requests && faults.size() < MOST_FAULTS; sent++) {
            ask(composer.next());
        }
        return this;
    }

    private void ask(Request request) {
        var answer = platform.send(request);
        answers++;
        Judge.fault(request, answer).ifPresent(fault -> faults.add(request + "\n    " + fault));
        if (answer.statusCode() < 300) {
            taken.merge(request.operation().toString(), 1, Integer::sum);
            if (Judge.isJson(answer)) {
                composer.known().hear(request.operation().path(), Judge.json(answer));
            }
        } else if (!request.certain()) {
            refused.put(request.operation().toString(), answer.statusCode() + " " + Judge.text(answer));
        }
    }
}
