package org.gongdan.ticket.customer;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gongdan.platform.outbox.Outbox;
import org.gongdan.platform.timer.TimerHandler;
import org.gongdan.platform.timer.Timers;
import org.gongdan.platform.tx.Row;
import org.gongdan.platform.tx.Sql;
import org.gongdan.platform.tx.Work;

import io.smallrye.mutiny.Uni;

/**
 * Sends an erased contact's tombstone a second time, a day later. Kafka compacts no file that is still written to, and begins a new one only when
 * something comes: in a quiet partition the person would stay on the disk until somebody else is told there.
 */
@ApplicationScoped
class TombstoneTimer implements TimerHandler {

    private static final String KIND = "tombstone-again";
    private static final Sql ERASED = Sql.of("""
            select t.id, t.customer_id, c.version from contact t join customer c on c.id = t.customer_id where t.id = any(:contacts)""");

    private final Timers timers;
    private final Outbox outbox;
    private final Clock clock;
    private final Duration after;

    TombstoneTimer(Timers timers, Outbox outbox, Clock clock,
            @ConfigProperty(name = "gongdan.erasure.tombstone-again-after") Duration after) {
        this.timers = timers;
        this.outbox = outbox;
        this.clock = clock;
        this.after = after;
    }

    Uni<Void> set(Work work, UUID contactId) {
        return timers.set(work, KIND, contactId, 0, clock.instant().plus(after));
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** It is quick, but nobody waits for it: among those that take long it is looked for less often. */
    @Override
    public boolean takesLong() {
        return true;
    }

    @Override
    public Collection<UUID> fire(Connection connection, List<Due> due) throws SQLException {
        List<UUID> contacts = due.stream().map(Due::ref).toList();
        for (Row row : ERASED.bound().ids("contacts", contacts).rows(connection)) {
            outbox.tombstone(connection, ContactEvent.ContactChanged.class, row.id("id"), row.number("version"), row.id("customer_id"),
                    clock.instant());
        }
        return contacts;
    }
}
