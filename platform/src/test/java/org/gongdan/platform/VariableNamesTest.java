package org.gongdan.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/**
 * Kubernetes tells each container where the Services of its namespace are: a Service called {@code gateway} sets {@code GATEWAY_PORT=tcp://10.0.0.7:8080}. A
 * variable of ours with such a name is overwritten, and the process does not start.
 */
class VariableNamesTest {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)");
    private static final Pattern SERVICE_LINK = Pattern.compile(".+_(PORT|PORT_\\d+_(TCP|UDP).*|SERVICE_HOST|SERVICE_PORT(_.+)?)");

    @Test
    void noVariableIsNamedLikeTheAddressOfAService() throws IOException {
        // Given
        List<String> variables;
        try (Stream<Path> modules = Files.list(Path.of(".."))) {
            variables = modules.flatMap(VariableNamesTest::settings).flatMap(VariableNamesTest::variables).sorted().distinct().toList();
        }

        // When
        var links = variables.stream().filter(name -> SERVICE_LINK.matcher(name).matches()).toList();

        // Then
        assertTrue(variables.contains("DB_ADDRESS") && variables.contains("SESSION_ENCRYPTION_SECRET"), variables.toString());
        assertEquals(List.of(), links);
    }

    private static Stream<Path> settings(Path module) {
        return Stream.of("application.properties", "META-INF/microprofile-config.properties")
                .map(module.resolve("src/main/resources")::resolve)
                .filter(Files::exists);
    }

    private static Stream<String> variables(Path settings) {
        try {
            return VARIABLE.matcher(Files.readString(settings)).results().map(match -> match.group(1)).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
