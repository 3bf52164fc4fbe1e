package org.gongdan.knowledge.ticket;

import static org.awaitility.Awaitility.await;
import static org.gongdan.knowledge.ArticleFixtures.aResolution;
import static org.gongdan.knowledge.ArticleFixtures.ticketEvent;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URL;
import java.time.Duration;
import java.util.UUID;

import org.gongdan.knowledge.WithTopics;
import org.gongdan.testing.Topics;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

/** An event that has to wait for the database does not make the process one that must be started again: a day is allowed, in milliseconds. */
@QuarkusTest
@QuarkusTestResource(WithTopics.class)
class WaitingForTheDatabaseIT {

    /** Longer than the connector's interval between two looks at what is not finished. */
    private static final Duration OUTAGE = Duration.ofSeconds(8);

    @TestHTTPResource(value = "/health/live", management = true)
    URL live;

    @Test
    void theProcessIsCalledAliveAndAppliesTheEventAfterwards() throws Exception {
        // Given
        UUID ticket = UUID.randomUUID();
        try (Outage _ = new Outage()) {
            // When
            ticketEvent("TicketResolved.v1", ticket, aResolution(ticket, null));

            // Then
            await().during(OUTAGE).atMost(OUTAGE.multipliedBy(10)).pollInterval(Duration.ofMillis(500))
                    .untilAsserted(() -> assertEquals(200, RestAssured.get(live).statusCode()));
        }
        Topics.shared().await("knowledge-events",
                event -> "ArticleDrafted.v1".equals(event.type()) && ticket.toString().equals(event.text("ticketId")));
    }
}
