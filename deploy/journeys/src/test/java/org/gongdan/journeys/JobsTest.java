package org.gongdan.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Every job of the page is done by somebody in a browser, in a test that is there. */
class JobsTest {

    private static final Path SOURCES = Path.of("src/test/java/org/gongdan/journeys");
    private static final Path PAGE = Path.of("../../docs/jobs.md");
    private static final Pattern ROW = Pattern.compile("^\\| (\\w+) \\| ([^|]+) \\| (.*) \\|$");
    private static final Pattern STEP = Pattern.compile("`(\\w+Journey)\\.(\\w+)`");
    private static final List<String> ROLES = List.of("admin", "agent", "customer", "dispatcher", "engineer", "manager", "supervisor");

    private record Job(String role, String name, String step) {
    }

    private static List<Job> jobs() throws IOException {
        try (Stream<String> lines = Files.lines(PAGE)) {
            return lines.map(ROW::matcher).filter(row -> row.matches() && !row.group(1).equals("role"))
                    .map(row -> new Job(row.group(1), row.group(2), row.group(3))).toList();
        }
    }

    private static boolean isDoneInABrowser(Job job) {
        var step = STEP.matcher(job.step());
        if (!step.matches()) {
            return false;
        }
        try {
            var source = Files.readString(SOURCES.resolve(step.group(1) + ".java"));
            return source.contains("void " + step.group(2) + "()") && source.contains("final Browser browser");
        } catch (IOException missing) {
            return false;
        }
    }

    @Test
    void everyJobIsAStepOfABrowserJourney() throws IOException {
        // When
        var undone = jobs().stream().filter(job -> !isDoneInABrowser(job)).toList();

        // Then
        assertEquals(List.of(), undone);
        assertEquals(ROLES, List.copyOf(new TreeSet<>(jobs().stream().map(Job::role).toList())));
    }

    @Test
    void noJobStandsThereTwice() throws IOException {
        // When
        var names = jobs().stream().map(job -> job.role() + ": " + job.name()).toList();

        // Then
        assertEquals(List.copyOf(new TreeSet<>(names)), names.stream().sorted().toList());
    }
}
