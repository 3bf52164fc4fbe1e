package org.gongdan.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Reads the tests of all modules: whatever would make one of them fail now and then, on another day or on a slower machine. */
class NothingLeftToChanceTest {

    private static final Path ROOT = Path.of("../..");
    /** Drawn anew each time, or dependent on the machine's own zone and language. */
    private static final Map<String, Pattern> EVERYWHERE = Map.of(
            "random numbers without a seed",
            Pattern.compile("new (Splittable|Secure)?Random\\(\\)|Math\\.random\\(|ThreadLocalRandom|Collections\\.shuffle\\([^,()]+\\)"),
            "today in the machine's zone",
            Pattern.compile("(Local|Zoned|Offset|Year|Month)\\w*\\.now\\(\\)|ZoneId\\.systemDefault\\(|TimeZone\\.getDefault\\("),
            "the machine's language", Pattern.compile("Locale\\.getDefault\\("),
            "a sleep", Pattern.compile("\\bsleep\\("));
    /** What needs no infrastructure needs no clock either. */
    private static final Map<String, Pattern> UNITS = Map.of("the time of day",
            Pattern.compile("\\bInstant\\.now\\(|Clock\\.system|currentTimeMillis\\(|nanoTime\\("));
    /** Who may, and why. */
    private static final Map<String, String> ALLOWED = Map.of(
            "deploy/faults/", "a sleep",            // the rhythm of commands and kills, drawn from the proof's seed; nothing is concluded from it
            "SlaFixtures.java", "a sleep",          // waits for an instant, so that a fact meets a timer; both outcomes are looked at
            "IcalNoticeTest.java", "today in the machine's zone", // changes the zone to show that nothing depends on it
            "LookUpsTest.java", "the time of day",  // a lower bound: a slow machine only takes longer
            "NothingLeftToChanceTest.java", "");

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String folder : modules().stream().map(module -> module + "/src/test/java").toList()) {
            if (Files.isDirectory(ROOT.resolve(folder))) {
                try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
                    files.filter(file -> file.toString().endsWith(".java")).sorted().forEach(sources::add);
                }
            }
        }
        return sources;
    }

    private static List<String> modules() throws IOException {
        return Pattern.compile("<module>([^<]+)</module>").matcher(Files.readString(ROOT.resolve("pom.xml"))).results()
                .map(found -> found.group(1)).toList();
    }

    @Test
    void noTestDependsOnAChanceOrOnTheMachine() throws IOException {
        // Given
        List<String> found = new ArrayList<>();

        // When
        for (Path source : sources()) {
            List<String> lines = Files.readAllLines(source);
            for (int number = 0; number < lines.size(); number++) {
                look(found, EVERYWHERE, source, number, lines.get(number));
                if (source.toString().endsWith("Test.java")) {
                    look(found, UNITS, source, number, lines.get(number));
                }
            }
        }

        // Then
        assertEquals(List.of(), found);
    }

    @Test
    void everyPropertyHasASeedAndIsExplored() throws IOException {
        // Given
        List<String> hooks = Files
                .readAllLines(ROOT.resolve("platform/testing/src/main/resources/META-INF/services/net.jqwik.api.lifecycle.LifecycleHook"));

        // When
        List<String> with = new ArrayList<>();
        for (String module : modules()) {
            try (Stream<Path> files = Files.isDirectory(ROOT.resolve(module + "/src/test/java"))
                    ? Files.walk(ROOT.resolve(module + "/src/test/java")) : Stream.empty()) {
                if (files.filter(file -> file.toString().endsWith(".java"))
                        .anyMatch(file -> read(file).contains("net.jqwik.api.Property;"))) {
                    with.add(module);
                }
            }
        }

        // Then
        assertTrue(hooks.contains("org.gongdan.testing.chance.Seeds"), "jqwik finds the seeds by this file");
        assertFalse(with.isEmpty());
        for (String module : with) {
            String pom = read(ROOT.resolve(module + "/pom.xml"));
            assertTrue(module.equals("platform/testing") || pom.contains("<artifactId>platform-testing</artifactId>"),
                    module + " has properties and not the seeds of platform-testing");
            assertTrue(module.equals("platform/testing") || pom.contains("<explore.skip>false</explore.skip>"),
                    module + " has properties that deploy/explore does not know");
        }
    }

    private static void look(List<String> found, Map<String, Pattern> rules, Path source, int number, String line) {
        rules.forEach((what, pattern) -> {
            boolean allowed = ALLOWED.entrySet().stream()
                    .anyMatch(each -> source.toString().contains(each.getKey()) && what.contains(each.getValue()));
            if (!allowed && pattern.matcher(line).find()) {
                found.add("%s:%d depends on %s: %s".formatted(ROOT.relativize(source), number + 1, what, line.strip()));
            }
        });
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
