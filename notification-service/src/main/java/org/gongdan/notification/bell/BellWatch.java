package org.gongdan.notification.bell;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.gongdan.platform.security.Caller;
import org.gongdan.platform.tx.Row;
import org.gongdan.platform.tx.Sql;
import org.gongdan.platform.tx.Tx;
import org.jboss.logging.Logger;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.MultiEmitter;

/**
 * Tells those who look on that their bell rang: after this process' commits at once, after those of others within two seconds, by one
 * question for all. While nobody looks on, nothing is asked.
 */
@ApplicationScoped
public class BellWatch {

    private static final Logger LOG = Logger.getLogger(BellWatch.class);
    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final Sql LAST = Sql.of("select coalesce(max(seq), 0) as last from bell_note");
    private static final Sql NEW = Sql.of("select max(seq) as last, audience from bell_note where seq > :floor group by audience");

    private final Tx tx;
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private boolean known;
    private long last;
    /** The last number of the look before: a lower number may commit later than a higher one, so it is heard twice rather than never. */
    private long floor;
    private Cancellable asking;

    BellWatch(Tx tx) {
        this.tx = tx;
    }

    private record Listener(Set<String> audiences, MultiEmitter<? super String> rings) {
    }

    /** One item for each time that the caller's bell rang; several that he has no time to hear are one. */
    public Multi<String> of(Caller caller) {
        Set<String> audiences = Set.copyOf(Notes.audiences(caller));
        return Multi.createFrom().emitter(rings -> {
            Listener listener = new Listener(audiences, rings);
            rings.onTermination(() -> leave(listener));
            join(listener);
        }, BackPressureStrategy.LATEST);
    }

    void committed(@Observes Tx.Committed commit) {
        commit.touched(Bell.Rung.class).stream().map(Bell.Rung::audience).distinct().forEach(this::ring);
    }

    synchronized void stop(@Observes ShutdownEvent stopping) {
        if (asking != null) {
            asking.cancel();
        }
    }

    private synchronized void join(Listener listener) {
        listeners.add(listener);
        if (asking == null) {
            known = false;
            asking = Multi.createFrom().ticks().every(EVERY).onOverflow().drop().onItem()
                    .transformToUniAndConcatenate(tick -> look()).subscribe().with(ignored -> LOG.trace("looked"),
                            failure -> LOG.error("bells of other processes are not heard any more", failure));
        }
    }

    private synchronized void leave(Listener listener) {
        listeners.remove(listener);
        if (listeners.isEmpty() && asking != null) {
            asking.cancel();
            asking = null;
        }
    }

    private Uni<Void> look() {
        return tx.read(read -> known ? NEW.with("floor", floor).rows(read).invoke(this::heard).replaceWithVoid()
                : LAST.bound().row(read).invoke(this::begin).replaceWithVoid())
                .onFailure().invoke(failure -> LOG.warnf("bells of other processes are not heard for now: %s", failure.toString()))
                .onFailure().recoverWithNull();
    }

    private void begin(Row newest) {
        last = newest.number("last");
        floor = last;
        known = true;
    }

    private void heard(List<Row> rung) {
        floor = last;
        rung.forEach(row -> {
            last = Math.max(last, row.number("last"));
            ring(row.text("audience"));
        });
    }

    private void ring(String audience) {
        listeners.stream().filter(listener -> listener.audiences().contains(audience)).forEach(listener -> listener.rings().emit(audience));
    }
}
