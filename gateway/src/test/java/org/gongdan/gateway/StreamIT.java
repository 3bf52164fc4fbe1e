package org.gongdan.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithStubs
class StreamIT {

    @Test
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD, unit = TimeUnit.SECONDS)
    void eventsArriveOneByOne() throws Exception {
        // Given
        var client = Client.bearer("stream");
        var request = client.request("GET", "/api/tickets/1/story/stream", null, "Accept", "text/event-stream", "Accept-Encoding", "gzip");
        // When
        var answer = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofLines());
        // Then
        assertEquals("text/event-stream", answer.headers().firstValue("Content-Type").orElseThrow());
        var lines = answer.body().filter(line -> line.startsWith("data:")).iterator();
        for (var number = 0; number < 4; number++) {
            assertEquals("data: " + number, lines.next());
            assertEquals(200, client.get("/api/tickets/1/story/stream-next?number=" + (number + 1)).statusCode());
        }
    }
}
