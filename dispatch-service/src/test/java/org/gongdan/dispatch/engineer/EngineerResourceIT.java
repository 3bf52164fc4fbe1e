package org.gongdan.dispatch.engineer;

import static org.gongdan.dispatch.VisitFixtures.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Map;
import java.util.UUID;

import org.gongdan.testing.Infrastructure;
import org.gongdan.testing.Tokens;
import org.gongdan.testing.Topics;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class EngineerResourceIT {

    @Test
    void supervisorRegistersAnEngineerUnderTheIdOfHisAccount() {
        // Given
        UUID id = UUID.randomUUID();

        // When
        var registered = as(Tokens.supervisor()).body(Map.of("id", id, "name", "李工", "phone", "13900000102")).post("/api/engineers").then();

        // Then
        registered.statusCode(201).header("Location", org.hamcrest.Matchers.containsString("/api/engineers"))
                .body("id", equalTo(id.toString()))
                .body("phone", equalTo("13900000102"));
        String find = "items.find { it.id == '" + id + "' }.phone";
        as(Tokens.supervisor()).get("/api/engineers?limit=200").then().statusCode(200).body(find, equalTo("13900000102"));
        as(Tokens.agent()).get("/api/engineers?limit=200").then().statusCode(200).body(find, equalTo("139****02"));
        as(Tokens.admin()).body(Map.of("id", id, "name", "赵工", "phone", "13900000103")).post("/api/engineers").then().statusCode(409)
                .body("type", equalTo("/problems/engineer-exists"));
    }

    @Test
    void engineerIsCorrectedAndConnectedWithTheNameTheRosterKnows() {
        // Given
        UUID id = UUID.randomUUID();
        as(Tokens.admin()).body(Map.of("id", id, "name", "李工", "phone", "13900000102")).post("/api/engineers").then().statusCode(201);
        String path = "/api/engineers/" + id + "/change";

        // When
        var changed = as(Tokens.admin()).header("If-Match", "\"0\"").body(Map.of("name", "李明", "username", "LI-" + id)).post(path).then();

        // Then
        changed.statusCode(200).body("name", equalTo("李明")).body("username", equalTo("li-" + id)).body("phone", equalTo("13900000102"));
        Topics.shared().await("contact-events", event -> id.toString().equals(event.key()) && "李明".equals(event.text("name")));
        as(Tokens.supervisor()).header("If-Match", "\"0\"").body(Map.of("name", "x")).post(path).then().statusCode(412);
        as(Tokens.supervisor()).body(Map.of("name", "x")).post("/api/engineers/" + UUID.randomUUID() + "/change").then().statusCode(404);
        as(Tokens.engineer()).body(Map.of("name", "x")).post(path).then().statusCode(403);
        RestAssured.given().contentType("application/json").body(Map.of("name", "x")).post(path).then().statusCode(401);
        as(Tokens.supervisor()).body(Map.of("name", "赵工", "phone", "13900000103", "username", "li-" + id)).post("/api/engineers").then()
                .statusCode(409);
    }

    @Test
    void engineersAreListedInPages() {
        // Given
        for (int number = 0; number < 2; number++) {
            as(Tokens.admin()).body(Map.of("name", "李工", "phone", "13900000102")).post("/api/engineers").then().statusCode(201);
        }

        // When
        var first = as(Tokens.manager()).get("/api/engineers?limit=1").then().statusCode(200).extract().jsonPath();

        // Then
        var second = as(Tokens.manager()).queryParam("cursor", first.getString("next")).get("/api/engineers?limit=1").then().statusCode(200)
                .extract().jsonPath();
        assertEquals(1, second.getList("items").size());
        assertNotEquals(first.getString("items[0].id"), second.getString("items[0].id"));
    }

    @Test
    void othersAreTurnedAwayAndBadInputIsNamed() {
        Map<String, Object> body = Map.of("name", "李工", "phone", "13900000102");
        RestAssured.given().contentType("application/json").body(body).post("/api/engineers").then().statusCode(401);
        RestAssured.given().get("/api/engineers").then().statusCode(401);
        as(Tokens.engineer()).body(body).post("/api/engineers").then().statusCode(403);
        as(Tokens.customer()).get("/api/engineers").then().statusCode(403);
        as(Tokens.supervisor()).body(Map.of("name", "", "phone", "x")).post("/api/engineers").then().statusCode(400)
                .body("errors.field", hasItem("name")).body("errors.field", hasItem("phone"));
        as(Tokens.supervisor()).body(Map.of("name", "李工", "phone", "+----")).post("/api/engineers").then().statusCode(400)
                .body("errors.field", hasItem("phone"));
        as(Tokens.supervisor()).body(Map.of("name", "李工", "phone", "021-64265555转801")).post("/api/engineers").then().statusCode(201)
                .body("phone", equalTo("021-64265555转801"));
        as(Tokens.supervisor()).body(Map.of("name", "a\u0000b", "phone", "13900000102")).post("/api/engineers").then().statusCode(400);
    }
}
