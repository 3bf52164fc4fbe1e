package org.gongdan.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithStubs
class StreamIT {

    @Test
    void eventsArriveOneByOne() throws Exception {
        // Given
        var request = Client.bearer("stream").request("GET", "/api/tickets/1/story/stream", null, "Accept", "text/event-stream", "Accept-Encoding", "gzip");
        var arrivals = new ArrayList<Long>();
        // When
        var answer = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofLines());
        answer.body().filter(line -> line.startsWith("data:")).forEach(line -> arrivals.add(System.nanoTime() / 1_000_000));
        // Then
        assertEquals("text/event-stream", answer.headers().firstValue("Content-Type").orElseThrow());
        assertEquals(4, arrivals.size());
        for (var next = 1; next < arrivals.size(); next++) {
            var gap = arrivals.get(next) - arrivals.get(next - 1);
            assertTrue(gap > 100, () -> "came together: " + arrivals);
        }
    }
}
