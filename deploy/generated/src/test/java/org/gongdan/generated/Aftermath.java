package org.gongdan.generated;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;

/** What the accepted requests have left behind, once every event has been read: nothing parked, no dead letter, every row readable. */
final class Aftermath {
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final int MOST_PAGES = 1_000;
    private static final int READERS = 4;

    private final Platform platform;
    final List<String> faults = Collections.synchronizedList(new ArrayList<>());

    Aftermath(Platform platform) {
        this.platform = platform;
    }

    /** Waits until the outboxes are empty and the consumers have read all there is. */
    void await() {
        Awaitility.await("every event is published and read").atMost(LONGEST).pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> org.junit.jupiter.api.Assertions.assertEquals(Map.of(), unread()));
    }

    private Map<String, Long> unread() throws ExecutionException, InterruptedException {
        var unread = new HashMap<String, Long>();
        for (var service : Platform.SERVICES) {
            var waiting = Long.parseLong(platform.rows(service, "select count(*) from outbox").getFirst());
            if (waiting > 0) {
                unread.put("outbox of " + service, waiting);
            }
        }
        try (var admin = admin()) {
            for (var service : Platform.SERVICES) {
                var read = admin.listConsumerGroupOffsets(service).partitionsToOffsetAndMetadata().get();
                var latest = read.keySet().stream().collect(Collectors.toMap(place -> place, place -> OffsetSpec.latest()));
                var ends = admin.listOffsets(latest).all().get();
                read.forEach((place, offset) -> {
                    var behind = ends.get(place).offset() - (offset == null ? 0 : offset.offset());
                    if (behind > 0) {
                        unread.put(service + " in " + place, behind);
                    }
                });
            }
        }
        return unread;
    }

    /** How many events all services have told so far. */
    long events() {
        try (var admin = admin()) {
            var topics = admin.listTopics().names().get().stream().filter(name -> !name.endsWith("-dead-letter")).toList();
            return ends(admin, topics).values().stream().mapToLong(end -> end.offset()).sum();
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static Map<TopicPartition, ListOffsetsResultInfo> ends(Admin admin, List<String> topics)
            throws ExecutionException, InterruptedException {
        var places = admin.describeTopics(topics).allTopicNames().get().values().stream()
                .flatMap(topic -> topic.partitions().stream().map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .collect(Collectors.toMap(place -> place, place -> OffsetSpec.latest()));
        return admin.listOffsets(places).all().get();
    }

    void lookForParked() {
        for (var service : Platform.SERVICES) {
            platform.rows(service, "select consumer || ' ' || type || ' ' || key || ': ' || error || ' ' "
                    + "|| coalesce(convert_from(payload, 'UTF8'), '') from inbox_parked order by id limit 20")
                    .forEach(parked -> faults.add("parked in " + service + ": " + parked));
            platform.rows(service, "select kind || ' ' || ref || ': ' || error from timer where error is not null limit 20")
                    .forEach(timer -> faults.add("timer failing in " + service + ": " + timer));
        }
    }

    void lookForDeadLetters() {
        try (var admin = admin()) {
            var topics = admin.listTopics().names().get().stream().filter(name -> name.endsWith("-dead-letter")).toList();
            ends(admin, topics).forEach((place, end) -> {
                if (end.offset() > 0) {
                    faults.add(end.offset() + " dead letters in " + place);
                }
            });
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Every list to its end, as everybody who may ask it. */
    void readEveryList(Apis apis) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newFixedThreadPool(READERS)) {
            var reading = new ArrayList<Future<?>>();
            for (var operation : apis.operations()) {
                if (operation.isList() && !operation.isStream()) {
                    People.of(operation).forEach(user -> reading.add(threads.submit(() -> {
                        readList(operation, user);
                        return null;
                    })));
                }
            }
            for (var each : reading) {
                each.get();
            }
        }
    }

    private void readList(Operation operation, String user) throws IOException {
        var pages = operation.parameters().stream().anyMatch(parameter -> parameter.name().equals("cursor"));
        var first = operation.path() + (pages ? "?limit=200" : "");
        var target = first;
        for (var page = 0; target != null && page < MOST_PAGES; page++) {
            var answer = platform.get("gateway", target, user);
            if (answer.statusCode() == 400 && page == 0) {
                // It wants a word after all, such as a month, and says which.
                return;
            }
            if (answer.statusCode() != 200) {
                faults.add("GET " + target + " as " + user + " answered " + answer.statusCode() + ": " + Judge.text(answer));
                return;
            }
            var next = Judge.isJson(answer) ? Judge.json(answer).path("next").textValue() : null;
            target = next == null ? null : first + "&cursor=" + next;
        }
    }

    private Admin admin() {
        var settings = new Properties();
        settings.put("bootstrap.servers", platform.kafka());
        return Admin.create(settings);
    }
}
