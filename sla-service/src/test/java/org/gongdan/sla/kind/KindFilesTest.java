package org.gongdan.sla.kind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.gongdan.sla.settings.SlaSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;

class KindFilesTest {

    @TempDir
    private Path folder;

    @Test
    void anInstallationAddsKindsAndReplacesOurs() throws IOException {
        // Given
        Path file = Files.writeString(folder.resolve("promises.yaml"), """
                FAST_LANE:
                  name: {zh: 加急, en: Fast lane}
                  about: ticket
                  within: 2h
                  rules: [{event: TicketOpened, does: start, at: openedAt}, {event: TicketResolved, does: keep, at: resolvedAt}]
                ACKNOWLEDGE:
                  name: {zh: 受理, en: Ours}
                  about: ticket
                  within: 5m
                  rules: [{event: TicketOpened, does: start, at: openedAt}, {event: TicketAcknowledged, does: keep}]
                """);

        // When
        Map<String, Kind> kinds = kinds(Map.of("gongdan.sla.promise-files", file.toString()));

        // Then
        assertEquals(Duration.ofHours(2), kinds.get("FAST_LANE").within());
        assertEquals(Duration.ofMinutes(5), kinds.get("ACKNOWLEDGE").within());
        assertTrue(kinds.containsKey("RESOLUTION_24H"));
    }

    @Test
    void aKindThatAllowsNoTimeIsSwitchedOff() {
        // When
        Map<String, Kind> kinds = kinds(Map.of("gongdan.sla.update-cadence.within", "0"));

        // Then
        assertFalse(kinds.containsKey("UPDATE_CADENCE"));
    }

    @Test
    void aKindThatIsSwitchedOffKeepsItsNameForThePromisesThereAre() {
        // When
        Kinds kinds = read(Map.of("gongdan.sla.update-cadence.within", "0"));

        // Then
        assertEquals("按时通报进展", kinds.name("UPDATE_CADENCE", Locale.CHINESE));
        assertEquals("UPDATE_CADENCE", kinds.codes().getLast());
    }

    private static Map<String, Kind> kinds(Map<String, String> settings) {
        return read(settings).all().stream().collect(Collectors.toMap(Kind::code, Function.identity()));
    }

    private static Kinds read(Map<String, String> settings) {
        try {
            SmallRyeConfig config = new SmallRyeConfigBuilder().addDefaultInterceptors()
                    .withSources(new PropertiesConfigSource(KindFilesTest.class.getResource("/application.properties"), 100),
                            new PropertiesConfigSource(settings, "test", 200))
                    .withConverter(Duration.class, 200, new io.quarkus.runtime.configuration.DurationConverter())
                    .withMapping(SlaSettings.class).build();
            return new KindFiles(config.getConfigMapping(SlaSettings.class), config).kinds();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
