package org.gongdan.notification;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.time.temporal.ChronoUnit;

import org.gongdan.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
@QuarkusTestResource(WithMailServer.class)
class NotificationResourceIT {

    private HeardEvents heard;

    @BeforeAll
    static void theNameOfAKind() {
        HeardEvents.kindDescribed("RESOLUTION_24H", "24小时内解决");
    }

    @BeforeEach
    void ticketWithTwoMessages() {
        Mailbox.open();
        heard = HeardEvents.aTicket();
        heard.contactChanged();
        heard.ticketOpened();
        heard.slaBreached(heard.now.minus(1, ChronoUnit.MINUTES));
        await().untilAsserted(() -> as(Tokens.agent()).get("/api/notifications?ticketId=" + heard.ticket)
                .then().body("items.status", equalTo(java.util.List.of("SENT", "SENT"))));
    }

    @AfterEach
    void closeMailbox() {
        Mailbox.close();
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).header("Accept-Language", "en");
    }

    @Test
    void staffSeesWhatWasSentForATicket() {
        as(Tokens.agent()).get("/api/notifications?ticketId=" + heard.ticket).then().statusCode(200).body("items", hasSize(2))
                .body("items.find { it.template == 'TICKET_OPENED' }.subject", containsString(heard.number))
                .body("items.find { it.template == 'TICKET_OPENED' }.body", containsString("刘店长"))
                .body("items.find { it.template == 'TICKET_OPENED' }.recipient", equalTo("c***@x***.example"))
                .body("items.find { it.template == 'TICKET_OPENED' }.sentAt", notNullValue());
    }

    @Test
    void customerSeesHisOwnMessagesButNotTheSupervisors() {
        for (String token : new String[] {Tokens.customer(), Tokens.integration()}) {
            as(token).get("/api/notifications?ticketId=" + heard.ticket).then().statusCode(200).body("items", hasSize(1))
                    .body("items[0].template", equalTo("TICKET_OPENED")).body("next", nullValue());
        }
    }

    @Test
    void listIsNarrowedByStateAndKindAndTime() {
        String path = "/api/notifications?ticketId=" + heard.ticket;
        as(Tokens.admin()).get(path + "&status=SENT&template=SLA_BREACHED").then().statusCode(200).body("items", hasSize(1))
                .body("items[0].template", equalTo("SLA_BREACHED"));
        as(Tokens.admin()).get(path + "&status=FAILED").then().statusCode(200).body("items", hasSize(0));
        as(Tokens.admin()).get(path + "&from=2026-01-01T00:00:00Z&to=2199-01-01T00:00:00Z").then().body("items", hasSize(2));
        as(Tokens.admin()).get(path + "&to=2020-01-01T00:00:00Z").then().body("items", hasSize(0));
        as(Tokens.admin()).get(path + "&status=LOST").then().statusCode(400);
    }

    @Test
    void foreignTicketAnswersLikeAMissingOne() {
        as(Tokens.foreignCustomer()).get("/api/notifications?ticketId=" + heard.ticket).then().statusCode(200).body("items", is(empty()));
        as(Tokens.foreignCustomer()).get("/api/notifications?limit=200").then().statusCode(200).body("items.ticketId",
                not(org.hamcrest.Matchers.hasItem(heard.ticket.toString())));
    }

    @Test
    void listIsPagedNewestFirst() {
        String next = as(Tokens.agent()).get("/api/notifications?limit=1&ticketId=" + heard.ticket).then().statusCode(200)
                .body("items", hasSize(1)).extract().jsonPath().getString("next");
        as(Tokens.agent()).queryParam("cursor", next).get("/api/notifications?limit=1&ticketId=" + heard.ticket).then().statusCode(200)
                .body("items", hasSize(1)).body("next", nullValue());
    }

    @Test
    void nonsenseIsRefused() {
        as(Tokens.agent()).get("/api/notifications?cursor=bm9uc2Vuc2U").then().statusCode(400);
        as(Tokens.agent()).get("/api/notifications?limit=0").then().statusCode(400);
        as(Tokens.agent()).get("/api/notifications?ticketId=nonsense").then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void callersWithoutTokenOrRoleAreTurnedAway() {
        given().get("/api/notifications").then().statusCode(401);
        as(Tokens.nobody()).get("/api/notifications").then().statusCode(403);
    }
}
