package org.gongdan.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** What neither the formatter nor Maven's enforcer sees. */
class LayoutTest {

    private static final Path ROOT = Path.of("../..");
    /** The formatter wraps code at 140; what it cannot wrap (SQL, comments, long texts) ends here. */
    private static final int LONGEST_LINE = 160;
    private static final Pattern PARENT = Pattern.compile("<parent>.*?</parent>", Pattern.DOTALL);
    private static final Pattern FIXED_VERSION = Pattern.compile("<(?:[\\w.-]*\\.)?version>\\s*([^<$\\s][^<]*)<");

    private static final String TEXT = "\"[^\"\\\\\n]*+(?:\\\\.[^\"\\\\\n]*+)*+\"";
    /** Two texts or more, of which only the last is filled in. */
    private static final Pattern FILLED_AT_ITS_END = Pattern.compile("((?:" + TEXT + "\\s*+\\+\\s*+)+)" + TEXT + "\\s*+\\.formatted\\(");
    private static final Pattern PLACE = Pattern.compile("%[-,+0-9.$]*[sdf]");

    private static List<Path> files(String end) throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path module : modules()) {
            for (String folder : List.of("src/main/java", "src/test/java")) {
                if (Files.isDirectory(module.resolve(folder))) {
                    try (Stream<Path> files = Files.walk(module.resolve(folder))) {
                        files.filter(file -> file.toString().endsWith(end)).sorted().forEach(found::add);
                    }
                }
            }
        }
        return found;
    }

    private static List<Path> modules() throws IOException {
        return Pattern.compile("<module>([^<]+)</module>").matcher(Files.readString(ROOT.resolve("pom.xml"))).results()
                .map(module -> ROOT.resolve(module.group(1))).toList();
    }

    @Test
    void noLineOfJavaIsTooLongToRead() throws IOException {
        // Given
        assumeTrue(Files.readString(ROOT.resolve("pom.xml")).contains("<long-lines.skip>false</long-lines.skip>"),
                "there are still too many");
        List<String> tooLong = new ArrayList<>();

        // When
        for (Path file : files(".java")) {
            List<String> lines = Files.readAllLines(file);
            for (int number = 1; number <= lines.size(); number++) {
                int length = lines.get(number - 1).codePointCount(0, lines.get(number - 1).length());
                if (length > LONGEST_LINE) {
                    tooLong.add(ROOT.relativize(file) + ":" + number + " has " + length + " characters");
                }
            }
        }

        // Then
        assertEquals("", String.join("\n", tooLong));
    }

    @Test
    void versionsStandInTheRootPomOnly() throws IOException {
        // Given
        List<String> elsewhere = new ArrayList<>();

        // When
        for (Path module : modules()) {
            String pom = PARENT.matcher(Files.readString(module.resolve("pom.xml"))).replaceFirst("");
            FIXED_VERSION.matcher(pom).results().forEach(found -> elsewhere.add(ROOT.relativize(module) + ": " + found.group(1)));
        }

        // Then
        assertEquals(List.of(), elsewhere);
    }

    /** Of two texts that are added, {@code formatted} fills in the second and leaves the first as it is. */
    @Test
    void noTextIsFilledInAtItsEndOnly() throws IOException {
        // Given
        List<String> halfFilled = new ArrayList<>();

        // When
        for (Path file : files(".java")) {
            FILLED_AT_ITS_END.matcher(Files.readString(file)).results().map(found -> found.group(1))
                    .filter(before -> PLACE.matcher(before).find())
                    .forEach(before -> halfFilled.add(ROOT.relativize(file) + ": " + before));
        }

        // Then
        assertEquals("", String.join("\n", halfFilled));
    }
}
