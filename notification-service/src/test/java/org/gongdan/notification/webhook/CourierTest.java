package org.gongdan.notification.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.gongdan.notification.webhook.Receiver.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import io.vertx.core.Vertx;

class CourierTest {

    private static final Vertx VERTX = Vertx.vertx();

    @AfterAll
    static void close() {
        VERTX.close();
    }

    private static Outcome carry(TargetGuard guard, String url) throws Exception {
        Parcel parcel = new Parcel(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), url, Signature.newSecret(), "{}", 0);
        return new Courier(guard, VERTX, Clock.fixed(Instant.parse("2026-11-22T01:02:03Z"), ZoneOffset.UTC)).carry(parcel).toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    @Test
    void connectionGoesToTheCheckedAddressWithoutAnotherLookUp() throws Exception {
        try (Receiver receiver = new Receiver(call -> Answer.of(200))) {
            // Given
            TargetGuard guard = new TargetGuard(List.of("no-dns-knows.invalid"), host -> new InetAddress[] {InetAddress.getLoopbackAddress()});

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
            Outcome outcome = carry(new TargetGuard(List.of("localhost"), InetAddress::getAllByName), receiver.url().replace("http:", "https:"));
            assertEquals(null, outcome.status());
            assertEquals(List.of(), receiver.calls);
        }
    }

    @Test
    void refusedAddressIsAnOutcome() throws Exception {
        assertEquals(Outcome.failed("webhook-address-refused"), carry(new TargetGuard(List.of(), InetAddress::getAllByName), "https://127.0.0.1/"));
    }
}
