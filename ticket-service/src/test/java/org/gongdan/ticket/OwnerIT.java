package org.gongdan.ticket;

import static org.gongdan.ticket.TicketFixtures.anOpenTicket;
import static org.gongdan.ticket.TicketFixtures.as;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.gongdan.testing.Infrastructure;
import org.gongdan.testing.Tokens;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class OwnerIT {

    private static UUID given(String assignee) {
        UUID ticket = anOpenTicket(Tokens.XINGFU);
        as(Tokens.agent()).body(Map.of("assignee", assignee)).post("/api/tickets/" + ticket + "/assign").then().statusCode(200);
        return ticket;
    }

    private static int nobodys() {
        Integer open = as(Tokens.supervisor()).get("/api/tickets/owners").then().extract().path("items.find { it.assignee == null }.open");
        return open == null ? 0 : open;
    }

    @Test
    void everybodysOpenTicketsAreCountedAndThoseOfNobody() {
        // Given
        String owner = "owner-" + UUID.randomUUID();
        UUID waiting = given(owner);
        as(Tokens.agent()).body(Map.of("reason", "PARTS", "evidence", "备件在途")).post("/api/tickets/" + waiting + "/wait").then()
                .statusCode(200);
        UUID cancelled = given(owner);
        as(Tokens.agent()).body(Map.of("reason", "重复")).post("/api/tickets/" + cancelled + "/cancel").then().statusCode(200);
        given(owner);
        int before = nobodys();
        anOpenTicket(Tokens.XINGFU);

        // When
        var loads = as(Tokens.supervisor()).get("/api/tickets/owners").then();

        // Then
        loads.statusCode(200).rootPath("items.find { it.assignee == '" + owner + "' }").body("open", equalTo(2), "waiting", equalTo(1),
                "breached", equalTo(0));
        loads.rootPath("items.find { it.assignee == null }").body("open", equalTo(before + 1));
        as(Tokens.manager()).queryParam("limit", 200).get("/api/tickets/owners/tickets").then().statusCode(200).body(
                "items.id", not(empty()), "items.id", not(hasItem(waiting.toString())), "items.assignee", everyItem(nullValue()));
    }

    @Test
    void theTicketsOfSomebodyComeInPages() {
        // Given
        String owner = "owner-" + UUID.randomUUID();
        UUID first = given(owner);
        UUID second = given(owner);

        // When
        var page = as(Tokens.supervisor()).queryParam("assignee", owner).queryParam("limit", 1)
                .get("/api/tickets/owners/tickets").then().statusCode(200);

        // Then
        page.body("items.id", equalTo(List.of(first.toString())), "next", notNullValue());
        as(Tokens.supervisor()).queryParam("assignee", owner).queryParam("cursor", page.extract().<String>path("next"))
                .get("/api/tickets/owners/tickets").then().statusCode(200).body("items.id", equalTo(List.of(second.toString())));
        as(Tokens.supervisor()).queryParam("assignee", owner.toUpperCase()).get("/api/tickets/owners/tickets").then().statusCode(200)
                .body("items.id", equalTo(List.of(first.toString(), second.toString())));
    }

    @Test
    void onlyThoseWhoLeadSeeWhoHasWhat() {
        as(Tokens.agent()).get("/api/tickets/owners").then().statusCode(403);
        as(Tokens.customer()).get("/api/tickets/owners/tickets").then().statusCode(403);
        as(Tokens.supervisor()).queryParam("cursor", "bm8").get("/api/tickets/owners/tickets").then().statusCode(400);
        io.restassured.RestAssured.given().get("/api/tickets/owners").then().statusCode(401);
    }
}
