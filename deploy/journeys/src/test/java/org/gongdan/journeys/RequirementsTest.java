package org.gongdan.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every test that a page names is there, so that the page cannot claim what nobody proves. */
class RequirementsTest {

    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w*(?:Test|IT|Journey))(?:\\.(\\w+))?`");
    /** In {@code target} other tests' servers make files and remove them while this one looks. */
    private static final Set<String> NO_SOURCES = Set.of("target", "node_modules", ".git");

    @ParameterizedTest
    @ValueSource(strings = {"docs/requirements.md", "docs/faults.md", "docs/jobs.md"})
    void everyNamedTestExists(String page) throws IOException {
        Path root = root();
        Map<String, String> sources = sources(root);
        List<String> missing = new ArrayList<>();
        int named = 0;
        Matcher test = NAMED.matcher(Files.readString(root.resolve(page)));
        while (test.find()) {
            named++;
            String source = sources.get(test.group(1));
            if (source == null || test.group(2) != null && !source.contains(" " + test.group(2) + "(")) {
                missing.add(test.group());
            }
        }
        assertFalse(named == 0, "no test named at all");
        assertEquals(List.of(), missing);
    }

    /** Sources of all test classes by simple name; of several with one name, all in one text. */
    private static Map<String, String> sources(Path root) throws IOException {
        Map<String, String> sources = new TreeMap<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {

            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return NO_SOURCES.contains(folder.getFileName().toString()) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (file.toString().contains("/src/test/") && file.toString().endsWith(".java")) {
                    sources.merge(file.getFileName().toString().replace(".java", ""), Files.readString(file), String::concat);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return sources;
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
