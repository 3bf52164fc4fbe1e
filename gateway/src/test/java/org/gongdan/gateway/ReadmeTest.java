package org.gongdan.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

/** The table of routes in the README names every prefix that is configured. */
class ReadmeTest {

    @Test
    void readmeListsEveryRoutedPrefix() throws IOException {
        // Given
        var readme = Files.readString(Path.of("README.md"));
        // When
        var missing = Files.readAllLines(Path.of("src/main/resources/application.properties")).stream()
                .filter(line -> line.matches("gongdan\\.gateway\\.routes\\..*prefixes=.*"))
                .flatMap(line -> List.of(line.substring(line.indexOf('=') + 1).split(",")).stream())
                .filter(prefix -> !readme.contains("`" + prefix + "`"))
                .toList();
        // Then
        assertEquals(List.of(), missing);
    }
}
