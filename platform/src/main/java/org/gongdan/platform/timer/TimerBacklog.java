package org.gongdan.platform.timer;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

import org.gongdan.platform.tx.Row;
import org.gongdan.platform.tx.Sql;

/** Timers that should have fired and have not. */
@ApplicationScoped
public class TimerBacklog {

    /** One look into the index for each kind. What failed is tried again within five minutes, so it lies there too. */
    private static final Sql LATE = Sql.of("""
            select count(*) as timers, count(*) filter (where attempts > 0) as failing,
                cast(coalesce(extract(epoch from now() - min(due_at)) * 1000, 0) as bigint) as oldest
            from unnest(:kinds) as k(kind) cross join lateral (select due_at, attempts from timer t where t.kind = k.kind
                and t.fire_at <= now() + interval '5 minutes' and t.due_at <= now() order by t.fire_at limit 10000) late""");

    private final Instance<TimerHandler> handlers;

    TimerBacklog(@Any Instance<TimerHandler> handlers) {
        this.handlers = handlers;
    }

    /**
     * @param timers  how many are late, counted up to 10,000 of each kind
     * @param failing those of them whose effect failed; they are tried again
     * @param oldest  how late the latest of them is; zero when none is
     */
    public record Late(long timers, long failing, Duration oldest) {
    }

    public Late read(Connection connection) throws SQLException {
        List<String> kinds = handlers.stream().map(TimerHandler::kind).toList();
        Row late = LATE.texts("kinds", kinds).row(connection);
        return new Late(late.number("timers"), late.number("failing"), Duration.ofMillis(late.number("oldest")));
    }
}
