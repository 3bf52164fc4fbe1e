package org.gongdan.ticket;

import static org.awaitility.Awaitility.await;
import static org.gongdan.ticket.TicketFixtures.as;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.gongdan.testing.Infrastructure;
import org.gongdan.testing.Tokens;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** A token that has been verified once is known again: by every letter of it, and no longer than it lives. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class TokenIT {

    private final UUID person = UUID.randomUUID();

    @Test
    void whatIsNearlyAKnownTokenIsRefused() {
        // Given
        String token = Tokens.of(person, "li", List.of("agent"), Map.of());
        looks(token, 200);
        looks(token, 200);
        String[] parts = token.split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String promoted = Base64.getUrlEncoder().withoutPadding()
                .encodeToString(claims.replace("agent", "admin").getBytes(StandardCharsets.UTF_8));
        String other = Tokens.of(person, "li", List.of("admin"), Map.of());

        // Then
        looks(parts[0] + "." + promoted + "." + parts[2], 401);
        looks(parts[0] + "." + parts[1] + "." + other.split("\\.")[2], 401);
        looks(token.substring(0, token.length() - 8), 401);
        looks(token, 200);
    }

    @Test
    void aKnownTokenEndsAtItsTime() {
        // Given
        String token = Tokens.of(person, "li", List.of("agent"), Map.of(), Set.of("ticket-service"), Tokens.ISSUER, Duration.ofSeconds(3));

        // When
        looks(token, 200);

        // Then
        await().until(() -> as(token).get("/api/tickets").statusCode() == 401);
    }

    @Test
    void whoWasRefusedOnceIsRefusedAgain() {
        String foreign = Tokens.of(person, "li", List.of("agent"), Map.of(), Set.of("another-service"), Tokens.ISSUER,
                Duration.ofMinutes(5));

        looks(foreign, 401);
        looks(foreign, 401);
    }

    @Test
    void oneKnownPersonIsNotTakenForAnother() {
        String agent = Tokens.of(person, "li", List.of("agent"), Map.of());
        String nobody = Tokens.of(person, "li", List.of(), Map.of());

        looks(agent, 200);
        looks(nobody, 403);
        looks(agent, 200);
        looks(nobody, 403);
    }

    private static void looks(String token, int status) {
        as(token).get("/api/tickets").then().statusCode(status);
    }
}
