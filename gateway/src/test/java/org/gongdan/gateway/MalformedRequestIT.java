package org.gongdan.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithStubs
class MalformedRequestIT {

    private static final String ASKS = "Expect: 100-continue\r\n";

    @ParameterizedTest
    @MethodSource("org.gongdan.gateway.Malformed#requests")
    void whatIsNotByTheLetterIsAProblemAndTheConnectionCloses(String request) {
        try (var client = Raw.open()) {
            // When
            var answer = client.send(request).untilClosed();
            // Then
            assertEquals(400, Raw.status(answer), answer);
            assertEquals("malformed-request", code(answer));
            assertTrue(answer.contains("application/problem+json"));
        }
    }

    @Test
    void serviceIsNotBlamedForWhatClientsSend() {
        // Given
        var requests = List.of("GET /api/articles HTTP/1.1\r\nHost: x\r\nx a: b\r\n\r\n", Malformed.HTTP2_PREFACE,
                "POST /api/signatures/x HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n");
        // When
        for (var request : requests) {
            IntStream.range(0, 22).forEach(ignored -> {
                try (var client = Raw.from("127.0.0.21")) {
                    client.send(request).untilClosed();
                }
            });
        }
        // Then
        for (var call = 0; call < 22; call++) {
            assertEquals(200, Client.bearer("bystander").get("/api/visits/1").statusCode());
        }
    }

    @Test
    void problemOfAMalformedRequestSpeaksTheCallersLanguage() {
        try (var client = Raw.open()) {
            // When
            var answer = client.send("GET /% HTTP/1.1\r\nHost: x\r\nAccept-Language: en\r\n\r\n").untilClosed();
            // Then
            assertEquals("Malformed request", Raw.problem(answer).getString("title"));
            assertTrue(answer.contains("content-language: en"));
        }
    }

    @Test
    void longAddressIsAProblem() {
        try (var client = Raw.open()) {
            // When
            var answer = client.send("GET /api/tickets?query=" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\n\r\n").untilClosed();
            // Then
            assertEquals(414, Raw.status(answer));
            assertEquals("address-too-long", code(answer));
        }
    }

    @Test
    void largeHeadersAreAProblem() {
        try (var client = Raw.open()) {
            // When
            var answer = client.send("GET / HTTP/1.1\r\nHost: x\r\nA: " + "x".repeat(60_000) + "\r\n\r\n").untilClosed();
            // Then
            assertEquals(431, Raw.status(answer));
        }
    }

    @Test
    void manyHeadersAreAProblem() {
        try (var client = Raw.open()) {
            // When
            var answer = client.send("GET / HTTP/1.1\r\nHost: x\r\n" + "A: b\r\n".repeat(150) + "\r\n").untilClosed();
            // Then
            assertEquals(431, Raw.status(answer));
            assertEquals("headers-too-large", code(answer));
        }
    }

    @Test
    void upgradeToHttp2IsNotTaken() {
        try (var client = Raw.open()) {
            // When
            var answer = client.send("GET /api/tickets HTTP/1.1\r\nHost: x\r\nUpgrade: h2c\r\n"
                    + "Connection: Upgrade, HTTP2-Settings, close\r\n" + "HTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA\r\n\r\n").untilClosed();
            // Then
            assertEquals(401, Raw.status(answer), answer);
            assertFalse(answer.contains("HTTP/1.1 101"));
        }
    }

    @Test
    void requestsSentAheadAreAnsweredInOrder() {
        // Given
        var first = "POST /api/signatures/first HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}";
        var second = "POST /api/signatures/second HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n{ }\r\n0\r\n\r\n";
        var third = "GET /nothing HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
        try (var client = Raw.open()) {
            // When
            var answer = client.send(first + second + third).untilClosed();
            // Then
            var at = answer.indexOf("\"uri\":\"/api/signatures/first\"");
            assertTrue(at > 0 && answer.indexOf("\"uri\":\"/api/signatures/second\"") > at, answer);
            assertTrue(answer.contains("\"bytes\":3"));
            assertTrue(answer.endsWith("}") && answer.contains("HTTP/1.1 404"), answer);
        }
    }

    @Test
    void requestHiddenBehindAMalformedOneIsNeverRead() {
        // Given
        var open = "POST /api/signatures/x HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n";
        var hidden = "GET /api/signatures/hidden HTTP/1.1\r\nHost: x\r\n\r\n";
        try (var client = Raw.open()) {
            // When
            var answer = client.send(open + hidden).untilClosed();
            // Then
            assertEquals(400, Raw.status(answer));
            assertFalse(answer.contains("hidden"));
        }
    }

    @Test
    void bodyOfAGetIsRefusedAndNotDropped() {
        try (var client = Raw.open()) {
            // When
            var answer = client.send("GET /api/tickets HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}")
                    .untilClosed();
            // Then
            assertEquals(400, Raw.status(answer));
            assertEquals("unexpected-body", code(answer));
        }
    }

    @ParameterizedTest
    @CsvSource({"/api/tickets, 10, 401", "/api/signatures/x, 99999999, 413", "/nowhere, 10, 404"})
    void whoAsksWhetherToSendIsRefusedBeforeHeDoes(String path, int length, int status) {
        try (var client = Raw.open()) {
            // When
            var answer = client.send("POST %s HTTP/1.1\r\nHost: x\r\n%sContent-Length: %d\r\n\r\n".formatted(path, ASKS, length))
                    .untilClosed();
            // Then
            assertEquals(status, Raw.status(answer), answer);
            assertTrue(answer.toLowerCase(Locale.ROOT).contains("connection: close"), answer);
        }
    }

    @Test
    void whoAsksWhetherToSendIsToldToWhenNothingSpeaksAgainstIt() {
        try (var client = Raw.open()) {
            // When
            var first = client
                    .send("POST /api/signatures/x HTTP/1.1\r\nHost: x\r\n" + ASKS + "Connection: close\r\nContent-Length: 2\r\n\r\n")
                    .some();
            var second = client.send("{}").untilClosed();
            // Then
            assertTrue(first.startsWith("HTTP/1.1 100"), first);
            assertTrue(second.contains("\"bytes\":2"), second);
        }
    }

    @Test
    void aPartThatAFileDoesNotHaveIsAProblem() {
        // When
        var answer = Client.anonymous().get("/assets/app-3f9a.js", "Range", "bytes=99999999-");
        // Then
        assertEquals(416, answer.statusCode());
        assertTrue(answer.body().contains("range-not-satisfiable"), answer.body());
    }

    private static String code(String answer) {
        var type = Raw.problem(answer).getString("type");
        return type.substring(Math.max(type.lastIndexOf(':'), type.lastIndexOf('/')) + 1);
    }
}
