package org.gongdan.platform.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.gongdan.platform.tx.Bound;
import org.gongdan.platform.tx.Sql;

/**
 * Where on each topic the last fact stands that a service's database knows to be told. What the service has told beyond, and does not wait in the outbox
 * to be told again, this database knows nothing of: it was restored from a backup.
 */
public final class ToldPlaces {

    private static final Sql ALL = Sql.of("select topic, partition, place from outbox_place");
    private static final Sql KEEP = Sql.of("""
            insert into outbox_place (topic, partition, place)
            select unnest(cast(:topics as text[])), unnest(cast(:partitions as integer[])), unnest(cast(:places as bigint[]))
            on conflict (topic, partition) do update set place = excluded.place""");
    private static final Sql DELETE_AND_KEEP = Sql.of("with gone as (delete from outbox where seq = any(:sent)) " + KEEP);

    private static final Sql KNOWN = Sql.of("select set_config('gongdan.places', 'kept', false) as kept");

    private ToldPlaces() {
    }

    /** Offset of the last known fact by partition; the one before the first is -1. */
    public static Map<TopicPartition, Long> read(Connection connection) throws SQLException {
        Map<TopicPartition, Long> places = new HashMap<>();
        ALL.bound().each(connection, 1_000, row -> places.put(
                new TopicPartition(row.text("topic"), Math.toIntExact(row.number("partition"))), row.number("place")));
        return places;
    }

    /** Who has read the places keeps them from now on as well: the database forgets them when a session tells facts that does not (V0_2). */
    static Map<TopicPartition, Long> readToKeep(Connection connection) throws SQLException {
        KNOWN.bound().row(connection);
        return read(connection);
    }

    /** From now on these. */
    public static void keep(Connection connection, Map<TopicPartition, Long> places) throws SQLException {
        bind(KEEP, places).update(connection);
    }

    /** The rows have been told, the last of them at these places: all of it or nothing. */
    static void told(Connection connection, List<Long> rows, Map<TopicPartition, Long> places) throws SQLException {
        bind(DELETE_AND_KEEP, places).numbers("sent", rows).update(connection);
    }

    private static Bound bind(Sql sql, Map<TopicPartition, Long> places) {
        List<Map.Entry<TopicPartition, Long>> rows = List.copyOf(places.entrySet());
        return sql.bound().texts("topics", rows.stream().map(row -> row.getKey().topic()).toList())
                .integers("partitions", rows.stream().map(row -> row.getKey().partition()).toList())
                .numbers("places", rows.stream().map(Map.Entry::getValue).toList());
    }

    /** A topic nothing is known of yet: what stands on it now is older than what we shall tell. */
    static Map<TopicPartition, Long> ends(KafkaConsumer<?, ?> consumer, Collection<String> topics) {
        Set<TopicPartition> partitions = topics.stream().flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition())).collect(Collectors.toSet());
        return consumer.endOffsets(partitions).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, end -> end.getValue() - 1));
    }
}
