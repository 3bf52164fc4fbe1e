package org.gongdan.ticket.story;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.gongdan.platform.loop.Loops;
import org.gongdan.platform.tx.Sql;
import org.gongdan.platform.tx.Tx;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;

/**
 * Who follows which ticket, and when to look again: after this process' commits at once, after those of others within two seconds, by one
 * question for all followed tickets together. However many follow a ticket, each time it is read once.
 */
@ApplicationScoped
class StoryWatch {

    private static final Duration EVERY = Duration.ofSeconds(2);
    /** Only ever grows with the lines a ticket gets, in whatever order their transactions end. */
    private static final Sql COUNTS = Sql
            .of("select ticket_id, count(*) as lines from story where ticket_id = any(:tickets) group by ticket_id");

    private final Map<UUID, Followed> followed = new ConcurrentHashMap<>();
    private final AtomicLong wakes = new AtomicLong();

    /** A look at a ticket that saw at least what was there at the wake with this number. */
    private record Look(long wake, Uni<List<Story.Line>> lines) {
    }

    private static final class Followed {
        private final Set<MultiEmitter<? super Long>> streams = ConcurrentHashMap.newKeySet();
        private final Map<Boolean, Look> looks = new ConcurrentHashMap<>();
        private volatile long lines = -1;
    }

    void start(@Observes StartupEvent started, Loops loops) {
        loops.chore("story-watch", EVERY, this::lookForOthers);
    }

    void committed(@Observes Tx.Committed commit) {
        commit.touched(Story.Touched.class).forEach(touch -> wake(touch.ticketId()));
    }

    /** Numbers of wakes of a ticket, the first one at once; what comes while one is being worked at is one. */
    Multi<Long> of(UUID ticketId) {
        return Multi.createFrom().emitter(stream -> {
            followed.compute(ticketId, (id, known) -> {
                Followed ticket = known == null ? new Followed() : known;
                ticket.streams.add(stream);
                return ticket;
            });
            stream.onTermination(() -> followed.computeIfPresent(ticketId, (id, ticket) -> {
                ticket.streams.remove(stream);
                return ticket.streams.isEmpty() ? null : ticket;
            }));
            stream.emit(wakes.incrementAndGet());
        }, BackPressureStrategy.LATEST);
    }

    /** What the first stream that works at a wake reads, the others share. */
    Uni<List<Story.Line>> look(UUID ticketId, boolean internal, long wake, Supplier<Uni<List<Story.Line>>> read) {
        Followed ticket = followed.get(ticketId);
        if (ticket == null) {
            return read.get();
        }
        return ticket.looks.compute(internal, (ignored, last) -> last != null && last.wake() >= wake ? last
                : new Look(wake, read.get().memoize().indefinitely())).lines();
    }

    int streams() {
        return followed.values().stream().mapToInt(ticket -> ticket.streams.size()).sum();
    }

    void wake(UUID ticketId) {
        Followed ticket = followed.get(ticketId);
        if (ticket != null) {
            long wake = wakes.incrementAndGet();
            ticket.streams.forEach(stream -> stream.emit(wake));
        }
    }

    private boolean lookForOthers(Connection connection) throws SQLException {
        if (followed.isEmpty()) {
            return false;
        }
        COUNTS.ids("tickets", followed.keySet()).rows(connection).forEach(row -> counted(row.id("ticket_id"), row.number("lines")));
        connection.commit();
        return false;
    }

    private void counted(UUID ticketId, long lines) {
        Followed ticket = followed.get(ticketId);
        if (ticket != null && ticket.lines != lines) {
            ticket.lines = lines;
            wake(ticketId);
        }
    }
}
