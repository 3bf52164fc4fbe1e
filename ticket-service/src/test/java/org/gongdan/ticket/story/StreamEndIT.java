package org.gongdan.ticket.story;

import static org.awaitility.Awaitility.await;
import static org.gongdan.ticket.TicketFixtures.anOpenTicket;
import static org.gongdan.ticket.TicketFixtures.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.gongdan.testing.Infrastructure;
import org.gongdan.testing.Tokens;
import org.gongdan.testing.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** A stream ends with its token or its owner's session, and nobody has more than his share (case 28). */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class StreamEndIT {

    @TestHTTPResource("/api/tickets")
    URI tickets;

    @Inject
    StoryWatch watch;

    private final HttpClient client = HttpClient.newHttpClient();
    private final UUID person = UUID.randomUUID();

    @AfterEach
    void everybodyLeaves() {
        client.shutdownNow();
        await().until(() -> watch.streams() == 0);
    }

    @Test
    void streamEndsWithItsToken() throws Exception {
        // Given
        UUID ticket = anOpenTicket(Tokens.XINGFU);
        String token = Tokens.of(person, "li", List.of("agent"), Map.of(), Set.of("ticket-service"), Tokens.ISSUER, Duration.ofSeconds(3));
        // When
        CompletableFuture<Long> end = readToItsEnd(open(ticket, token));
        // Then
        await().until(end::isDone);
        assertTrue(end.get() > 0, "something was read before");
    }

    @Test
    void streamAndTokenEndWhenAccessChanges() throws Exception {
        // Given
        UUID ticket = anOpenTicket(Tokens.XINGFU);
        String token = token();
        CompletableFuture<Long> end = readToItsEnd(open(ticket, token));
        // When
        Topics.shared().sendRaw("session-events", "subject:" + person, Map.of("ce_type", "AccessChanged.v1"),
                ("{\"subject\":\"" + person + "\",\"changedAt\":\"" + Instant.now() + "\"}").getBytes(StandardCharsets.UTF_8));
        // Then
        await().until(end::isDone);
        as(token).get("/api/tickets").then().statusCode(401);
        as(Tokens.agent()).get("/api/tickets").then().statusCode(200);
    }

    @Test
    void oneStreamTooManyIsRefusedAndOneThatEndsMakesRoom() throws Exception {
        // Given
        UUID ticket = anOpenTicket(Tokens.XINGFU);
        List<HttpClient> seats = new ArrayList<>();
        for (int number = 0; number < 10; number++) {
            seats.add(HttpClient.newHttpClient());
            assertEquals(200, open(seats.getLast(), ticket, token()).statusCode());
        }
        // When
        HttpResponse<String> refused = client.send(follow(ticket, token()), HttpResponse.BodyHandlers.ofString());
        // Then
        assertEquals(429, refused.statusCode());
        assertTrue(refused.body().contains("/problems/too-many-streams"), refused.body());
        assertEquals(200, open(ticket, Tokens.customer()).statusCode(), "another person");
        seats.getFirst().shutdownNow();
        await().until(() -> open(ticket, token()).statusCode() == 200);
        seats.forEach(HttpClient::shutdownNow);
    }

    private String token() {
        return Tokens.of(person, "li", List.of("agent"), Map.of());
    }

    private HttpResponse<Stream<String>> open(UUID ticket, String token) throws IOException, InterruptedException {
        return open(client, ticket, token);
    }

    private HttpResponse<Stream<String>> open(HttpClient from, UUID ticket, String token) throws IOException, InterruptedException {
        return from.send(follow(ticket, token), HttpResponse.BodyHandlers.ofLines());
    }

    private HttpRequest follow(UUID ticket, String token) {
        return HttpRequest.newBuilder(URI.create(tickets + "/" + ticket + "/story/stream")).header("Authorization", "Bearer " + token)
                .build();
    }

    private static CompletableFuture<Long> readToItsEnd(HttpResponse<Stream<String>> stream) {
        assertEquals(200, stream.statusCode());
        return CompletableFuture.supplyAsync(() -> stream.body().filter(line -> line.startsWith("id:")).count());
    }
}
