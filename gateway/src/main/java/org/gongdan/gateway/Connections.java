package org.gongdan.gateway;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.github.bucket4j.TimeMeter;
import io.quarkus.vertx.http.runtime.VertxHttpConfig;

/** Open connections by the address they come from, in the form of {@link Addresses#key}, and what such an address may do how often. Per replica. */
@ApplicationScoped
class Connections {

    /** What becomes of a new connection. @param pause nanoseconds in which nothing is read from it */
    record Entry(Fate fate, long pause) {}

    enum Fate { SERVED, REFUSED, CLOSED }

    private static final Entry AT_ONCE_CLOSED = new Entry(Fate.CLOSED, 0);

    private final int most;
    private final boolean slows;
    private final boolean limited;
    private final Turns openings;
    private final Turns refusals;
    private final Turns answers;
    private final Turns tooMany;
    private final ConcurrentMap<String, Integer> open = new ConcurrentHashMap<>();

    /** Behind a proxy all connections are the proxy's, and to limit them is its business. */
    Connections(GatewayConfig config, VertxHttpConfig http) {
        slows = !http.proxy().proxyAddressForwarding();
        limited = slows && config.rateLimit().enabled();
        most = slows ? config.connections().perAddress() : 0;
        openings = turns(config, config.floods().openingsBurst(), config.floods().openingsPerSecond());
        refusals = turns(config, config.floods().refusalsBurst(), config.floods().refusalsPerSecond());
        answers = turns(config, config.floods().answersBurst(), config.floods().answersPerSecond());
        tooMany = turns(config, config.floods().tooManyBurst(), config.floods().tooManyPerSecond());
    }

    private static Turns turns(GatewayConfig config, int burst, int perSecond) {
        return new Turns(burst, perSecond, config.floods().longestWait(), config.rateLimit().clients(), TimeMeter.SYSTEM_NANOTIME);
    }

    int open(String address) {
        return open.getOrDefault(address, 0);
    }

    /** Counts a connection, also one that is to be closed, until {@link #left} is told. */
    Entry enter(String address) {
        var count = open.merge(address, 1, Integer::sum);
        if (most == 0 || count <= most) {
            return new Entry(Fate.SERVED, limited ? openings.next(address) : 0);
        }
        // Those who are left waiting before they are closed are no fewer than those who are served: beyond that it is not worth their sockets.
        if (count > 2 * most) {
            return AT_ONCE_CLOSED;
        }
        var wait = refusals.next(address);
        return wait == 0 ? new Entry(Fate.REFUSED, 0) : new Entry(Fate.CLOSED, wait);
    }

    void left(String address) {
        open.compute(address, (key, now) -> now == 1 ? null : now - 1);
    }

    Waits waits(String address) {
        return new Waits() {

            @Override
            public long refusal() {
                return slows ? refusals.next(address) : 0;
            }

            @Override
            public long answer() {
                return limited ? answers.next(address) : 0;
            }

            @Override
            public long tooMany(String subject) {
                return limited ? tooMany.next(subject) : 0;
            }
        };
    }
}
