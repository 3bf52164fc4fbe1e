package org.gongdan.stack.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** Tells when everything that has happened has had its effects: nothing waits to be published, heard, fired or mailed. */
final class Quiet implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final List<String> GROUPS = List.of("ticket-service", "dispatch-service", "sla-service", "knowledge-service",
            "notification-service");
    private static final String DUE = "select (select count(*) from public.outbox) + (select count(*) from public.timer where fire_at <= demo.now())";
    private static final String MAILS = "select count(*) from public.notification where status = 'PENDING' and next_try_at <= demo.now()";

    private final Admin admin;
    private final List<Connection> connections = new ArrayList<>();
    private final List<PreparedStatement> due = new ArrayList<>();
    private PreparedStatement mails;
    private final List<PreparedStatement> next = new ArrayList<>();
    private final Map<String, Set<TopicPartition>> heard = new LinkedHashMap<>();
    private final Map<TopicPartition, OffsetSpec> ends = new HashMap<>();

    Quiet(Place place) throws SQLException, ExecutionException, InterruptedException {
        admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, place.kafka()));
        for (var name : Place.DATABASES) {
            var connection = place.databases().open(name);
            connections.add(connection);
            due.add(connection.prepareStatement(DUE));
            mails = name.equals("notification") ? connection.prepareStatement(MAILS) : mails;
            next.add(connection.prepareStatement("select min(fire_at) from public.timer where fire_at > demo.now()"));
        }
        for (var group : admin.describeConsumerGroups(GROUPS).all().get().entrySet()) {
            var assigned = new HashSet<TopicPartition>();
            group.getValue().members().forEach(member -> assigned.addAll(member.assignment().topicPartitions()));
            if (assigned.isEmpty()) {
                throw new DemoStopped(group.getKey() + " reads no topic.");
            }
            heard.put(group.getKey(), assigned);
            assigned.forEach(partition -> ends.put(partition, OffsetSpec.latest()));
        }
    }

    /**
     * Waits for it, for two minutes at most.
     *
     * @param mailed whether mails are to be gone, too: those that are looked at again later take a second each time
     */
    void await(boolean mailed) throws SQLException, ExecutionException, InterruptedException {
        var begin = System.nanoTime();
        while (!atRest(mailed)) {
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new DemoStopped("the services do not come to rest: " + waiting());
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    /** Who has heard everything may have something to publish, and that is to be heard in turn: so nothing new may stand in the topics at the end. */
    private boolean atRest(boolean mailed) throws SQLException, ExecutionException, InterruptedException {
        var last = lastOffsets();
        return behind(last).isEmpty() && nothingDue() && (!mailed || count(mails) == 0) && lastOffsets().equals(last);
    }

    private boolean nothingDue() throws SQLException {
        for (var question : due) {
            if (count(question) > 0) {
                return false;
            }
        }
        return true;
    }

    private static long count(PreparedStatement question) throws SQLException {
        try (var rows = question.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private Map<TopicPartition, Long> lastOffsets() throws ExecutionException, InterruptedException {
        var last = new HashMap<TopicPartition, Long>();
        admin.listOffsets(ends).all().get().forEach((partition, offset) -> last.put(partition, offset.offset()));
        return last;
    }

    private List<String> behind(Map<TopicPartition, Long> last) throws ExecutionException, InterruptedException {
        var asked = new HashMap<String, ListConsumerGroupOffsetsSpec>();
        heard.forEach((group, partitions) -> asked.put(group, new ListConsumerGroupOffsetsSpec().topicPartitions(partitions)));
        var behind = new ArrayList<String>();
        for (var group : admin.listConsumerGroupOffsets(asked).all().get().entrySet()) {
            group.getValue().forEach((partition, place) -> {
                if ((place == null ? 0 : place.offset()) < last.get(partition)) {
                    behind.add(group.getKey() + " at " + partition);
                }
            });
        }
        return behind;
    }

    private String waiting() throws SQLException, ExecutionException, InterruptedException {
        var counts = new ArrayList<Long>();
        for (var question : due) {
            counts.add(count(question));
        }
        return "due in " + Place.DATABASES + ": " + counts + ", mails " + count(mails) + ", behind: " + behind(lastOffsets());
    }

    /** When the next timer of any service is due. */
    Optional<Instant> nextTimer() throws SQLException {
        Instant first = null;
        for (var question : next) {
            try (var rows = question.executeQuery()) {
                rows.next();
                Timestamp found = rows.getTimestamp(1);
                if (found != null && (first == null || found.toInstant().isBefore(first))) {
                    first = found.toInstant();
                }
            }
        }
        return Optional.ofNullable(first);
    }

    @Override
    public void close() throws SQLException {
        admin.close();
        for (var connection : connections) {
            connection.close();
        }
    }
}
