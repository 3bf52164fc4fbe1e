package org.gongdan.notification.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.gongdan.notification.webhook.Receiver.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.vertx.core.Vertx;

class CourierTest {

    private static final Vertx VERTX = Vertx.vertx();

    @AfterAll
    static void close() {
        VERTX.close();
    }

    private static Outcome carry(TargetGuard guard, String url) throws Exception {
        LookUps lookUps = new LookUps(guard, Duration.ofMillis(200));
        Parcel parcel = new Parcel(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), url, Signature.newSecret(),
                "{}", 0);
        Clock clock = Clock.fixed(Instant.parse("2026-11-22T01:02:03Z"), ZoneOffset.UTC);
        return new Courier(lookUps, VERTX, clock).carry(parcel).toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    @Test
    void connectionGoesToTheCheckedAddressWithoutAnotherLookUp() throws Exception {
        try (Receiver receiver = new Receiver(call -> Answer.of(200))) {
            // Given
            TargetGuard guard = new TargetGuard(List.of("no-dns-knows.invalid"),
                    host -> new InetAddress[] {InetAddress.getLoopbackAddress()});

            // When
            Outcome outcome = carry(guard, receiver.url().replace("localhost", "no-dns-knows.invalid"));

            // Then
            assertTrue(outcome.isSuccess());
            assertTrue(receiver.calls.getFirst().headers().get("host").startsWith("no-dns-knows.invalid:"));
        }
    }

    @Test
    void receiverThatSpeaksNoTlsIsAFailure() throws Exception {
        try (Receiver receiver = new Receiver(call -> Answer.of(200))) {
            Outcome outcome = carry(new TargetGuard(List.of("localhost"), InetAddress::getAllByName),
                    receiver.url().replace("http:", "https:"));
            assertEquals(Outcome.failed("unreachable"), outcome);
            assertEquals(List.of(), receiver.calls);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://127.0.0.1/", "https://inner.example/", "https://unknown.example/", "https://both.example/",
            "https://erp.example:8443/", "http://erp.example/",
            "https://169.254.169.254/latest/meta-data", "no address at all", "http://localhost:1/"})
    void whateverIsNotReachedIsOneOutcome(String url) throws Exception {
        // Given
        TargetGuard guard = new TargetGuard(List.of("localhost"), WebhookFixtures::names);

        // When
        Outcome outcome = carry(guard, url);

        // Then
        assertEquals(Outcome.failed("unreachable"), outcome);
    }

    @Test
    void receiverThatHangsUpIsOneThatDoesNotAnswer() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            // Given
            Thread.ofVirtual().start(() -> hangUp(server));

            // When
            Outcome outcome = carry(new TargetGuard(List.of("localhost"), InetAddress::getAllByName),
                    "http://localhost:" + server.getLocalPort() + "/");

            // Then
            assertEquals(Outcome.failed("no-answer"), outcome);
        }
    }

    private static void hangUp(ServerSocket server) {
        try (Socket caller = server.accept()) {
            caller.getInputStream().read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
