package org.gongdan.ticket;

import static org.gongdan.ticket.TicketFixtures.aCustomer;
import static org.gongdan.ticket.TicketFixtures.aPhoneReport;
import static org.gongdan.ticket.TicketFixtures.anOpenTicket;
import static org.gongdan.ticket.TicketFixtures.as;
import static org.gongdan.ticket.TicketFixtures.opened;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.gongdan.platform.event.EventJson;
import org.gongdan.platform.input.Values;
import org.gongdan.testing.Infrastructure;
import org.gongdan.testing.PostgresServer;
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
class StrictReadingIT {

    @ParameterizedTest
    @ValueSource(strings = {"9999-12-31T23:59:59Z", "+300000-01-01T00:00:00Z", "+1000000000-12-31T23:59:59.999999999Z",
            "-0001-01-01T00:00:00Z", "1999-12-31T23:59:59Z",
            "2200-01-01T00:00:00Z", "infinity", "2026-13-01T00:00:00Z", ""})
    void timesOutOfRangeAreRefusedAndNamed(String time) {
        // Given
        Map<String, Object> report = aPhoneReport(aCustomer(Tokens.XINGFU));
        report.put("expectedBy", time);

        // When
        ValidatableResponse answer = opened(report, Tokens.agent());

        // Then
        refused(answer, "expectedBy");
        refused(opened(report, Tokens.customer()), "expectedBy");
    }

    @Test
    void aPromiseLiesNoMoreThanTenYearsAhead() {
        // Given
        UUID ticket = anOpenTicket(Tokens.XINGFU);
        Map<String, Object> report = aPhoneReport(aCustomer(Tokens.XINGFU));
        report.put("expectedBy", Values.LATEST.toString());

        // When
        ValidatableResponse answer = opened(report, Tokens.agent());

        // Then
        answer.statusCode(422).body("type", equalTo("/problems/too-far-ahead")).body("errors[0].field", equalTo("expectedBy")).body("title",
                equalTo("The time lies too far ahead"));
        as(Tokens.agent())
                .body(Map.of("plan", "p", "newTime", Values.LATEST.toString(), "consent",
                        Map.of("givenBy", "刘店长", "at", "2026-01-01T00:00:00Z")))
                .post("/api/tickets/" + ticket + "/extend").then().statusCode(422).body("errors[0].field", equalTo("newTime"));
        as(Tokens.agent()).body(Map.of("dueAt", Values.LATEST.toString(), "words", "w"))
                .post("/api/tickets/" + ticket + "/promise-callback").then().statusCode(422)
                .body("errors[0].field", equalTo("dueAt"));
        as(Tokens.agent()).body(Map.of("need", "n", "skipReason", "s", "preferredFrom", Values.LATEST.toString()))
                .post("/api/tickets/" + ticket + "/request-visit").then()
                .statusCode(422).body("errors[0].field", equalTo("preferredFrom"));
    }

    @Test
    void aTimeKeepsSixDecimalsOfTheSecond() {
        // Given
        Instant time = Instant.now().plus(Duration.ofDays(365));
        Map<String, Object> report = aPhoneReport(aCustomer(Tokens.XINGFU));
        report.put("expectedBy", time.toString().replaceAll("(\\.\\d+)?Z", ".123456789Z"));

        // When
        ValidatableResponse answer = opened(report, Tokens.agent());

        // Then
        answer.statusCode(201).body("expectedBy", containsString(".123456Z"));
    }

    @Test
    void aTimeOutOfRangeCannotBeStored() {
        // Given
        UUID ticket = anOpenTicket(Tokens.XINGFU);

        // When
        var refusal = assertThrows(SQLException.class, () -> {
            try (var connection = PostgresServer.shared().connect(); var statement = connection.createStatement()) {
                statement.executeUpdate("update ticket set expected_by = 'infinity' where id = '" + ticket + "'");
            }
        });

        // Then
        assertTrue(refusal.getMessage().contains("ticket_expected_by_in_range"), refusal::getMessage);
    }

