package org.gongdan.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithStubs
class LimitsIT {

    private static final int ALLOWED = 1024 * 1024;
    /** Three times what a client may send at once. */
    private static final int MANY = 300;

    @Test
    void tooManyRequestsOfOneClientAreRefusedAndOthersAreNot() {
        // Given
        var request = Client.bearer("greedy").request("GET", "/api/tickets", null).build();
        try (var greedy = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            // When
            var refused = oneRefusedOfMany(greedy, request);
            // Then
            assertEquals("/problems/too-many-requests", Client.json(refused).getString("type"));
            assertTrue(Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow()) >= 1);
            assertEquals(200, Client.bearer("modest").get("/api/tickets").statusCode());
        }
    }

    @Test
    void strangersOnOpenPathsAreLimitedByTheirAddress() throws Exception {
        // Given
        var request = HttpRequest.newBuilder(URI.create(Client.base().replace("localhost", "127.0.0.1") + "/api/signatures/abc")).build();
        try (var greedy = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).localAddress(InetAddress.getByName("127.0.0.7"))
                .build();
                var modest = HttpClient.newBuilder().localAddress(InetAddress.getByName("127.0.0.8")).build()) {
            // When
            var refused = oneRefusedOfMany(greedy, request);
            // Then
            assertEquals("/problems/too-many-requests", Client.json(refused).getString("type"));
            assertEquals(200, modest.send(request, BodyHandlers.ofString()).statusCode());
        }
    }

    @Test
    void bodyUpToTheLimitPasses() {
        // When
        var answer = Client.bearer("limits").post("/api/tickets", "x".repeat(ALLOWED));
        // Then
        assertEquals(ALLOWED, Client.json(answer).getInteger("bytes"));
    }

    @Test
    void announcedBodyAboveTheLimitIsRefused() {
        // When
        var answer = Client.bearer("limits").post("/api/tickets", "x".repeat(ALLOWED + 1));
        // Then
        assertTooLarge(answer);
    }

    @Test
    void unannouncedBodyAboveTheLimitIsRefused() {
        // Given
        var chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[ALLOWED + 1]));
        // When
        var answer = Client.send(Client.bearer("limits").request("POST", "/api/tickets", null).POST(chunked));
        // Then
        assertTooLarge(answer);
        assertEquals(200, Client.bearer("limits").get("/api/tickets").statusCode());
    }

    @Test
    void largeAnswerStreamsThrough() {
        // When
        var answer = Client.bearer("limits").get("/api/tickets/1/large");
        // Then
        assertEquals(3_000_000, answer.body().length());
    }

    /** They are sent at once: one after the other, a slow machine would send no more than are allowed. */
    private static HttpResponse<String> oneRefusedOfMany(HttpClient client, HttpRequest request) {
        var answers = IntStream.range(0, MANY).mapToObj(ignored -> client.sendAsync(request, BodyHandlers.ofString())).toList();
        return answers.stream().map(CompletableFuture::join).filter(answer -> answer.statusCode() == 429)
                .filter(answer -> answer.body().contains("too-many-requests")).findFirst().orElseThrow();
    }

    private static void assertTooLarge(HttpResponse<String> answer) {
        assertEquals(413, answer.statusCode());
        assertEquals("/problems/body-too-large", Client.json(answer).getString("type"));
    }
}
