package org.gongdan.testing;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * Gives a {@code @QuarkusTest} a real PostgreSQL with a database of its own, a real Kafka broker and a token issuer. The servers start
 * once per test JVM and end with it. Use: {@code @QuarkusTestResource(Infrastructure.class)}.
 */
public class Infrastructure implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        try {
            PostgresServer postgres = PostgresServer.shared();
            KafkaServer kafka = KafkaServer.shared();
            Map<String, String> config = new HashMap<>();
            config.put("quarkus.datasource.username", PostgresServer.SERVICE);
            config.put("quarkus.datasource.password", PostgresServer.SERVICE);
            config.put("quarkus.flyway.username", PostgresServer.OWNER);
            config.put("quarkus.flyway.password", PostgresServer.OWNER);
            config.put("quarkus.datasource.jdbc.url", postgres.jdbcUrl());
            config.put("quarkus.datasource.reactive.url", postgres.reactiveUrl());
            config.put("kafka.bootstrap.servers", kafka.bootstrapServers());
            config.put("quarkus.oidc.auth-server-url", "");
            config.put("quarkus.oidc.public-key", Tokens.publicKey());
            config.put("quarkus.oidc.token.issuer", Tokens.ISSUER);
            config.put("quarkus.http.test-port", "0");
            return config;
        } catch (IOException e) {
            throw new IllegalStateException("test servers did not start", e);
        }
    }

    @Override
    public void stop() {
        // The servers are shared by all tests of this JVM and end with it.
    }
}
