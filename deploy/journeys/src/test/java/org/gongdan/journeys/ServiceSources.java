package org.gongdan.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a service's files say of its events, by their names on the wire: contracts it owns, records it publishes, events it handles. */
record ServiceSources(String name, List<String> contracts, List<String> code, List<String> channels) {
    private static final List<String> SERVICES = List.of("ticket-service", "dispatch-service", "sla-service", "knowledge-service",
            "notification-service");
    private static final String CONTRACT = ".schema.json";
    private static final Pattern CHANNEL = Pattern.compile("(?m)^mp\\.messaging\\.incoming\\.([a-z-]+)\\.connector");
    private static final Pattern CONSUMER = Pattern.compile("inbox\\.consumer\\(\"([a-z-]+)\"");
    private static final Pattern HANDLER = Pattern.compile("\\.on(?:All)?\\((\\w+)\\.class");
    private static final Pattern RECORD = Pattern.compile("record (\\w+)\\(");
    private static final Pattern VERSIONED = Pattern.compile("(\\w+)V(\\d+)");
    private static final Pattern TOPIC = Pattern.compile("@Topic\\(\"([a-z-]+)\"\\)");

    record Handled(String topic, String event) {
    }

    static List<ServiceSources> all(Path root) {
        return SERVICES.stream().map(service -> of(root.resolve(service))).toList();
    }

    private static ServiceSources of(Path folder) {
        try (var contracts = Files.list(folder.resolve("contracts/events")); var code = Files.walk(folder.resolve("src/main/java"))) {
            return new ServiceSources(folder.getFileName().toString(),
                    contracts.map(file -> file.getFileName().toString()).filter(file -> file.endsWith(CONTRACT))
                            .map(file -> file.replace(CONTRACT, "")).sorted().toList(),
                    code.filter(file -> file.toString().endsWith(".java")).map(ServiceSources::read).toList(),
                    found(CHANNEL, read(folder.resolve("src/main/resources/application.properties"))).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Topics for which there is a consumer. */
    List<String> consumed() {
        return code.stream().flatMap(file -> found(CONSUMER, file)).toList();
    }

    /** A class that consumes a topic names every event it handles. */
    List<Handled> handled() {
        return code.stream().flatMap(
                file -> found(CONSUMER, file).flatMap(topic -> found(HANDLER, file).map(event -> new Handled(topic, onTheWire(event)))))
                .distinct().toList();
    }

    boolean handles(String event) {
        return handled().stream().anyMatch(handled -> handled.event().equals(event));
    }

    /** Topic of the file in which the event's record stands; a version that is published no more came on the topic of its successor. */
    String topicOf(String event) {
        return code.stream()
                .filter(file -> found(RECORD, file).map(ServiceSources::onTheWire).map(ServiceSources::name).anyMatch(name(event)::equals))
                .flatMap(file -> found(TOPIC, file)).findFirst().orElse("no topic");
    }

    /** TicketOpened is TicketOpened.v1, TicketOpenedV2 is TicketOpened.v2. */
    private static String onTheWire(String fact) {
        var versioned = VERSIONED.matcher(fact);
        return versioned.matches() ? versioned.group(1) + ".v" + versioned.group(2) : fact + ".v1";
    }

    private static String name(String event) {
        return event.substring(0, event.lastIndexOf('.'));
    }

    private static Stream<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult match) -> match.group(1));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
