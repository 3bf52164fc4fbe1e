package org.gongdan.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

/** docs/flows.md must tell who says what to whom exactly as contracts and code do. */
class FlowsTest {
    private static final Path ROOT = Path.of("../..");
    private static final Path FLOWS = ROOT.resolve("docs/flows.md");
    private static final Path JOURNEYS = Path.of("src/test/java/org/gongdan/journeys");
    private static final String TABLE_CHAPTER = "## Events";
    private static final String HEAD = "| Event | Producer | Consumers |";
    private static final String NOBODY = "–";

    private final List<ServiceSources> services = ServiceSources.all(ROOT);

    @Test
    void theTableOfEventsTellsWhatContractsAndHandlersSay() throws IOException {
        // Given
        var expected = services.stream().flatMap(producer -> producer.contracts().stream().map(event -> row(event, producer))).toList();

        // When
        var written = rows(Files.readString(FLOWS));

        // Then
        assertTrue(written.size() == expected.size() && Set.copyOf(written).equals(Set.copyOf(expected)),
                () -> "The table of events in docs/flows.md should be:\n\n" + HEAD + "\n|---|---|---|\n" + String.join("\n", expected)
                        + "\n");
    }

    @Test
    void everyEventThatIsHandledIsPublishedOnTheTopicItIsReadFrom() {
        for (var consumer : services) {
            for (var handled : consumer.handled()) {
                // When
                var topics = services.stream().filter(producer -> producer.contracts().contains(handled.event()))
                        .map(producer -> producer.topicOf(handled.event())).toList();

                // Then
                assertEquals(List.of(handled.topic()), topics, consumer.name() + " handles " + handled.event());
            }
        }
    }

    @Test
    void everyConsumerHasItsChannelAndEveryChannelItsConsumer() {
        for (var service : services) {
            // When
            var read = service.handled().stream().map(ServiceSources.Handled::topic).collect(Collectors.toCollection(TreeSet::new));

            // Then
            assertTrue(service.channels().containsAll(read),
                    service.name() + " reads " + read + " but has channels for " + service.channels());
            assertEquals(new TreeSet<>(service.consumed()), new TreeSet<>(service.channels()), service.name());
        }
    }

    @Test
    void everyChapterHasItsJourney() throws IOException {
        // Given
        var chapters = Files.readAllLines(FLOWS).stream().filter(line -> line.startsWith("## ") && !line.equals(TABLE_CHAPTER))
                .map(FlowsTest::journey).toList();

        // When
        var missing = chapters.stream().filter(journey -> !Files.exists(JOURNEYS.resolve(journey + ".java"))).toList();

        // Then
        assertFalse(chapters.isEmpty());
        assertEquals(List.of(), missing);
    }

    /** "## On site" is walked by OnSiteJourney. */
    private static String journey(String chapter) {
        return Arrays.stream(chapter.substring(3).strip().split(" "))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1)).collect(Collectors.joining()) + "Journey";
    }

    private String row(String event, ServiceSources producer) {
        var consumers = services.stream().filter(service -> service.handles(event)).map(ServiceSources::name)
                .collect(Collectors.joining(", "));
        return "| %s | %s | %s |".formatted(event, producer.name(), consumers.isEmpty() ? NOBODY : consumers);
    }

    private static List<String> rows(String document) {
        return document.lines().dropWhile(line -> !line.startsWith(HEAD)).skip(2).takeWhile(line -> line.startsWith("|")).map(String::strip)
                .toList();
    }
}
