package org.gongdan.sla.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.ConfigProvider;
import org.gongdan.platform.event.Envelope;
import org.gongdan.platform.inbox.Consumer;
import org.gongdan.platform.inbox.Inbox;
import org.gongdan.platform.rebuild.Past;
import org.gongdan.platform.tx.Sql;
import org.gongdan.platform.tx.Tx;
import org.gongdan.sla.settings.SlaSettings;

import io.smallrye.common.annotation.Identifier;

/**
 * Makes the whole state again from the topics, from their beginning, by the same handlers and the same derivation, beside the running service;
 * then compares both. What events told is applied again. What we decided ourselves (terms, warnings, steps of ladders, breaches) is read from
 * our own topic and put to the facts, never decided again: it depends on when we heard of things.
 */
@ApplicationScoped
class Rebuild {

    private static final Pattern CHANNEL = Pattern.compile("mp\\.messaging\\.incoming\\.([^.]+)\\.connector");
    private static final Sql LOST = Sql.of("select event_id from public.lost_fact");
    private static final int WINDOW = 1_000;
    /** The service goes on working: what it changes while we compare is caught up with. */
    static final int ROUNDS = 6;
    private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(2);

    private final Inbox inbox;
    private final Scratch scratch;
    private final Map<String, Object> kafka;
    private final Duration waiting;
    private final Rederivation rederivation;

    Rebuild(Inbox inbox, Scratch scratch, SlaSettings settings, Rederivation rederivation,
            @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.inbox = inbox;
        this.scratch = scratch;
        this.kafka = kafka;
        this.rederivation = rederivation;
        this.waiting = settings.earlyFacts().keep();
    }

    /** @param lost partitions whose beginning is gone. @param records how many were applied, our own decisions included */
    record Report(Map<String, Long> lost, long records, long clocks, Comparison.Result comparison) {

        boolean equal() {
            return lost.isEmpty() && comparison.different() == 0;
        }
    }

    Report run(Selection selection, java.util.function.Consumer<String> progress) throws SQLException, InterruptedException {
        return run(selection, progress, records -> records, ROUNDS);
    }

    /**
     * @param order  changes the order of what is read at once; to prove that it does not matter
     * @param rounds after so many looks, what still differs is a difference
     */
    Report run(Selection selection, java.util.function.Consumer<String> progress, UnaryOperator<List<ConsumerRecord<String, byte[]>>> order,
            int rounds)
            throws SQLException, InterruptedException {
        progress.accept("copies of " + String.join(", ", scratch.create()) + " in schema " + Scratch.SCHEMA);
        Map<String, Consumer> consumers = consumers();
        Set<UUID> lost = scratch.run(Rebuild::lost);
        List<String> topics = new ArrayList<>(consumers.keySet());
        topics.add(Decisions.TOPIC);
        try (Past past = Past.of(kafka, topics.stream().sorted().toList())) {
            long records = 0;
            for (int round = 1;; round++) {
                records += apply(past, consumers, record -> selection.holds(record) && !lost.contains(event(record)), order, progress);
                long clocks = scratch.derive();
                progress.accept("%,d promises derived".formatted(clocks));
                Comparison.Result compared = scratch.run(connection -> Comparison.of(connection, rederivation, selection, waiting));
                if (compared.different() == 0 || round == rounds) {
                    return new Report(past.lost(), records, clocks, compared);
                }
                progress.accept("%,d rows differ; looking again at what has been told meanwhile".formatted(compared.different()));
                TimeUnit.MILLISECONDS.sleep(BETWEEN_ROUNDS.toMillis());
            }
        }
    }

    /** Consumers of all channels there are: one that nobody has made yet (beans are made when they are needed) would be left out in silence. */
    private Map<String, Consumer> consumers() {
        Map<String, Consumer> consumers = inbox.in(Scratch.SCHEMA);
        List<String> deaf = StreamSupport.stream(ConfigProvider.getConfig().getPropertyNames().spliterator(), false).map(CHANNEL::matcher)
                .filter(Matcher::matches)
                .map(channel -> channel.group(1)).filter(channel -> !consumers.containsKey(channel)).toList();
        if (!deaf.isEmpty()) {
            throw new IllegalStateException("nobody listens to " + deaf + ": are its handlers made at start?");
        }
        return consumers;
    }

    /** What a restore took from whoever told it, and what therefore has had no effect here (ADR 053). */
    private static Set<UUID> lost(Connection connection) throws SQLException {
        return LOST.bound().rows(connection).stream().map(row -> row.id("event_id")).collect(Collectors.toSet());
    }

    private static UUID event(ConsumerRecord<String, byte[]> record) {
        try {
            return Envelope.from(record.headers()).id();
        } catch (Envelope.BadEnvelope unreadable) {
            return null;
        }
    }

    private long apply(Past past, Map<String, Consumer> consumers, Predicate<ConsumerRecord<String, byte[]>> selection,
            UnaryOperator<List<ConsumerRecord<String, byte[]>>> order,
            java.util.function.Consumer<String> progress) throws SQLException {
        long total = past.extend();
        long read = 0;
        for (List<ConsumerRecord<String, byte[]>> next = past.next(WINDOW); !next.isEmpty(); next = past.next(WINDOW)) {
            read += next.size();
            Map<Boolean, List<ConsumerRecord<String, byte[]>>> ours = next.stream().filter(selection)
                    .collect(Collectors.partitioningBy(record -> record.topic().equals(Decisions.TOPIC)));
            scratch.run(connection -> {
                Decisions.keep(connection, ours.get(true));
                return null;
            });
            for (Map<String, List<ConsumerRecord<String, byte[]>>> run : Runs.of(order.apply(ours.get(false)))) {
                run.forEach((topic, records) -> Tx.await(consumers.get(topic).receive(together(records))));
            }
            progress.accept("%,d of %,d records".formatted(read, Math.max(read, total)));
        }
        return read;
    }

    private static ConsumerRecords<String, byte[]> together(List<ConsumerRecord<String, byte[]>> records) {
        return new ConsumerRecords<>(records.stream().sorted(Comparator.comparingInt(ConsumerRecord::partition))
                .collect(Collectors.groupingBy(record -> new TopicPartition(record.topic(), record.partition()))), Map.of());
    }

    /** Takes the copies away again. */
    void clear() throws SQLException {
        scratch.drop();
    }
}
