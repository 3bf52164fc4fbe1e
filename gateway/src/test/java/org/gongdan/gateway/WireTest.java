package org.gongdan.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.impl.ConnectionBase;

/** The watched wire alone, before a server that echoes what it is sent. */
class WireTest {

    private static final Vertx VERTX = Vertx.vertx();
    private static final AtomicInteger CUT_OFF = new AtomicInteger();
    private static final List<String> TOLD = new CopyOnWriteArrayList<>();
    private static final Waits WAITS = new Waits() {

        @Override
        public long tooMany(String subject) {
            TOLD.add(subject);
            // Longer than a silent connection is kept: waiting is no silence.
            return Duration.ofSeconds(2).toNanos();
        }
    };
    private static int port;

    private record Limits(int perAddress, int headers, Duration idle, Duration head, Duration window, MemorySize rate, Duration bodyTime)
            implements
                GatewayConfig.Connections {}

    @BeforeAll
    static void listen() {
        var options = new HttpServerOptions().setHttp2ClearTextEnabled(false).setMaxInitialLineLength(8192).setCompressionSupported(true)
                .setHandle100ContinueAutomatically(true);
        var limits = new Limits(0, 100, Duration.ofMillis(1500), Duration.ofSeconds(1), Duration.ofSeconds(1),
                new MemorySize(BigInteger.valueOf(1000)), Duration.ofSeconds(4));
        port = VERTX.createHttpServer(options)
                .connectionHandler(connection -> Wire.watch(((ConnectionBase) connection).channel(), options, limits, true, WAITS))
                .requestHandler(WireTest::echo)
                .listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().join().actualPort();
    }

    @AfterAll
    static void stop() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    private static void echo(HttpServerRequest request) {
        if (request.path().equals("/early")) {
            request.response().end("early");
        } else if (request.path().equals("/too-many")) {
            Wire.tooMany(request, "pushing");
            request.response().end("too many");
        } else if (request.path().equals("/huge")) {
            request.response().closeHandler(closed -> CUT_OFF.incrementAndGet());
            huge(request.response().setChunked(true));
        } else {
            request.body().onSuccess(body -> request.response().end("<" + request.uri() + " " + body.length() + ">"));
        }
    }

    private static void huge(HttpServerResponse response) {
        while (!response.writeQueueFull()) {
            response.write(Buffer.buffer(new byte[100_000]));
        }
        response.drainHandler(ignored -> huge(response));
    }

    private static Raw open() {
        return Raw.to(port, "127.0.0.1");
    }

    @ParameterizedTest
    @MethodSource("org.gongdan.gateway.Malformed#requests")
    void whatIsNotByTheLetterIsAProblemAndTheConnectionCloses(String request) {
        try (var client = open()) {
            // When
            var answer = client.send(request).untilClosed();
            // Then
            assertEquals(400, Raw.status(answer), answer);
            assertTrue(Raw.problem(answer).getString("type").endsWith("malformed-request"));
        }
    }

    @Test
    void requestsSentAheadAreAnsweredInOrder() {
        // Given
        var first = "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}";
        var second = "POST /b HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n{ }\r\n0\r\n\r\n";
        var third = "GET /c HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
        try (var client = open()) {
            // When
            var answer = client.send(first + second + third).untilClosed();
            // Then
            assertTrue(answer.matches("(?s).*</a 2>.*</b 3>.*</c 0>"), answer);
        }
    }

    /** That it waits so long is measured by {@link FloodIT}. */
    @Test
    void nextRequestIsReadWhenTheTurnOfACallerWhoWasToldThatItIsTooManyHasCome() {
        try (var client = open()) {
            // When
            var answer = client.send("GET /too-many HTTP/1.1\r\nHost: x\r\n\r\nGET /c HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                    .untilClosed();
            // Then
            assertTrue(answer.matches("(?s).*too many.*</c 0>"), answer);
            assertEquals(List.of("pushing"), TOLD);
        }
    }

    @Test
    void connectionGoesOnAfterAnAnswerThatCameBeforeTheBody() {
        try (var client = open()) {
            // When
            var first = client.send("POST /early HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n").some();
            var second = client.send("{}GET /c HTTP/1.1\r\nHost: x\r\n\r\n").some();
            // Then
            assertTrue(first.contains("early"));
            assertTrue(second.contains("</c 0>"), second);
        }
    }

    @Test
    void bodyThatNobodyWantsAnyMoreIsNotWaitedFor() {
        try (var client = open()) {
            // When
            var answer = client.send("POST /early HTTP/1.1\r\nHost: x\r\nContent-Length: 2000\r\n\r\n").untilClosed();
            // Then
            assertTrue(answer.contains("early"));
        }
    }

    @Test
    void clientThatAsksWhetherToGoOnIsTold() {
        try (var client = open()) {
            // When
            var first = client.send("POST /a HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n").some();
            var second = client.send("{}").some();
            // Then
            assertTrue(first.startsWith("HTTP/1.1 100"), first);
            assertTrue(second.contains("</a 2>"), second);
        }
    }

    @Test
    void silentConnectionIsClosedBeforeAndAfterARequest() {
        try (var mute = open(); var once = open()) {
            // When
            once.send("GET /a HTTP/1.1\r\nHost: x\r\n\r\n");
            // Then
            assertEquals("", mute.untilClosed());
            assertTrue(once.untilClosed().endsWith("</a 0>"));
        }
    }

    @Test
    void headHasATimeHoweverItDrips() {
        try (var half = open(); var drips = open()) {
            // When
            half.send("GET /a HTTP/1.1\r\nHost: x\r\nA: ");
            drips.send("GET /a HTTP/1.1\r\nHost: x\r\nA: ");
            await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(100)).until(() -> !drips.tries("x"));
            // Then
            assertEquals(408, Raw.status(half.untilClosed()));
        }
    }

    @Test
    void bodyHasALeastRate() {
        try (var stops = open(); var drips = open()) {
            // When
            stops.send("POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{");
            drips.send("POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
            await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(100)).until(() -> !drips.tries("1\r\nx\r\n"));
            // Then
            assertEquals(408, Raw.status(stops.untilClosed()));
        }
    }

    @Test
    void bodyHasATimeAltogether() {
        try (var client = open()) {
            // When
            client.send("POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n");
            await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(50)).until(() -> !client.tries("x".repeat(500)));
            // Then
            assertFalse(client.tries("x"));
        }
    }

    @Test
    void clientThatDoesNotReadIsCutOff() {
        // Given
        var before = CUT_OFF.get();
        try (var client = open()) {
            // When
            client.send("GET /huge HTTP/1.1\r\nHost: x\r\n\r\n");
            // Then
            await().atMost(Duration.ofSeconds(20)).until(() -> CUT_OFF.get() > before);
        }
    }

    @Test
    void refusalSpeaksTheCallersLanguage() {
        try (var english = open(); var chinese = open()) {
            // When
            var answers = List.of(english, chinese);
            english.send("GET /% HTTP/1.1\r\nHost: x\r\nAccept-Language: en\r\n\r\n");
            chinese.send("GET /% HTTP/1.1\r\nHost: x\r\nAccept-Language: en;q=abc\r\n\r\n");
            // Then
            var titles = answers.stream().map(Raw::untilClosed).map(Raw::problem).map(problem -> problem.getString("title")).toList();
            assertEquals(List.of("Malformed request", "请求格式错误"), titles);
        }
    }
}
