package org.gongdan.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
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

    @Test
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD, unit = TimeUnit.SECONDS)
    void aStreamThatTheServiceBreaksOffEndsWithAWholeAnswer() throws Exception {
        // Given
        var client = Client.bearer("stream-cut");
        var request = client.request("GET", "/api/tickets/1/story/stream", null, "Accept", "text/event-stream");
        var lines = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofLines()).body().iterator();
        assertEquals("data: 0", lines.next());
        // When
        client.get("/api/tickets/1/story/stream-next?number=-1");
        // Then
        assertEquals("", lines.next());
        assertFalse(lines.hasNext(), "an answer that was cut off would be an exception");
        Awaitility.await().until(() -> Client.anonymous()
                .get("http://localhost:" + Client.config("quarkus.management.test-port") + "/q/metrics").body()
                .contains("gongdan_gateway_streams 0.0"));
    }
}
