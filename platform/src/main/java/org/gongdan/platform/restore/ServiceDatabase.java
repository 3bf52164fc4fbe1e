package org.gongdan.platform.restore;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.gongdan.platform.outbox.Unremembered;
import org.gongdan.platform.tx.Row;
import org.gongdan.platform.tx.Sql;

/** One service's database, opened as the role that owns its tables; all changes in one transaction, which the caller commits. */
final class ServiceDatabase implements AutoCloseable {

    /** Beyond the numbers that the topics tell of: given in transactions that nobody was told of, or that were rolled back. */
    private static final int SPARE_NUMBERS = 100;
    private static final Sql CONSUMERS = Sql.of("select distinct consumer from inbox");
    private static final Sql HEARD = Sql.of("""
            select event_id from inbox i where consumer = :consumer and event_id = any(:ids)
                and not exists (select 1 from lost_fact l where l.event_id = i.event_id)""");
    private static final Sql PASS_OVER = Sql.of("""
            with seen as (insert into inbox (consumer, event_id) select :topic, unnest(cast(:ids as uuid[])) on conflict do nothing)
            insert into lost_fact (event_id, topic) select unnest(cast(:ids as uuid[])), :topic on conflict do nothing""");
    private static final Sql LOSE = Sql.of(
            "insert into lost_fact (event_id, topic) select unnest(cast(:ids as uuid[])), :topic on conflict do nothing");
    /** What has versions: every aggregate, whatever it is. */
    private static final Sql VERSIONED = Sql.of("""
            select quote_ident(c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute v on v.attrelid = c.oid and v.attname = 'version' and v.atttypid = 'bigint'::regtype and not v.attisdropped
            join pg_attribute i on i.attrelid = c.oid and i.attname = 'id' and i.atttypid = 'uuid'::regtype and not i.attisdropped
            where n.nspname = 'public' and c.relkind = 'r' order by 1""");
    private static final String RAISE = """
            update %1$s t set version = greatest(t.version, told.version)
            from (select unnest(cast(:ids as uuid[])) as id, unnest(cast(:versions as bigint[])) as version) told
            where t.id = told.id and t.version < told.version""";
    private static final Sql SKIP_NUMBERS = Sql.of("""
            select setval(format('%I.%I', schemaname, sequencename), coalesce(last_value, 0) + :ahead) from pg_sequences
            where schemaname = 'public'""");

    final String service;
    final Connection connection;

    private ServiceDatabase(String service, Connection connection) {
        this.service = service;
        this.connection = connection;
    }

    /** @param options of the address, beginning with a question mark, or empty */
    static ServiceDatabase open(String service, String address, String options, String password) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:postgresql://" + address + options,
                address.substring(address.indexOf('/') + 1) + "_owner", password);
        connection.setAutoCommit(false);
        return new ServiceDatabase(service, connection);
    }

    /** What the service calls itself in its events. */
    String source() {
        return "/" + service;
    }

    /** Names of what it has ever consumed, which are the topics' names. */
    List<String> consumers() throws SQLException {
        return CONSUMERS.bound().rows(connection).stream().map(row -> row.text("consumer")).toList();
    }

    /** Which of them had their effect here. */
    Set<UUID> heard(String topic, Collection<UUID> ids) throws SQLException {
        Set<UUID> heard = new HashSet<>();
        for (Row row : HEARD.with("consumer", topic).ids("ids", ids).rows(connection)) {
            heard.add(row.id("event_id"));
        }
        return heard;
    }

    /** They will have no effect here, neither now nor when the state is made again from the topics. */
    void passOver(String topic, Collection<UUID> ids) throws SQLException {
        PASS_OVER.with("topic", topic).ids("ids", ids).update(connection);
    }

    /** This service has told them, and knows nothing of them any more. */
    void lose(String topic, Collection<UUID> ids) throws SQLException {
        LOSE.with("topic", topic).ids("ids", ids).update(connection);
    }

    /** Versions and numbers that were told are not given again. */
    void skip(List<Unremembered.Fact> lost, Map<UUID, Long> versions) throws SQLException {
        for (Row table : VERSIONED.bound().rows(connection)) {
            Sql.of(RAISE.formatted(table.text("name"))).bound().ids("ids", versions.keySet()).numbers("versions", versions.values())
                    .update(connection);
        }
        SKIP_NUMBERS.with("ahead", (long) lost.size() + SPARE_NUMBERS).rows(connection);
    }

    /** What was not committed is undone, by the server at the latest. */
    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException away) {
            System.err.println(service + ": " + away.getMessage());
        }
    }
}
