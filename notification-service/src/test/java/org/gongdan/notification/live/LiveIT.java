package org.gongdan.notification.live;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import org.gongdan.notification.HeardEvents;
import org.gongdan.notification.WithMailServer;
import org.gongdan.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(WithMailServer.class)
class LiveIT {

    @TestHTTPResource("/api/live/stream")
    URI live;

    private final HttpClient client = HttpClient.newHttpClient();
    private final HeardEvents heard = HeardEvents.aTicket();

    @AfterEach
    void hangUp() {
        client.shutdownNow();
    }

    private HttpRequest asking(String token) {
        return HttpRequest.newBuilder(live).header("Authorization", "Bearer " + token).build();
    }

    /** Follows until it is known that nothing is missed. @return lines as they come */
    private List<String> followed(String token) throws IOException, InterruptedException {
        List<String> lines = new CopyOnWriteArrayList<>();
        HttpResponse<Stream<String>> stream = client.send(asking(token), HttpResponse.BodyHandlers.ofLines());
        assertEquals(200, stream.statusCode());
        Thread.ofVirtual().start(() -> stream.body().forEach(lines::add));
        return lines;
    }

    private static boolean told(List<String> lines, String what) {
        return lines.stream().anyMatch(line -> line.contains(what));
    }

    @Test
    void staffHearsWhatHappenedAndToWhichTicketAndVisit() throws Exception {
        // Given
        List<String> lines = followed(Tokens.agent());
        await().until(() -> told(lines, "\"many\":true"));

        // When
        heard.visitScheduledBy(Tokens.ENGINEER, heard.now, heard.now.plusSeconds(3600));

        // Then
        await().until(() -> told(lines, heard.visit.toString()));
        assertTrue(lines.stream().anyMatch(line -> line.contains("VisitScheduled") && line.contains(heard.ticket.toString())),
                lines.toString());
        assertTrue(told(lines, "event:change"), lines.toString());
        await().until(() -> lines.stream().filter(line -> line.contains("event:beat")).count() > 1);
    }

    @Test
    void customersHearOfTheirOwnAndNotWhat() throws Exception {
        // Given
        List<String> own = followed(Tokens.customer());
        List<String> foreign = followed(Tokens.foreignCustomer());
        List<String> staff = followed(Tokens.agent());
        await().until(() -> told(staff, "\"many\":true"));

        // When
        heard.step("TicketAcknowledged.v1", 2, "by", "agent");

        // Then
        await().until(() -> told(own, heard.ticket.toString()) && told(staff, "TicketAcknowledged"));
        assertTrue(own.stream().noneMatch(line -> line.contains("TicketAcknowledged")), own.toString());
        assertTrue(foreign.stream().noneMatch(line -> line.contains(heard.ticket.toString())), foreign.toString());
    }

    @Test
    void theBellRingsForWhomItConcerns() throws Exception {
        // Given
        String wang = "wang" + UUID.randomUUID();
        List<String> his = followed(Tokens.of(UUID.randomUUID(), wang, List.of("engineer"), Map.of()));
        List<String> others = followed(Tokens.of(UUID.randomUUID(), "li" + UUID.randomUUID(), List.of("engineer"), Map.of()));
        await().until(() -> told(his, "event:beat") && told(others, "event:beat"));

        // When
        heard.step("TicketAssigned.v1", 2, "assignee", wang, "by", "agent");

        // Then
        await().until(() -> told(his, "event:bell"));
        assertTrue(others.stream().noneMatch(line -> line.contains("event:bell")), others.toString());
    }

    @Test
    void oneWhoOpensTooManyIsRefusedUntilHeClosesOne() throws Exception {
        // Given
        String token = Tokens.of(UUID.randomUUID(), "many", List.of("agent"), Map.of());
        List<HttpClient> clients = new ArrayList<>();
        for (int stream = 0; stream < 10; stream++) {
            HttpClient one = HttpClient.newHttpClient();
            clients.add(one);
            assertEquals(200, one.send(asking(token), HttpResponse.BodyHandlers.ofLines()).statusCode());
        }

        // When
        HttpResponse<String> refused = client.send(asking(token), HttpResponse.BodyHandlers.ofString());

        // Then
        assertEquals(429, refused.statusCode());
        assertTrue(refused.body().contains("您已打开 10 个事件流"), refused.body());
        clients.removeFirst().shutdownNow();
        await().until(() -> client.send(asking(token), HttpResponse.BodyHandlers.ofLines()).statusCode() == 200);
        clients.forEach(HttpClient::shutdownNow);
    }

    @Test
    void strangersAreTurnedAway() throws Exception {
        assertEquals(401, client.send(HttpRequest.newBuilder(live).build(), HttpResponse.BodyHandlers.ofString()).statusCode());
        assertEquals(403, client.send(asking(Tokens.nobody()), HttpResponse.BodyHandlers.ofString()).statusCode());
    }
}
