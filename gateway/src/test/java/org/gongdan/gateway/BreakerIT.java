package org.gongdan.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithStubs
class BreakerIT {

    @Test
    void deadServiceIsAProblemAndSoonNotEvenTried() {
        // Given
        var client = Client.bearer("dead");
        // When
        var answers = IntStream.range(0, 40).mapToObj(ignored -> client.get("/api/clocks")).toList();
        // Then
        answers.forEach(answer -> {
            assertEquals(503, answer.statusCode());
            assertEquals("/problems/service-unavailable", Client.json(answer).getString("type"));
            assertTrue(answer.headers().firstValue("Retry-After").isPresent());
        });
        assertTrue(opened("sla-service"));
    }

    @Test
    void silentServiceIsATimeoutAndThenUnavailable() {
        // Given
        var client = Client.bearer("silent");
        // When
        var started = System.nanoTime();
        var answer = client.get("/api/articles");
        // Then
        assertEquals(504, answer.statusCode());
        assertEquals("/problems/service-timeout", Client.json(answer).getString("type"));
        assertTrue(System.nanoTime() - started < 10_000_000_000L);
    }

    @Test
    void clientsThatHangUpDoNotOpenTheBreaker() throws IOException {
        // Given
        var tokens = IntStream.range(0, 6).mapToObj(number -> Client.authorization("impatient-" + number)).toList();
        // When
        for (var token : tokens) {
            for (var call = 0; call < 50; call++) {
                hangUp("GET /api/tickets/1/late HTTP/1.1\r\nHost: x\r\nAuthorization: " + token + "\r\n\r\n");
            }
        }
        // Then
        for (var call = 0; call < 20; call++) {
            assertEquals(200, Client.bearer("patient").get("/api/tickets/1/late").statusCode());
        }
    }

    @Test
    void clientsThatStallTheirUploadDoNotOpenTheBreaker() throws IOException {
        // Given
        var token = Client.authorization("stalling");
        // When
        for (var call = 0; call < 30; call++) {
            hangUp("POST /api/tickets HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\nAuthorization: " + token + "\r\n\r\nhalf");
        }
        // Then
        for (var call = 0; call < 20; call++) {
            assertEquals(200, Client.bearer("patient").get("/api/tickets").statusCode());
        }
    }

    /** Sends, gives the gateway a moment to pass it on, and closes the connection without reading. */
    private static void hangUp(String request) throws IOException {
        try (var socket = new Socket("localhost", URI.create(Client.base()).getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            socket.setSoTimeout(20);
            socket.getInputStream().read();
        } catch (java.net.SocketTimeoutException expected) {
            // nothing had come yet: that is the moment to hang up
        }
    }

    private static boolean opened(String service) {
        var metrics = Client.anonymous().get("http://localhost:" + Client.config("quarkus.management.test-port") + "/q/metrics").body();
        return metrics.lines()
                .anyMatch(line -> line.startsWith("gongdan_gateway_refused_total") && line.contains(service) && !line.endsWith(" 0.0"));
    }
}