    @Test
    void whatWasStoredBeforeThereWasARangeBecomesTheNearestTime() throws Exception {
        try (Connection connection = PostgresServer.shared().connect(); Statement statement = connection.createStatement();
                InputStream migration = getClass().getResourceAsStream("/db/migration/V10__times_in_range.sql")) {
            // Given
            connection.setAutoCommit(false);
            statement.execute("create schema far; set local search_path to far; create table promise (at timestamptz, day date)");
            statement.execute(
                    "insert into promise (at) values ('infinity'), ('-infinity'), ('2026-11-20 00:00Z'), ('9999-12-31 00:00Z'), (null)");

            // When
            statement.execute(new String(migration.readAllBytes(), StandardCharsets.UTF_8));

            // Then
            ResultSet times = statement
                    .executeQuery("select string_agg(to_char(at at time zone 'UTC', 'YYYY-MM-DD'), ' ' order by at) from promise");
            assertTrue(times.next());
            assertEquals("2000-01-01 2026-11-20 2199-12-31 2199-12-31", times.getString(1));
            connection.rollback();
        }
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {"impact, 1", "impact, `\"1\"`", "impact, `\"high\"`", "impact, `\"\"`", "impact, true",
            "channel, 1", "summary, 7", "summary, true",
            "summary, `[\"a\"]`", "summary, `{\"a\":1}`", "expectedBy, 1763600000", "expectedBy, true", "siteId, 5",
            "customerId, `\"00000000-0000-0000-0000-000000000000\"`",
            "customerId, `\"1-1-1-1-1\"`", "nonsense, 1"})
    void scalarsAreNotTakenForEachOther(String field, String json) {
        // Given
        Map<String, Object> body = aPhoneReport(aCustomer(Tokens.XINGFU));
        body.put(field, "REPLACED");

        // When
        ValidatableResponse answer = as(Tokens.agent()).body(written(body).replace("\"REPLACED\"", json)).post("/api/tickets").then();

        // Then
        refused(answer, field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\u0000b", "a\\ud800b", "\\udc00", "a\\uffffb", "a\\u0007b", "a\\nb", "a\\r\\nb", "a\\tb", "\\ufeff",
            "\\u200b", "王\\u200b伟", "\\u202e伟", "\\u2800", " ", "\\u3000"})
    void namesShowEverythingTheyHold(String name) {
        // Given
        String body = "{\"name\":\"x\",\"contacts\":[{\"name\":\"" + name + "\",\"salutation\":\"先生\",\"phone\":\"13812341234\"}]}";

        // When
        ValidatableResponse answer = as(Tokens.agent()).body(body).post("/api/customers").then();

        // Then
        refused(answer, "contacts[0].name");
        refused(as(Tokens.agent()).body("{\"name\":\"" + name + "\"}").post("/api/customers").then(), "name");
        refused(as(Tokens.agent()).body(body.replace("\"salutation\":\"先生\"", "\"salutation\":\"" + name + "\"")
                .replaceFirst("\\[\\{\"name\":\"[^\"]*\"", "[{\"name\":\"x\"")).post("/api/customers").then(),
                "contacts[0].salutation");
    }

    @Test
    void textsAreKeptInOneFormAndCountedInCodePoints() {
        as(Tokens.agent()).body(Map.of("name", " Cafe\u0301 ")).post("/api/customers").then().statusCode(201).body("name", equalTo("Café"));
        as(Tokens.agent()).body(Map.of("name", "𠮷".repeat(200))).post("/api/customers").then().statusCode(201);
        refused(as(Tokens.agent()).body(Map.of("name", "𠮷".repeat(201))).post("/api/customers").then(), "name");
    }

