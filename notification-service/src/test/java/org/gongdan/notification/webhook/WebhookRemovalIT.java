package org.gongdan.notification.webhook;

import static org.gongdan.notification.webhook.WebhookFixtures.as;
import static org.gongdan.notification.webhook.WebhookFixtures.register;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.gongdan.testing.Infrastructure;
import org.gongdan.testing.Tokens;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class WebhookRemovalIT {

    private static final int MANY = 20;

    @Test
    void webhooksDeletedAtTheSameTimeAreAllGone() {
        // Given
        String system = Tokens.of(UUID.randomUUID(), "erp-many", List.of("integration"), Map.of("many", UUID.randomUUID()));
        List<String> webhooks = IntStream.range(0, MANY)
                .mapToObj(ignored -> register(system, "http://localhost:9/hooks", "TicketOpened").statusCode(201)
                        .extract().<String>path("id"))
                .toList();

        // When
        List<Integer> answers = webhooks.parallelStream().map(webhook -> as(system).delete("/api/webhooks/" + webhook).statusCode())
                .toList();

        // Then
        assertEquals(Collections.nCopies(MANY, 204), answers);
        webhooks.forEach(webhook -> as(system).get("/api/webhooks/" + webhook).then().statusCode(404));
    }
}
