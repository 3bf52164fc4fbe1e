package org.gongdan.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a kind of promise is called stands in promises.yaml and nowhere else (ADR 030): a second place would drift, as three once did. */
class PromiseNamesTest {
    private static final Path ROOT = Path.of("../..");
    private static final List<String> SOURCES = List.of("ticket-service/src/main", "dispatch-service/src/main", "sla-service/src/main",
            "knowledge-service/src/main", "notification-service/src/main", "gateway/src/main", "platform/src/main", "console/src",
            "console/dev");
    private static final Pattern READ = Pattern.compile(".*\\.(java|properties|txt|html|yaml|ts|tsx|mjs|json)");
    private static final String CODES = String.join("|", new TreeSet<>(PromiseNames.all().keySet()));
    /** {@code kind.ARRIVAL=按时到达}; but a supplier is a cause, too. */
    private static final Pattern PROPERTY = Pattern.compile("(?m)^(?!cause\\.)([\\w.-]+\\.)?(%s)\\s*[=:].*$".formatted(CODES));
    /** {@code ARRIVAL: '按时上门'}, {@code case "ARRIVAL" -> "late"}, {@code "ARRIVAL", "on site in time"}: a text that is no code follows the code. */
    private static final Pattern LITERAL = Pattern
            .compile("(?<![\\w.])[\"'`]?(%s)[\"'`]?\\s*(:|=>|->|,)\\s*([\"'`])(?![A-Z0-9_,]*\\3)[^\"'`\\n]*\\3".formatted(CODES));
    /** Lists of the console whose codes are spelled like kinds: a complaint is what a ticket can be about, a supplier a cause and a party. */
    private static final Pattern OTHER_LISTS = Pattern
            .compile("(?s)\\b(agreementType|cause|exclusion|matter): \\{.*?}|(?-s)\\bword\\.SUPPLIER=.*");
    /** As a whole text: a sentence may well say that somebody hands in his order on time. */
    private static final Pattern NAME = Pattern
            .compile(PromiseNames.all().values().stream().flatMap(name -> Stream.of(name.zh(), name.en()))
                    .map(PromiseNamesTest::anySpace).collect(Collectors.joining("|", "(?m)(?<=^|[\"'`=>“])(", ")(?=$|[\"'`<”])")));

    /** 24小时内解决 and 24 小时内解决 are one name. */
    private static String anySpace(String name) {
        return name.replace(" ", "").codePoints().mapToObj(Character::toString).map(Pattern::quote).collect(Collectors.joining(" ?"));
    }

    /** @return every place of a text that names a kind: by a name next to its code, or by the name of promises.yaml itself */
    private static List<String> named(String file, String text) {
        Stream<Pattern> patterns = file.endsWith(".properties") ? Stream.of(PROPERTY, NAME) : Stream.of(LITERAL, NAME);
        String kinds = OTHER_LISTS.matcher(text).replaceAll("");
        return patterns.flatMap(pattern -> pattern.matcher(kinds).results()).map(found -> file + ": " + found.group().strip()).toList();
    }

    @Test
    void namesOfKindsStandInPromisesYamlOnly() throws IOException {
        // Given
        assertTrue(PromiseNames.all().size() > 10, "the file of kinds has another form: " + PromiseNames.all());
        List<Path> files = SOURCES.stream().map(ROOT::resolve).flatMap(PromiseNamesTest::files).toList();

        // When
        List<String> elsewhere = files.stream().flatMap(file -> named(ROOT.relativize(file).toString(), read(file)).stream()).toList();

        // Then
        assertEquals(List.of(), elsewhere, "take names from GET /api/promises/kinds or from PromiseKindDescribed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"words_zh.properties|kind.ARRIVAL=按时到达现场", "words_en.properties|ARRIVAL = on site in time",
            "zh.ts|kind: { ARRIVAL: '按时上门' }", "Words.java|case \"ARRIVAL\" -> \"on site\";", "Words.java|Map.of(\"ARRIVAL\", \"on site\")",
            "Hint.tsx|<p>24 小时内解决</p>", "mail.txt|Regular news of the progress"})
    void aNameElsewhereIsFound(String example) {
        // Given
        String[] fileAndText = example.split("\\|");

        // When
        List<String> found = named(fileAndText[0], fileAndText[1]);

        // Then
        assertEquals(1, found.size(), found.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Broken.java|case \"ARRIVAL\" -> causes.add(arrivedLate());", "Kinds.java|Set.of(\"ACKNOWLEDGE\", \"ARRIVAL\")",
            "words.properties|cause.SUPPLIER=supplier", "zh.ts|arrival: '到达'", "zh.ts|hint: '请按时交单。'",
            "zh.ts|matter: { COMPLAINT: '投诉' }"})
    void aCodeAloneIsNoName(String example) {
        // Given
        String[] fileAndText = example.split("\\|");

        // When
        List<String> found = named(fileAndText[0], fileAndText[1]);

        // Then
        assertEquals(List.of(), found);
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> READ.matcher(file.toString()).matches() && !file.equals(PromiseNames.FILE)).sorted().toList()
                    .stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
