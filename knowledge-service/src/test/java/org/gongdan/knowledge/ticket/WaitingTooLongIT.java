package org.gongdan.knowledge.ticket;

import static org.awaitility.Awaitility.await;
import static org.gongdan.knowledge.ArticleFixtures.aResolution;
import static org.gongdan.knowledge.ArticleFixtures.ticketEvent;

import java.net.URL;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import org.gongdan.knowledge.WithTopics;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;

/** The setting that calls a process dead, at its work: two seconds instead of a day. */
@QuarkusTest
@QuarkusTestResource(WithTopics.class)
@TestProfile(WaitingTooLongIT.TwoSeconds.class)
class WaitingTooLongIT {

    public static class TwoSeconds implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("mp.messaging.connector.smallrye-kafka.throttled.unprocessed-record-max-age.ms", "2000");
        }
    }

    @TestHTTPResource(value = "/health/live", management = true)
    URL live;

    @Test
    void aProcessWhoseEventWaitsLongerThanTheSettingIsCalledDead() throws Exception {
        // Given
        UUID ticket = UUID.randomUUID();
        try (Outage _ = new Outage()) {
            // When
            ticketEvent("TicketResolved.v1", ticket, aResolution(ticket, null));

            // Then
            await().atMost(Duration.ofMinutes(1)).pollInterval(Duration.ofMillis(500))
                    .until(() -> RestAssured.get(live).statusCode() == 503);
        }
    }
}
