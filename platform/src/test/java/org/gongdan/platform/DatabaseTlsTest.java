package org.gongdan.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;

/** What one variable says of TLS towards PostgreSQL is what both of its clients do. */
class DatabaseTlsTest {

    private static final Path DEFAULTS = Path.of("src/main/resources/META-INF/microprofile-config.properties");

    @ParameterizedTest
    @CsvSource({"disable, NONE", "require, NONE", "verify-ca, NONE", "verify-full, HTTPS"})
    void namesAreComparedWhenTheyAreToBeVerified(String mode, String names) throws IOException {
        // When
        SmallRyeConfig config = new SmallRyeConfigBuilder().addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(DEFAULTS.toUri().toURL(), 100),
                        new PropertiesConfigSource(Map.of("DB_TLS", mode, "gongdan.database", "any"), "environment", 300))
                .build();

        // Then
        assertEquals(names, config.getValue("quarkus.datasource.reactive.hostname-verification-algorithm", String.class));
        assertEquals(mode, config.getValue("quarkus.datasource.reactive.postgresql.ssl-mode", String.class));
        assertEquals("jdbc:postgresql://localhost:15432/any?sslmode=" + mode, config.getValue("quarkus.datasource.jdbc.url", String.class));
    }
}
