package org.gongdan.sla.rebuild;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gongdan.platform.loop.OwnerDatabase;
import org.gongdan.platform.timer.Timers;
import org.gongdan.sla.clock.ClockTimers;

/**
 * A schema beside the service's own, with empty copies of all tables that events fill. Whoever looks there first works on the copies; tables
 * that stay what they are (configuration, decisions of people) are found behind them. Its outbox is read by no relay.
 */
@ApplicationScoped
class Scratch {

    static final String SCHEMA = "rebuild";
    /** What stands in no topic: our configuration, what people decided about money, and what serves requests. */
    private static final String KEPT = """
            'promise_kind', 'calendar', 'calendar_revision', 'calendar_move', 'agreement', 'agreement_version',
            'compensation', 'compensation_fact', 'compensation_month', 'audit', 'audit_seal', 'idempotency_key', 'outbox_place', 'lost_fact',
            'flyway_schema_history', 'platform_schema_history'""";

    /** What was heard, with the terms we said they had, and what we decided ourselves, which stands in our own topic only. */
    private static final String FACTS = """
            with heard as (delete from clock_fact returning *)
            insert into clock_fact (clock_id, seq, at, sequence, fact, data, event_id)
            select clock_id, row_number() over (partition by clock_id order by fact <> 'STARTED', at, sequence, fact,
                cast(data as text)) - 1, at, sequence, fact, data, event_id
            from (
                select h.clock_id, h.at, h.sequence, h.fact,
                    case when d.data is null then h.data else h.data - 'terms' - 'about' || d.data end as data, h.event_id
                from heard h left join decision d on d.clock_id = h.clock_id and d.fact = h.fact and (h.fact = 'STARTED'
                    or h.fact = 'RETERMED' and d.told = h.event_id)
                where h.event_id is not null and (h.fact <> 'RETERMED' or d.fact is not null)
                union all
                select d.clock_id, d.at, %d, d.fact, d.data, null from decision d join clock c on c.id = d.clock_id
                    where d.fact not in ('STARTED', 'TOLD') and d.told is null) as facts"""
            .formatted(Long.MAX_VALUE);

    private static final String HEADS = """
            update clock c set facts = (select count(*) from clock_fact f where f.clock_id = c.id), version = greatest(c.version, d.sequence),
                target = coalesce(s.data #>> '{terms,within}', s.data #>> '{terms,at}', c.target),
                priority = case when s.data is null then c.priority else s.data #>> '{about,priority}' end
            from (select clock_id, max(sequence) as sequence from decision group by clock_id) d
            left join decision s on s.clock_id = d.clock_id and s.fact = 'STARTED'
            where c.id = d.clock_id""";

    /**
     * Promises we made, as our own topic has it. Today's rules may read more out of old events: a kind that is promised since last week was not
     * promised before. Nobody is told of a promise that is void when it is made.
     */
    private static final String PROMISED = """
            create view promised as select * from clock c where c.generation = 0 and c.status = 'VOID'
                or exists (select 1 from decision d where d.clock_id = c.id and d.fact = 'STARTED')""";

    private final OwnerDatabase database;
    private final String service;
    private final Rederivation rederivation;

    Scratch(OwnerDatabase database, @ConfigProperty(name = "quarkus.datasource.username") String service, Rederivation rederivation) {
        this.database = database;
        this.service = service;
        this.rederivation = rederivation;
    }

    /** What is done in one transaction on the copies. */
    interface Task<T> {
        T in(Connection connection) throws SQLException;
    }

    <T> T run(Task<T> task) throws SQLException {
        try (Connection connection = database.open()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("set local search_path to " + SCHEMA + ", public");
                statement.execute("set local timezone to 'UTC'");
                statement.execute("set local jit to off");
                T done = task.in(connection);
                connection.commit();
                return done;
            } catch (SQLException | RuntimeException failure) {
                connection.rollback();
                throw failure;
            }
        }
    }

    /** Empty, whatever was there. @return names of the copies */
    List<String> create() throws SQLException {
        return run(connection -> {
            List<String> copies = new ArrayList<>();
            try (Statement statement = connection.createStatement()) {
                statement.execute("drop schema if exists " + SCHEMA + " cascade");
                statement.execute("create schema " + SCHEMA);
                try (ResultSet row = statement.executeQuery(
                        "select tablename from pg_tables where schemaname = 'public' and tableowner = current_user and tablename not in ("
                                + KEPT + ") order by 1")) {
                    while (row.next()) {
                        copies.add(row.getString(1));
                    }
                }
                for (String copy : copies) {
                    statement.execute("create unlogged table %1$s.%2$s (like public.%2$s including all)".formatted(SCHEMA, copy));
                }
                statement.execute("create unlogged table " + Decisions.TABLE);
                statement.execute("create index on decision (clock_id)");
                statement.execute(PROMISED);
                statement.execute("grant usage on schema %1$s to %2$s".formatted(SCHEMA, service));
                statement.execute("grant select, insert, update, delete on all tables in schema %1$s to %2$s".formatted(SCHEMA, service));
                statement.execute("grant usage, select on all sequences in schema %1$s to %2$s".formatted(SCHEMA, service));
            }
            return copies;
        });
    }

    /** Puts what we decided to what we heard, and derives every clock anew. @return how many promises there are */
    long derive() throws SQLException {
        return run(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("analyze clock, clock_fact, decision");
                statement.execute(FACTS);
                statement.execute(HEADS);
                statement.execute(Timers.cancelling(
                        "select kind, ref from timer where kind in ('%s')".formatted(String.join("', '", ClockTimers.DERIVED))));
            }
            rederivation.all(connection);
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select count(*) from promised")) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    void drop() throws SQLException {
        run(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute("drop schema if exists " + SCHEMA + " cascade");
            }
        });
    }
}
