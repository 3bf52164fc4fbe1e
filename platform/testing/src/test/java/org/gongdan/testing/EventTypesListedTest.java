package org.gongdan.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Each service carries the list of all types of events that there were when it was built: what is not in it comes from a later version (ADR 049). */
class EventTypesListedTest {

    private static final Path ROOT = Path.of("../..");
    private static final Path LIST = ROOT.resolve("platform/src/main/resources/event-types.txt");
    private static final String CONTRACT = ".schema.json";

    @Test
    void theListHoldsEveryTypeThatHasAContract() throws IOException {
        // Given
        List<String> contracts = contracts();

        // When
        List<String> listed = Files.readAllLines(LIST);

        // Then
        assertEquals(contracts, listed, () -> LIST.normalize() + " should be:\n" + String.join("\n", contracts) + "\n");
    }

    private static List<String> contracts() throws IOException {
        try (Stream<Path> owners = Files.list(ROOT)) {
            return owners.map(owner -> owner.resolve("contracts/events")).filter(Files::isDirectory).flatMap(EventTypesListedTest::files)
                    .filter(file -> file.endsWith(CONTRACT)).map(file -> file.substring(0, file.length() - CONTRACT.length())).sorted()
                    .toList();
        }
    }

    private static Stream<String> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
