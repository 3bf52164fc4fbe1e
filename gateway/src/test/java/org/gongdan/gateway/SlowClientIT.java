package org.gongdan.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import jakarta.enterprise.inject.spi.CDI;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/** Times are those of {@link StubServices}: a head has 1 s, silence 8 s, a body of a stranger 2 s, and every second must bring 1 kB. */
@QuarkusTest
@WithStubs
class SlowClientIT {

    private static final String SIGNATURE = "POST /api/signatures/" + "x".repeat(43) + " HTTP/1.1\r\nHost: x\r\n";

    @Test
    void silentConnectionIsClosed() {
        try (var client = Raw.open()) {
            // When
            var answer = client.untilClosed();
            // Then
            assertEquals("", answer);
        }
    }

    @Test
    void connectionSilentAfterARequestIsClosed() {
        try (var client = Raw.open()) {
            // When
            var answer = client.send("GET /nothing HTTP/1.1\r\nHost: x\r\n\r\n").untilClosed();
            // Then
            assertEquals(404, Raw.status(answer));
        }
    }

    @Test
    void halfAHeadIsARequestTimeout() {
        try (var client = Raw.open()) {
            // When
            var answer = client.send("GET / HTTP/1.1\r\nHost: x\r\nA: ").untilClosed();
            // Then
            assertEquals(408, Raw.status(answer));
        }
    }

    @Test
    void headThatDripsIsEndedToo() {
        try (var client = Raw.open()) {
            // Given
            client.send("GET / HTTP/1.1\r\nHost: x\r\nA: ");
            // When
            await().pollInterval(Duration.ofMillis(200)).until(() -> !client.tries("x"));
            // Then
            assertEquals(200, Client.anonymous().get("/", "Accept", "text/html").statusCode());
        }
    }

    @Test
    void bodyThatDripsIsEndedWithoutBlamingTheService() {
        // Given
        var clients = IntStream.range(0, 8).mapToObj(number -> Raw.from("127.0.0.31")).toList();
        clients.forEach(client -> client.send(SIGNATURE + "Content-Length: 1000\r\n\r\n"));
        // When
        await().pollInterval(Duration.ofMillis(200))
                .until(() -> clients.stream().filter(client -> client.tries("x")).findAny().isEmpty());
        // Then
        clients.forEach(Raw::close);
        for (var call = 0; call < 22; call++) {
            assertEquals(200, Client.bearer("beside-drips").post("/api/signatures/abc", "{}").statusCode());
        }
    }

    @Test
    void bodyThatStopsIsARequestTimeout() {
        try (var client = Raw.from("127.0.0.32")) {
            // When
            var answer = client.send(SIGNATURE + "Content-Length: 1000\r\n\r\n{").untilClosed();
            // Then
            assertEquals(408, Raw.status(answer), answer);
            assertTrue(answer.contains("request-timeout"));
        }
    }

    @Test
    void chunkedBodyThatDripsIsEndedToo() {
        try (var client = Raw.from("127.0.0.33")) {
            // Given
            client.send(SIGNATURE + "Transfer-Encoding: chunked\r\n\r\n");
            // When
            await().pollInterval(Duration.ofMillis(200)).until(() -> !client.tries("1\r\nx\r\n"));
            // Then
            assertEquals(200, Client.bearer("beside-chunks").post("/api/signatures/abc", "{}").statusCode());
        }
    }

    /** Two thousand bytes a second are above the least rate, but a stranger's body has to be here in time altogether. */
    @Test
    void strangersBodyHasATimeAltogether() {
        try (var client = Raw.from("127.0.0.34")) {
            // Given
            client.send(SIGNATURE + "Content-Length: 250000\r\n\r\n");
            // When
            await().pollInterval(Duration.ofMillis(50)).until(() -> !client.tries("x".repeat(200)));
            // Then
            assertEquals(200, Client.bearer("beside-long").post("/api/signatures/abc", "{}").statusCode());
        }
    }

    @Test
    void strangersLargeBodyIsRefused() {
        try (var client = Raw.from("127.0.0.35")) {
            // When
            var answer = client.send(SIGNATURE + "Content-Length: 300000\r\n\r\n").untilClosed();
            // Then
            assertEquals(413, Raw.status(answer));
        }
    }

    @Test
    void clientThatDoesNotReadItsAnswerIsCutOff() {
        // Given
        var authorization = "Authorization: " + Client.authorization("sleeper");
        var slots = CDI.current().select(Slots.class).get();
        try (var client = Raw.open()) {
            // When
            client.send("GET /api/tickets/1/huge HTTP/1.1\r\nHost: x\r\n" + authorization + "\r\n\r\n");
            await().until(() -> slots.taken("ticket-service for sleeper") == 1);
            // Then
            await().until(() -> slots.taken("ticket-service for sleeper") == 0);
        }
    }

    @Test
    void oneAddressHasSoManyConnections() {
        // Given
        var clients = IntStream.range(0, 400).mapToObj(number -> Raw.from("127.0.0.36")).toList();
        var connections = CDI.current().select(Connections.class).get();
        await().until(() -> connections.open("127.0.0.36") == 400);
        try (var oneMore = Raw.from("127.0.0.36"); var other = Raw.from("127.0.0.37")) {
            // When
            var answer = oneMore.untilClosed();
            // Then
            assertEquals(429, Raw.status(answer), answer);
            assertTrue(answer.contains("too-many-connections"));
            assertEquals(404, Raw.status(other.send("GET /nothing HTTP/1.1\r\nHost: x\r\n\r\n").some()));
        } finally {
            clients.forEach(Raw::close);
        }
        await().until(() -> {
            try (var again = Raw.from("127.0.0.36")) {
                return Raw.status(again.send("GET /nothing HTTP/1.1\r\nHost: x\r\n\r\n").some()) == 404;
            }
        });
    }

    @Test
    void refusedRequestWithItsBodyUnderWayLeavesTheConnectionInOrder() {
        try (var client = Raw.open()) {
            // When
            client.send("POST /api/tickets HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n");
            var first = client.some();
            var second = client.send("{}" + "GET /nothing HTTP/1.1\r\nHost: x\r\n\r\n").some();
            // Then
            assertEquals(List.of(401, 404), List.of(Raw.status(first), Raw.status(second)));
        }
    }
}