    @Test
    void freeTextMayHoldLinesAndEmoji() {
        // Given
        Map<String, Object> report = aPhoneReport(aCustomer(Tokens.XINGFU));
        report.put("symptom", "第一行\n\t第二行 👨\u200D👩\u200D👧");

        // When
        ValidatableResponse answer = opened(report, Tokens.agent());

        // Then
        answer.statusCode(201).body("symptom", equalTo("第一行\n\t第二行 👨\u200D👩\u200D👧"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sites", "contacts", "products"})
    void listsHoldNoNulls(String list) {
        refused(as(Tokens.agent()).body("{\"name\":\"x\",\"" + list + "\":[null]}").post("/api/customers").then(), list + "[0]");
        refused(as(Tokens.agent()).body("{\"name\":\"x\",\"" + list + "\":{}}").post("/api/customers").then(), list);
    }

    @Test
    void positionsAreWholeNumbers() {
        String body = "{\"name\":\"x\",\"sites\":[{\"name\":\"s\",\"address\":\"a\"}],\"products\":[{\"name\":\"p\",\"siteIndex\":%s}]}";
        for (String index : List.of("1.5", "0.0", "\"0\"", "1e0", "true", "99999999999")) {
            refused(as(Tokens.agent()).body(body.formatted(index)).post("/api/customers").then(), "products[0].siteIndex");
        }
    }

    @Test
    void aFieldThatIsThereTwiceIsNamed() {
        UUID ticket = anOpenTicket(Tokens.XINGFU);
        refused(as(Tokens.agent()).body("{\"reason\":\"a\",\"reason\":\"b\"}").post("/api/tickets/" + ticket + "/cancel").then(), "reason");
        refused(as(Tokens.agent()).body("{\"name\":\"x\",\"sites\":[{\"name\":\"a\",\"name\":\"b\",\"address\":\"c\"}]}")
                .post("/api/customers").then(), "sites[0].name");
        refused(as(Tokens.agent()).body("{\"reason\":0}").post("/api/tickets/" + ticket + "/cancel").then(), "reason");
        refused(as(Tokens.agent()).body("{\"reason\":\"a\",\"why\":\"b\"}").post("/api/tickets/" + ticket + "/cancel").then(), "why");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[{\"reason\":\"a\"}]", "\"a\"", "7", "null", "", " ", "{\"reason\":\"a\"} x", "{\"reason\":\"a\"}{}",
            "{\"reason\":1e999999}", "{\"reason\":\"a\",}", "\ufeff"})
    void bodiesThatAreNotOneObjectAreRefused(String body) {
        // Given
        UUID ticket = anOpenTicket(Tokens.XINGFU);

        // When
        ValidatableResponse answer = as(Tokens.agent()).body(body).post("/api/tickets/" + ticket + "/cancel").then();

        // Then
        answer.statusCode(400).contentType("application/problem+json").body("title", notNullValue()).body("type", startsWith("/problems/"));
    }

    @Test
    void deepAndLongBodiesAreRefused() {
        UUID ticket = anOpenTicket(Tokens.XINGFU);
        String path = "/api/tickets/" + ticket + "/cancel";
        as(Tokens.agent()).body("{\"reason\":" + "[".repeat(5000) + "]".repeat(5000) + "}").post(path).then().statusCode(400)
                .contentType("application/problem+json");
        as(Tokens.agent()).body("{\"reason\":\"" + "a".repeat(200_000) + "\"}").post(path).then().statusCode(400).body("errors[0].field",
                equalTo("reason"));
    }

    @ParameterizedTest
    @CsvSource({"limit, abc", "limit, 1.5", "limit, ''", "limit, 99999999999", "customerId, abc",
            "customerId, 00000000-0000-0000-0000-000000000000", "mine, abc", "mine, 1",
            "status, NONSENSE", "status, open", "cursor, !!!", "cursor, YWJj", "cursor, AA", "cursor, ''", "customerId, ''",
            "month, 2025-01", "Limit, 1", "limit, 0", "limit, 201"})
    void parametersAreKnownAndWellFormed(String name, String value) {
        // When
        ValidatableResponse answer = as(Tokens.agent()).queryParam(name, value).get("/api/tickets").then();

        // Then
        refused(answer, name);
    }

    @Test
    void aParameterIsGivenOnceUnlessItIsAList() {
        refused(as(Tokens.agent()).get("/api/tickets?limit=1&limit=2").then(), "limit");
        as(Tokens.agent()).get("/api/tickets?status=OPEN&status=CLOSED").then().statusCode(200);
        refused(as(Tokens.agent()).urlEncodingEnabled(false).get("/api/tickets?query=a%00b").then(), "query");
        refused(as(Tokens.agent()).get("/api/customers?cursor=abc").then(), "cursor");
        as(Tokens.agent()).urlEncodingEnabled(false).get("/api/tickets/by-number/a%00b").then().statusCode(404)
                .contentType("application/problem+json");
        as(Tokens.agent()).get("/api/tickets/no-uuid").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void aCursorGoesOnWithTheListThatGaveIt() {
        // Given
        anOpenTicket(Tokens.XINGFU);
        anOpenTicket(Tokens.XINGFU);
        String list = "/api/tickets?customerId=" + Tokens.XINGFU;

        // When
        String cursor = as(Tokens.agent()).get(list + "&limit=1").then().statusCode(200).extract().path("next");

        // Then
        as(Tokens.agent()).get(list + "&limit=2&cursor=" + cursor).then().statusCode(200);
        String edited = (cursor.startsWith("M") ? "N" : "M") + cursor.substring(1);
        for (String other : List.of("/api/tickets?cursor=" + cursor, list + "&status=OPEN&cursor=" + cursor, list + "&cursor=" + edited,
                "/api/customers?cursor=" + cursor,
                list + "&cursor=" + cursor.substring(0, cursor.indexOf('.')), list + "&cursor=" + cursor + "0")) {
            refused(as(Tokens.agent()).get(other).then(), "cursor");
        }
    }

    private static void refused(ValidatableResponse answer, String field) {
        answer.statusCode(400).contentType("application/problem+json").body("type", equalTo("/problems/invalid-input"))
                .body("errors.field", hasItem(field))
                .body("title", equalTo("Some fields are missing or malformed"));
    }

    private static String written(Map<String, Object> body) {
        return EventJson.write(new HashMap<>(body));
    }
}
