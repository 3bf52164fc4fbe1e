package org.gongdan.ticket.story;

import static org.awaitility.Awaitility.await;
import static org.gongdan.ticket.TicketFixtures.anOpenTicket;
import static org.gongdan.ticket.TicketFixtures.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import org.gongdan.testing.Infrastructure;
import org.gongdan.testing.Tokens;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class StoryStreamIT {

    @TestHTTPResource("/api/tickets")
    URI tickets;

    @Test
    void storyGrowsWhileItIsRead() throws Exception {
        // Given
        UUID ticket = anOpenTicket(Tokens.XINGFU);
        List<String> lines = new CopyOnWriteArrayList<>();
        HttpClient client = HttpClient.newHttpClient();
        HttpResponse<Stream<String>> stream = client.send(follow(ticket, Tokens.customer()).build(), HttpResponse.BodyHandlers.ofLines());
        Thread.ofVirtual().start(() -> stream.body().forEach(lines::add));
        await().until(() -> lines.stream().anyMatch(line -> line.contains("\"TicketOpened\"")));

        // When
        as(Tokens.agent()).post("/api/tickets/" + ticket + "/acknowledge").then().statusCode(200);

        // Then
        await().until(() -> lines.stream().anyMatch(line -> line.contains("\"TicketAcknowledged\"")));
        assertEquals(1, lines.stream().filter(line -> line.contains("\"TicketOpened\"")).count());
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("id:")), lines.toString());
        client.shutdownNow();
    }

    @Test
    void foreignStoryIsNotThere() throws Exception {
        UUID ticket = anOpenTicket(Tokens.XINGFU);
        HttpResponse<String> answer = HttpClient.newHttpClient().send(follow(ticket, Tokens.foreignCustomer()).build(),
                HttpResponse.BodyHandlers.ofString());
        assertEquals(404, answer.statusCode(), answer.body());
    }

    private HttpRequest.Builder follow(UUID ticket, String token) {
        return HttpRequest.newBuilder(URI.create(tickets + "/" + ticket + "/story/stream")).header("Authorization", "Bearer " + token);
    }
}
