package org.gongdan.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletionException;

import jakarta.inject.Inject;

import org.gongdan.testing.Cable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;

/** The machine of a service is gone without a word while the gateway has a connection to it. Skipped where no network namespace can be made. */
@QuarkusTest
@WithStubs
class LostServiceIT {

    private static final int PORT = 8000;
    /** How long a service may be silent in general; who waits for that, waits too long. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    @Inject
    Vertx vertx;

    private final Cable cable = new Cable(new File("target/lost-service.log"));

    @AfterEach
    void clean() {
        cable.close();
    }

    @Test
    void aCallToALostMachineFailsInSecondsInsteadOfHalfAMinute() {
        // Given
        assumeTrue(vertx.isNativeTransportEnabled(), "not Linux");
        assumeTrue(cable.lay(), "no network namespace can be made: needs root, or sudo without a password");
        cable.run(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-m", "jdk.httpserver", "-b", cable.there(), "-p",
                String.valueOf(PORT), "-d", Path.of("src/test").toAbsolutePath().toString());
        HttpClient service = vertx.createHttpClient(Upstream.options(URI.create("http://" + cable.there() + ":" + PORT), SILENCE));
        await().atMost(SILENCE).ignoreExceptions().until(() -> status(service) == 200);

        // When
        cable.pull();
        long pulled = System.nanoTime();

        // Then
        await().atMost(SILENCE).until(() -> fails(service));
        assertTrue(System.nanoTime() - pulled < Duration.ofSeconds(15).toNanos());
    }

    @Test
    void onLinuxTheGatewayUsesLinuxOwnSockets() {
        assertEquals(System.getProperty("os.name").equals("Linux"), vertx.isNativeTransportEnabled());
    }

    private static boolean fails(HttpClient service) {
        try {
            return status(service) != 200;
        } catch (CompletionException lost) {
            return true;
        }
    }

    private static int status(HttpClient service) {
        return service.request(HttpMethod.GET, "/").compose(HttpClientRequest::send).map(HttpClientResponse::statusCode).toCompletionStage()
                .toCompletableFuture().join();
    }
}
