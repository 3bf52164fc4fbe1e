package org.gongdan.sla;

import static io.restassured.RestAssured.given;
import static org.gongdan.sla.SlaFixtures.as;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import java.util.List;
import java.util.UUID;

import org.gongdan.testing.Infrastructure;
import org.gongdan.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class SlaReadingIT {

    private final String calendar = "/api/calendars/reading-" + UUID.randomUUID();

    @ParameterizedTest
    @ValueSource(strings = {"attainment", "attainment/kind", "breaches", "distributions", "punctuality", "notices", "causes",
            "causes/summary"})
    void everyFigureTakesAMonthAndNothingUnknown(String figure) {
        String path = "/api/sla-reports/" + figure;
        as(Tokens.supervisor()).queryParam("month", "2025-01").queryParam("customerId", UUID.randomUUID()).get(path).then().statusCode(200);
        refused(as(Tokens.supervisor()).queryParam("month", "abc").get(path).then(), "month");
        refused(as(Tokens.supervisor()).queryParam("month", "1999-12").get(path).then(), "month");
        refused(as(Tokens.supervisor()).queryParam("from", "+300000-01-01T00:00:00Z").get(path).then(), "from");
        refused(as(Tokens.supervisor()).queryParam("to", "9999-12-31").get(path).then(), "to");
        refused(as(Tokens.supervisor()).queryParam("zone", "Mars/Base").get(path).then(), "zone");
        refused(as(Tokens.supervisor()).queryParam("zone", "UTC+8").get(path).then(), "zone");
        refused(as(Tokens.supervisor()).queryParam("zone", "+08:00").get(path).then(), "zone");
        refused(as(Tokens.supervisor()).queryParam("month", "").get(path).then(), "month");
        refused(as(Tokens.supervisor()).queryParam("mont", "2025-01").get(path).then(), "mont");
        refused(as(Tokens.supervisor()).queryParam("month", "2025-01").queryParam("from", "2025-01-01").get(path).then(), "from");
    }

    @Test
    void nothingHappenedInAMonthBeforeAnythingDid() {
        as(Tokens.supervisor()).queryParam("month", "2001-01").get("/api/sla-reports/attainment").then().statusCode(200).body("items",
                empty());
    }

    @ParameterizedTest
    @CsvSource({"/api/sla-reports/causes, text/csv", "/api/sla-reports/breaches, text/csv", "/api/clocks, text/csv",
            "/api/promises, text/csv", "/api/calendars, text/calendar",
            "/api/agreements, application/pdf", "/api/compensations, text/csv", "/api/sla-reports/monthly, text/csv"})
    void answersComeInTheFormsSomebodyMade(String path, String accept) {
        given().auth().oauth2(Tokens.manager()).accept(accept).get(path).then().statusCode(406).contentType("application/problem+json")
                .body("type", equalTo("/problems/not-acceptable"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"元\\u0000旦", "元\\ud800旦", "元\\n旦", "\\ufeff", ""})
    void namesOfHolidaysAreLines(String name) {
        // Given
        as(Tokens.manager()).body("{\"title\":\"t\",\"base\":\"office-cn\"}").put(calendar).then().statusCode(201);

        // When
        var answer = as(Tokens.manager()).header("If-Match", "\"1\"")
                .body("{\"year\":2026,\"days\":[{\"name\":\"" + name + "\",\"date\":\"2026-01-01\",\"isOffDay\":true}]}")
                .post(calendar + "/holidays").then();

        // Then
        refused(answer, "days[0]");
    }

    @Test
    void noticesAreReadStrictly() {
        as(Tokens.manager()).body("{\"title\":\"t\",\"base\":\"office-cn\"}").put(calendar).then().statusCode(201);
        for (String day : List.of("null", "7", "{\"name\":1,\"date\":\"2026-01-01\",\"isOffDay\":true}",
                "{\"name\":\"a\",\"date\":\"2026-01-01\",\"isOffDay\":1}",
                "{\"name\":\"a\",\"date\":[2026,1,1],\"isOffDay\":true}", "{\"name\":\"a\",\"date\":\"+300000-01-01\",\"isOffDay\":true}",
                "{\"name\":\"a\",\"name\":\"b\",\"date\":\"2026-01-01\",\"isOffDay\":true}")) {
            as(Tokens.manager()).header("If-Match", "\"1\"").body("{\"year\":2026,\"days\":[" + day + "]}").post(calendar + "/holidays")
                    .then().statusCode(400)
                    .contentType("application/problem+json");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"title\":\"t\",\"base\":\"office-cn\",\"days\":[null]}",
            "{\"title\":\"t\",\"base\":\"office-cn\",\"weeks\":[null]}",
            "{\"title\":\"t\",\"base\":\"office-cn\",\"weeks\":[{\"hours\":{\"MONDAY\":null}}]}",
            "{\"title\":\"t\",\"base\":\"office-cn\",\"weeks\":[{\"hours\":{\"MONDAY\":[null]}}]}",
            "{\"title\":\"a\\nb\",\"base\":\"office-cn\"}", "{\"title\":1,\"base\":\"office-cn\"}",
            "{\"title\":\"t\",\"base\":\"office-cn\",\"days\":[{\"date\":20000,\"name\":\"n\"}]}",
            "{\"title\":\"t\",\"zone\":8}", "{\"title\":\"t\",\"more\":1}", "{\"title\":\"t\",\"weeks\":[{\"hours\":{\"1\":[]}}]}",
            "{\"title\":\"t\",\"weeks\":[{\"hours\":{\"MONDAY\":[\"9-12\"]}}]}"})
    void calendarsAreReadStrictly(String body) {
        as(Tokens.manager()).body(body).put(calendar).then().statusCode(400).contentType("application/problem+json").body("errors",
                not(empty()));
    }

    private static void refused(ValidatableResponse answer, String field) {
        answer.statusCode(400).contentType("application/problem+json").body("errors.field", hasItem(field));
    }
}
