package org.gongdan.dispatch;

import static org.gongdan.dispatch.VisitFixtures.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import java.util.Map;
import java.util.UUID;

import org.gongdan.testing.Infrastructure;
import org.gongdan.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class DispatchReadingIT {

    private static final String SHIFT = "{\"duty\":\"DESK\",\"person\":\"p\",\"startsAt\":%s,\"endsAt\":\"2026-12-01T00:00:00Z\"}";

    @ParameterizedTest
    @ValueSource(strings = {"\"-0001-01-01T00:00:00Z\"", "\"1999-12-31T00:00:00Z\"", "\"+300000-01-01T00:00:00Z\"",
            "\"9999-12-31T23:59:59Z\"", "1763600000", "true", "\"infinity\""})
    void shiftsLieInTheTimesThereAre(String start) {
        refused(as(Tokens.supervisor()).body(SHIFT.formatted(start)).post("/api/shifts").then(), "startsAt");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {"from, `[2026,11,20]`", "from, 20000", "to, `\"9999-12-31\"`", "acceptGaps, 2",
            "acceptGaps, `\"true\"`", "acceptGaps, 1"})
    void publicationsAreReadStrictly(String field, String json) {
        // Given
        String body = "{\"from\":\"2026-11-20\",\"to\":\"2026-11-21\",\"acceptGaps\":true}".replaceFirst("\"" + field + "\":[^,}]+",
                "\"" + field + "\":" + json);

        // When
        ValidatableResponse answer = as(Tokens.supervisor()).body(body).post("/api/duties/DESK/publication").then();

        // Then
        refused(answer, field);
    }

    @Test
    void rotationsAreReadStrictly() {
        String body = "{\"from\":\"2026-11-20\",\"to\":\"2026-11-21\",\"rotation\":{"
                + "\"turns\":[%s],\"pattern\":[%s],\"members\":[{\"person\":\"p\",\"offset\":%s}],\"anchor\":\"2026-11-20\"}}";
        String turn = "{\"name\":\"早\",\"start\":\"08:00\",\"end\":\"16:00\"}";
        refused(as(Tokens.supervisor()).body(body.formatted("null", "\"早\"", 0)).post("/api/duties/DESK/rotation").then(),
                "rotation.turns[0]");
        refused(as(Tokens.supervisor()).body(body.formatted(turn, "null", 0)).post("/api/duties/DESK/rotation").then(),
                "rotation.pattern[0]");
        refused(as(Tokens.supervisor()).body(body.formatted(turn, "\"早\"", "1.5")).post("/api/duties/DESK/rotation").then(),
                "rotation.members[0].offset");
        refused(as(Tokens.supervisor()).body(body.formatted(turn.replace("\"08:00\"", "[8,0]"), "\"早\"", 0))
                .post("/api/duties/DESK/rotation").then(), "rotation.turns[0].start");
        refused(as(Tokens.supervisor()).body(body.formatted(turn.replace("08:00", "08:00:00.000000001"), "\"早\"", 0))
                .post("/api/duties/DESK/rotation").then(),
                "rotation.turns[0].start");
    }

    @ParameterizedTest
    @CsvSource({"/api/shifts, from, abc", "/api/shifts, from, 9999-12-31T00:00:00Z", "/api/shifts, at, 2026-01-01T00:00:00Z",
            "/api/shifts/on-duty, at, -0001-01-01T00:00:00Z",
            "/api/duties/DESK/gaps, drafts, 1", "/api/duties, limit, 1", "/api/visits, engineerId, abc", "/api/visits, status, nonsense",
            "/api/visits, cursor, abc", "/api/visits, from, abc", "/api/visits, to, 9999-12-31T00:00:00Z", "/api/shifts, cursor, MXwy",
            "/api/engineers, limit, abc"})
    void parametersAreKnownAndWellFormed(String path, String name, String value) {
        refused(as(Tokens.supervisor()).queryParam(name, value).get(path).then(), name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"data:image/svg+xml;base64,PHN2Zy8+", "<svg/>", "javascript:alert(1)", "M1\\u0000"})
    void signaturesAreStrokesOrDots(String strokes) {
        RestAssured.given().contentType(ContentType.JSON).body("{\"signerName\":\"刘海燕\",\"strokes\":\"" + strokes + "\"}")
                .post("/api/signatures/" + "x".repeat(43)).then()
                .statusCode(400).body("errors.field", hasItem("strokes"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mars/Base", "+08:00", "UTC+8", "Z", "SystemV/PST8", "asia/shanghai"})
    void zonesHaveTheirNames(String zone) {
        refused(as(Tokens.supervisor()).body(Map.of("name", "n", "responsibilities", "r", "zone", zone)).put("/api/duties/READING").then(),
                "zone");
    }

    @Test
    void answersComeInTheFormsSomebodyMade() {
        for (String path : new String[] {"/api/visits", "/api/shifts", "/api/duties", "/api/engineers"}) {
            RestAssured.given().auth().oauth2(Tokens.supervisor()).accept("text/csv").get(path).then().statusCode(406).body("type",
                    equalTo("/problems/not-acceptable"));
        }
        RestAssured.given().auth().oauth2(Tokens.supervisor()).contentType("text/plain").body("{}")
                .post("/api/visits/" + UUID.randomUUID() + "/cancel").then().statusCode(415)
                .body("type", equalTo("/problems/unsupported-media-type"));
    }

    private static void refused(ValidatableResponse answer, String field) {
        answer.statusCode(400).contentType("application/problem+json").body("errors.field", hasItem(field));
    }
}
