package org.gongdan.platform.restore;

import java.io.PrintStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.gongdan.platform.outbox.ToldPlaces;
import org.gongdan.platform.outbox.Unremembered;

/**
 * Puts databases that were restored from backups and the topics together again while no service runs (ADR 053). Everything is found in the databases and
 * topics themselves; each database may be of another time. Run again it finds nothing more to do.
 */
final class Restore {

    private final List<ServiceDatabase> databases;
    private final List<ServiceDatabase> beside;
    private final Groups groups;
    private final KafkaConsumer<String, byte[]> consumer;
    private final PrintStream out;
    private final Map<ServiceDatabase, Map<TopicPartition, Groups.Place>> places = new LinkedHashMap<>();
    private final Map<ServiceDatabase, List<Unremembered.Fact>> lost = new LinkedHashMap<>();
    private final Map<ServiceDatabase, Map<TopicPartition, Long>> ends = new HashMap<>();
    private boolean gone;

    /** @param beside not restored: asked which of the lost facts had their effect there */
    Restore(List<ServiceDatabase> databases, List<ServiceDatabase> beside, Groups groups, KafkaConsumer<String, byte[]> consumer,
            PrintStream out) {
        this.databases = databases;
        this.beside = beside;
        this.groups = groups;
        this.consumer = consumer;
        this.out = out;
    }

    /** @return the exit code: 0 nothing is lost, 1 facts are lost and were named, 2 something must be read again that no topic holds any more */
    int run(boolean change) throws SQLException, ExecutionException, InterruptedException {
        for (ServiceDatabase database : databases) {
            int members = change ? groups.members(database.service) : 0;
            if (members > 0) {
                throw new IllegalStateException(database.service + " runs (its consumer group has " + members
                        + " members): stop all services first");
            }
        }
        for (ServiceDatabase database : databases) {
            places.put(database, groups.wanted(database));
        }
        for (ServiceDatabase database : databases) {
            forget(database);
        }
        for (Map.Entry<ServiceDatabase, Map<TopicPartition, Groups.Place>> each : places.entrySet()) {
            tellPlaces(each.getKey(), each.getValue());
        }
        if (change) {
            for (ServiceDatabase database : databases) {
                if (!places.get(database).isEmpty()) {
                    groups.set(database.service, places.get(database));
                }
            }
            commit();
            // Only when everybody knows what is lost: until then it is found again when we are interrupted.
            for (ServiceDatabase database : databases) {
                ToldPlaces.keep(database.connection, ends.get(database));
            }
            commit();
        } else {
            out.println("nothing was changed (--check)");
        }
        return gone ? 2 : lost.values().stream().allMatch(List::isEmpty) ? 0 : 1;
    }

    private void commit() throws SQLException {
        for (ServiceDatabase database : databases) {
            database.connection.commit();
        }
    }

    private void forget(ServiceDatabase owner) throws SQLException {
        Unremembered.Found found = Unremembered.find(owner.connection, consumer, owner.source(), Integer.MAX_VALUE);
        lost.put(owner, found.facts());
        found.shorter()
                .forEach(topic -> out.println(owner.service + ": " + topic + " ends before what was told on it: Kafka has lost records,"
                        + " or it is another topic. Who had not read them yet never will"));
        Map<TopicPartition, Long> last = new HashMap<>();
        found.ends().forEach((partition, end) -> last.put(partition, end - 1));
        ends.put(owner, last);
        if (found.facts().isEmpty()) {
            return;
        }
        out.printf("%s: %,d facts were told after the moment its database was restored to, and are lost:%n", owner.service,
                found.facts().size());
        Map<UUID, List<String>> known = new HashMap<>();
        Map<String, List<Unremembered.Fact>> byTopic = found.facts().stream()
                .collect(Collectors.groupingBy(Unremembered.Fact::topic, LinkedHashMap::new, Collectors.toList()));
        for (Map.Entry<String, List<Unremembered.Fact>> topic : byTopic.entrySet()) {
            List<UUID> ids = topic.getValue().stream().map(fact -> fact.envelope().id()).toList();
            owner.lose(topic.getKey(), ids);
            // That somebody is to be forgotten stays true.
            List<UUID> toPassOver = topic.getValue().stream().filter(fact -> !fact.erased()).map(fact -> fact.envelope().id())
                    .toList();
            for (ServiceDatabase other : databases) {
                if (hears(other, topic.getKey())) {
                    Set<UUID> heard = other.heard(topic.getKey(), ids);
                    heard.forEach(id -> known.computeIfAbsent(id, unknown -> new ArrayList<>()).add(other.service));
                    Set<UUID> fresh = new HashSet<>(toPassOver);
                    fresh.removeAll(heard);
                    other.passOver(topic.getKey(), fresh);
                }
            }
            for (ServiceDatabase other : beside) {
                other.heard(topic.getKey(), ids).forEach(id -> known.computeIfAbsent(id, unknown -> new ArrayList<>()).add(other.service));
            }
        }
        owner.skip(found.facts(), versions(found.facts()));
        found.facts().forEach(fact -> out.println("  " + sentence(fact, known.getOrDefault(fact.envelope().id(), List.of()))));
    }

    private boolean hears(ServiceDatabase other, String topic) throws SQLException {
        return other.consumers().contains(topic)
                || places.get(other).keySet().stream().anyMatch(partition -> partition.topic().equals(topic));
    }

    /** The newest that was told: of the key, and of the customer, whose version his contacts are told with. */
    private static Map<UUID, Long> versions(List<Unremembered.Fact> facts) {
        Map<UUID, Long> versions = new HashMap<>();
        for (Unremembered.Fact fact : facts) {
            versions.merge(fact.envelope().subject(), fact.envelope().sequence(), Math::max);
            if (fact.envelope().customer() != null) {
                versions.merge(fact.envelope().customer(), fact.envelope().sequence(), Math::max);
            }
        }
        return versions;
    }

    private static String sentence(Unremembered.Fact fact, List<String> known) {
        return "%s %s%s of %s, version %d, at %s%s".formatted(fact.topic(),
                fact.envelope().type() + (fact.erased() ? " (erased)" : ""), fact.number().isEmpty() ? "" : " " + fact.number(),
                fact.envelope().subject(),
                fact.envelope().sequence(), fact.envelope().time(),
                known.isEmpty() ? "" : "; had its effect in " + String.join(", ", known));
    }

    private void tellPlaces(ServiceDatabase database, Map<TopicPartition, Groups.Place> wanted) {
        if (wanted.isEmpty()) {
            out.println(database.service + ": stands where its database does");
            return;
        }
        out.printf("%s: reads %,d records again, which its database does not know or passes over%n", database.service,
                Groups.together(wanted.values()));
        wanted.forEach((partition, place) -> {
            if (place.gone()) {
                gone = true;
                out.println("  " + partition + " begins at " + place.place() + ": what stood before is gone and was perhaps never heard");
            }
        });
    }
}
