package org.gongdan.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** The table of database sessions in docs/operations.md: what the settings say, and two processes of each service fit into PostgreSQL's default. */
class SessionBudgetTest {

    private static final Path ROOT = Path.of("../..");
    private static final String DEFAULTS = "platform/src/main/resources/META-INF/microprofile-config.properties";
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([a-z-]+)(?:-service)? \\| (\\d+) \\| (\\d+) \\| (\\d+) \\| (\\d+) \\|$");
    private static final int MAX_CONNECTIONS = 100;
    /** PostgreSQL's {@code superuser_reserved_connections}, and some for migrations and people. */
    private static final int RESERVE = 3 + 5;

    private record Budget(int pool, int jdbc, int loops, int together) {
    }

    @Test
    void theTableSaysWhatTheSettingsSay() throws IOException {
        // When
        Map<String, Budget> written = written();

        // Then
        assertEquals(List.of("ticket", "dispatch", "sla", "knowledge", "notification", "all"), List.copyOf(written.keySet()));
        for (String service : written.keySet().stream().filter(name -> !name.equals("all")).toList()) {
            Budget budget = written.get(service);
            assertEquals(pool(service), budget.pool(), service);
            assertEquals(Integer.parseInt(setting(DEFAULTS, "quarkus.datasource.jdbc.max-size").orElseThrow()), budget.jdbc(), service);
            assertEquals(budget.pool() + budget.jdbc() + budget.loops(), budget.together(), service);
        }
    }

    @Test
    void twoProcessesOfEveryServiceFitIntoADatabaseServerAsItComes() throws IOException {
        // Given
        Map<String, Budget> written = written();

        // When
        int all = written.entrySet().stream().filter(row -> !row.getKey().equals("all")).mapToInt(row -> row.getValue().together()).sum();

        // Then
        assertEquals(all, written.get("all").together());
        assertTrue(2 * all <= MAX_CONNECTIONS - RESERVE, 2 * all + " of " + MAX_CONNECTIONS);
    }

    private static Map<String, Budget> written() throws IOException {
        Map<String, Budget> rows = new LinkedHashMap<>();
        for (MatchResult row : ROW.matcher(Files.readString(ROOT.resolve("docs/operations.md"))).results().toList()) {
            int[] figures = Arrays.stream(new int[] {2, 3, 4, 5}).map(column -> Integer.parseInt(row.group(column))).toArray();
            rows.put(row.group(1).replace("-service", ""), new Budget(figures[0], figures[1], figures[2], figures[3]));
        }
        return rows;
    }

    private static int pool(String service) throws IOException {
        String key = "gongdan.database.connections";
        Optional<String> own = setting(service + "-service/src/main/resources/application.properties", key);
        return Integer.parseInt(own.isPresent() ? own.get() : setting(DEFAULTS, key).orElseThrow());
    }

    private static Optional<String> setting(String file, String key) throws IOException {
        return Files.readAllLines(ROOT.resolve(file)).stream().filter(line -> line.startsWith(key + "="))
                .map(line -> line.substring(key.length() + 1))
                .findFirst();
    }
}
