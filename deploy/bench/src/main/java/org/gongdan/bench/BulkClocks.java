package org.gongdan.bench;

import java.sql.SQLException;

/** Fills sla-service's tables by SQL with running 24-hour promises, as that service itself leaves them, and makes some of them due. */
record BulkClocks(Database database) {

    /** Due per second where lateness is measured. */
    static final int RATE = 200;
    /** Due times at {@link #RATE}, for {@link #makeDue}; takes the seconds until the first. */
    static final String AT_RATE = "now() + interval '%d seconds' + (n - 1) * interval '5 milliseconds'";
    private static final String TERMS = """
            select data::text from clock_fact f join clock c on c.id = f.clock_id where f.fact = 'STARTED' and c.kind = 'RESOLUTION_24H' limit 1""";

    /** @return seconds it took */
    double load(int clocks) throws SQLException {
        long begin = System.nanoTime();
        String terms = database.list(TERMS, row -> row.getString(1)).stream().findFirst()
                .orElseThrow(() -> new IllegalStateException("sla-service has made no promise yet to copy"));
        database.run("drop table if exists due", "drop table if exists bulk",
                "create unlogged table bulk as select n, uuidv7() as id from generate_series(1, %d) n".formatted(clocks),
                "create table due (id uuid primary key, at timestamptz not null)", "create index on due (at)",
                """
                insert into clock (id, version, ticket_id, customer_id, kind, generation, facts, target, warn_percent, status, started_at, due_at, warn_at)
                select id, 0, uuidv7(), '%s', 'RESOLUTION_24H', 0, 1, 'PT24H', 80, 'RUNNING', now(),
                    now() + interval '24 hours' + n * interval '10 milliseconds',
                    now() + interval '19 hours 12 minutes' + n * interval '8 milliseconds' from bulk""".formatted(Bench.CUSTOMER),
                "insert into clock_fact (clock_id, seq, at, sequence, fact, data) select id, 0, now(), 0, 'STARTED', '%s' from bulk"
                        .formatted(terms),
                "insert into timer (kind, ref, generation, due_at, fire_at) select 'sla-breach', b.id, 0, c.due_at, c.due_at from bulk "
                        + "b join clock c using (id)",
                "insert into timer (kind, ref, generation, due_at, fire_at) select 'sla-warning', b.id, 0, c.warn_at, c.warn_at from "
                        + "bulk b join clock c using (id)",
                "vacuum analyze clock", "analyze clock_fact", "vacuum analyze timer");
        return (System.nanoTime() - begin) / 1e9;
    }

    /** Takes so many fresh clocks and gives the nth of them this due time, all in one commit; they were warned of already. */
    void makeDue(int many, String time) throws SQLException {
        database.together("truncate due",
                """
                with taken as (delete from bulk where id in (select id from bulk order by n limit %d) returning id)
                insert into due select id, %s from (select id, row_number() over () as n from taken) numbered""".formatted(many, time),
                "update clock set due_at = d.at from due d where d.id = clock.id",
                "delete from timer using due d where kind = 'sla-warning' and ref = d.id",
                "update timer set due_at = d.at, fire_at = d.at from due d where kind = 'sla-breach' and ref = d.id");
    }

    /** As if they had always been due then: their old versions are out of the way of the new ones. */
    void tidy() throws SQLException {
        database.run("vacuum clock", "vacuum timer");
    }

    /** Nothing is due any more, nor will be of what was made due; a look costs nothing, as it is taken while others are measured. */
    boolean noneLeft() throws SQLException {
        return database.number(
                "select count(*) from (select 1 from timer where kind = 'sla-breach' and fire_at <= (select max(at) from due) limit 1) waiting") == 0;
    }

    /** How many of them are broken. */
    long broken() throws SQLException {
        return database.number("select count(*) from clock c join due d using (id) where c.status = 'BREACHED'");
    }

    boolean allBroken() throws SQLException {
        return database.number(
                "select count(*) from (select 1 from clock c join due d using (id) where c.status = 'RUNNING' limit 1) waiting") == 0;
    }

    /** Milliseconds from due to committed. */
    Percentiles lateness() throws SQLException {
        return Percentiles.of(database
                .list("""
                select extract(epoch from pg_xact_commit_timestamp(f.xmin) - d.at) * 1000 from clock_fact f join due d on d.id = f.clock_id
                    where f.fact = 'BREACHED'""",
                        row -> row.getDouble(1))
                .stream().mapToDouble(Double::doubleValue).toArray());
    }

    long early() throws SQLException {
        return database.number(
                "select count(*) from clock_fact f join due d on d.id = f.clock_id where f.fact = 'BREACHED' and pg_xact_commit_timestamp(f.xmin) < d.at");
    }

    long twice() throws SQLException {
        return database.number(
                "select count(*) from (select clock_id from clock_fact f join due d on d.id = f.clock_id where f.fact = 'BREACHED' "
                        + "group by 1 having count(*) > 1) doubled");
    }
}
