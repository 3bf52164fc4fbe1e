package org.gongdan.notification.webhook;

import static org.gongdan.notification.webhook.WebhookFixtures.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import org.gongdan.notification.WithMailServer;
import org.gongdan.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
@QuarkusTestResource(WithMailServer.class)
class WebhookReadingIT {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', value = {"`[null]`|events[0]", "`null`|events", "`\"TicketOpened\"`|events",
            "`[1]`|events[0]", "`[[]]`|events[0]", "`{}`|events"})
    void eventsAreAListOfNames(String events, String field) {
        refused(as(Tokens.admin()).body("{\"url\":\"https://erp.example.com/hooks\",\"events\":" + events + "}").post("/api/webhooks")
                .then(), field);
    }

    @ParameterizedTest
    @CsvSource({"/api/webhooks, cursor, abc", "/api/webhooks, limit, abc", "/api/webhooks, customerId, 1",
            "/api/notifications, ticketId, abc", "/api/notifications, cursor, MQ", "/api/notifications, month, 2025-01"})
    void parametersAreKnownAndWellFormed(String path, String name, String value) {
        refused(as(Tokens.admin()).queryParam(name, value).get(path).then(), name);
    }

    @Test
    void answersComeInTheFormsSomebodyMade() {
        RestAssured.given().auth().oauth2(Tokens.admin()).accept("text/csv").get("/api/webhooks").then().statusCode(406).body("type",
                equalTo("/problems/not-acceptable"));
    }

    private static void refused(ValidatableResponse answer, String field) {
        answer.statusCode(400).contentType("application/problem+json").body("errors.field", hasItem(field));
    }
}
