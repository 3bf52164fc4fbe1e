package org.gongdan.sla.monthly;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.gongdan.sla.SlaFixtures.as;
import static org.gongdan.sla.SlaFixtures.awaitClock;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.gongdan.sla.Events;
import org.gongdan.sla.SlaFixtures;
import org.gongdan.testing.Infrastructure;
import org.gongdan.testing.PostgresServer;
import org.gongdan.testing.Tokens;
import org.gongdan.testing.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class MonthlyIT {

    private static final String PATH = "/api/sla-reports/monthly";
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final UUID customer = UUID.randomUUID();
    private final String token = Tokens.of(UUID.randomUUID(), "portal", List.of("customer"), Map.of("own", customer));
    private final YearMonth month = YearMonth.now(SHANGHAI).minusMonths(1);
    private final Instant opened = month.atDay(10).atTime(9, 0).atZone(SHANGHAI).toInstant();

    /** Two tickets solved after one and two hours, and one too late. */
    @BeforeEach
    void aCustomerWithAMonth() {
        Topics.shared().send("customer-events", "CustomerRegistered.v1", customer, 0, customer,
                "{\"customerId\": \"%s\", \"name\": \"幸福超市\", \"level\": \"STANDARD\"}".formatted(customer));
        for (int hours : new int[] {1, 2, 30}) {
            Events ticket = Events.ofTicket(customer).opened(opened)
                    .ticket("TicketAcknowledged", "at", opened.plusSeconds(600), "by", "agent")
                    .resolved(opened.plus(Duration.ofHours(hours)));
            awaitClock(ticket, "RESOLUTION_24H", hours > 24 ? "BREACHED" : "MET");
        }
        await()
                .until(() -> SlaFixtures.count("select count(*) from clock where customer_id = ? and ended_at is not null", customer) == 9);
        await().until(() -> SlaFixtures.count("select count(*) from customer where id = ?", customer) == 1);
    }

    /** Drafts of a month that are still being made would be counted by the next test. */
    @AfterEach
    void nothingIsLeftToDraft() {
        await()
                .until(() -> SlaFixtures.count("select count(*) from timer where kind = 'sla-report-month' and fire_at <= now()") == 0
                        && SlaFixtures.count("select count(*) from service_report where status = 'PLANNED'") == 0);
    }

    private ValidatableResponse draft(String token, String type, UUID customerId, YearMonth month) {
        Map<String, Object> body = new HashMap<>(Map.of("type", type, "month", month.toString()));
        if (customerId != null) {
            body.put("customerId", customerId);
        }
        return as(token).body(body).post(PATH).then();
    }

    private static ValidatableResponse release(String token, String id, String ifMatch) {
        var request = as(token).body(Map.of("comment", "本月服务平稳。"));
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).post(PATH + "/" + id + "/release").then();
    }

    private static void execute(String sql, Object... values) throws SQLException, IOException {
        try (Connection connection = PostgresServer.shared().connect(); PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < values.length; index++) {
                statement.setObject(index + 1, values[index]);
            }
            statement.executeUpdate();
        }
    }

    /** As if the working day on which the month is reported had come. */
    private void theDayComes() throws SQLException, IOException {
        execute("insert into timer (kind, ref, generation, due_at, fire_at) values ('sla-report-month', gen_random_uuid(), ?, now(), now())",
                MonthTimer.generation(month));
        await()
                .until(() -> SlaFixtures.count("select count(*) from timer where kind = 'sla-report-month' and fire_at <= now()") == 0
                        && SlaFixtures.count("select count(*) from service_report where customer_id = ? and status = 'DRAFT'",
                                customer) == 1);
    }

    @Test
    void theDayComesAndEveryCustomersMonthIsDraftedOnce() throws Exception {
        // Given
        theDayComes();

        // When
        theDayComes();

        // Then
        await()
                .until(() -> SlaFixtures.count("select count(*) from service_report where status = 'PLANNED'") == 0);
        assertEquals(1,
                SlaFixtures.count("select count(*) from service_report where type = 'MEETING' and month = cast(? as date) and number = 1",
                        month.atDay(1).toString()));
        assertEquals(1, SlaFixtures.count("select count(*) from timer where kind = 'sla-report-month' and generation = ?",
                MonthTimer.generation(month.plusMonths(1))));
        as(Tokens.supervisor()).queryParam("customerId", customer).get(PATH).then().statusCode(200).body("items", hasSize(1),
                "items[0].status", equalTo("DRAFT"), "items[0].number", equalTo(1),
                "items[0].draftedBy", equalTo("system"), "items[0].customerName", equalTo("幸福超市"), "items[0].month",
                equalTo(month.toString()));
        String id = as(Tokens.supervisor()).queryParam("customerId", customer).get(PATH).then().extract().path("items[0].id");
        as(Tokens.supervisor()).get(PATH + "/" + id).then().statusCode(200).rootPath("figures.kinds.find { it.kind == 'RESOLUTION_24H' }")
                .body("total", equalTo(3), "met", equalTo(2), "breached", equalTo(1));
    }

    @Test
    void theTimersFiguresAreThoseOfADraftByHand() throws Exception {
        // Given
        theDayComes();
        String id = as(Tokens.supervisor()).queryParam("customerId", customer).get(PATH).then().extract().path("items[0].id");
        Map<String, Object> byTimer = as(Tokens.supervisor()).get(PATH + "/" + id).then().extract().path("figures");

        // When
        Map<String, Object> byHand = draft(Tokens.supervisor(), "CUSTOMER", customer, month).statusCode(201)
                .body("report.number", equalTo(2)).extract().path("figures");

        // Then
        assertEquals(withoutTime(byHand), withoutTime(byTimer));
    }

    private static Map<String, Object> withoutTime(Map<String, Object> figures) {
        Map<String, Object> rest = new HashMap<>(figures);
        rest.remove("asOf");
        return rest;
    }

    @Test
    void aNewInstallationFindsOutWhichMonthIsNext() throws Exception {
        // When
        execute("insert into timer (kind, ref, generation, due_at, fire_at) values ('sla-report-month', gen_random_uuid(), 0, now(), now())");

        // Then
        await()
                .until(() -> SlaFixtures.count("select count(*) from timer where kind = 'sla-report-month' and generation = 0") == 0);
        await()
                .until(() -> SlaFixtures.count("select count(*) from timer where kind = 'sla-report-month' and generation in (?, ?)",
                        MonthTimer.generation(month), MonthTimer.generation(month.plusMonths(1))) >= 1);
    }

    @Test
    void figuresStayAsTheyWereAndAnotherDraftIsAnotherReport() {
        // Given
        String first = draft(Tokens.supervisor(), "CUSTOMER", customer, month).statusCode(201)
                .body("report.number", equalTo(1), "figures.volume[0].tickets", equalTo(3)).extract().path("report.id");
        Events late = Events.ofTicket(customer).opened(opened.plusSeconds(60)).resolved(opened.plus(Duration.ofHours(3)));
        awaitClock(late, "RESOLUTION_24H", "MET");

        // When
        var second = draft(Tokens.manager(), "CUSTOMER", customer, month);

        // Then
        second.statusCode(201).body("report.number", equalTo(2), "report.latest", equalTo(true), "report.status", equalTo("DRAFT"),
                "figures.volume[0].tickets", equalTo(4),
                "figures.times.find { it.kind == 'RESOLUTION_24H' && it.measure == 'WALL' }.p50", equalTo(149.5f), "figures.causes.cause",
                notNullValue());
        as(Tokens.supervisor()).get(PATH + "/" + first).then().body("figures.volume[0].tickets", equalTo(3), "report.latest",
                equalTo(false));
        as(Tokens.supervisor()).queryParam("customerId", customer).get(PATH).then().body("items.latest", equalTo(List.of(true, false)));
        release(Tokens.supervisor(), first, null).statusCode(409);
        release(Tokens.supervisor(), second.extract().path("report.id"), "\"77\"").statusCode(412);
        release(Tokens.supervisor(), second.extract().path("report.id"), second.extract().header("ETag")).statusCode(200).body("status",
                equalTo("RELEASED"), "releasedBy", equalTo("supervisor"));
        release(Tokens.supervisor(), second.extract().path("report.id"), null).statusCode(409);
    }

    @Test
    void theCustomerReadsWhatWasReleasedForHimAndNothingElse() throws Exception {
        // Given
        String id = draft(Tokens.supervisor(), "CUSTOMER", customer, month).statusCode(201).extract().path("report.id");
        String pack = draft(Tokens.supervisor(), "MEETING", null, month).statusCode(201).body("figures.customers", notNullValue()).extract()
                .path("report.id");
        as(token).get(PATH + "/" + id).then().statusCode(404);
        as(token).get(PATH).then().statusCode(200).body("items", hasSize(0));

        // When
        release(Tokens.supervisor(), id, null).statusCode(200);

        // Then
        as(token).get(PATH + "/" + id).then().statusCode(200).body("report.comment", equalTo("本月服务平稳。"), "report.draftedBy", nullValue(),
                "figures.engineers", hasSize(0));
        as(token).get(PATH).then().body("items.id", equalTo(List.of(id)));
        as(token).get(PATH + "/" + id + "/pdf").then().statusCode(200);
        release(Tokens.supervisor(), pack, null).statusCode(200);
        as(token).get(PATH + "/" + pack).then().statusCode(404);
        as(Tokens.foreignCustomer()).get(PATH + "/" + id).then().statusCode(404);
        as(Tokens.foreignCustomer()).get(PATH + "/" + id + "/xlsx").then().statusCode(404);
        as(Tokens.foreignCustomer()).queryParam("customerId", customer).get(PATH).then().statusCode(404);
        await().until(() -> Topics.shared().all("sla-events", event -> id.equals(event.key())).size() == 1);
        var told = Topics.shared().all("sla-events", event -> id.equals(event.key())).getFirst();
        assertEquals(month.toString(), told.text("month"));
        assertEquals(customer.toString(), told.text("customerId"));
        assertThrows(SQLException.class, () -> execute("update service_report set figures = '{}' where id = ?", UUID.fromString(id)));
    }

    @Test
    void bothKindsArePrintedInTheReadersLanguage() throws Exception {
        // Given
        String id = draft(Tokens.supervisor(), "CUSTOMER", customer, month).extract().path("report.id");
        String pack = draft(Tokens.supervisor(), "MEETING", null, month).extract().path("report.id");

        // When
        byte[] pdf = given().auth().oauth2(Tokens.supervisor()).header("Accept-Language", "zh").accept("application/pdf")
                .get(PATH + "/" + id + "/pdf").then().statusCode(200).contentType("application/pdf")
                .extract().asByteArray();

        // Then
        try (PDDocument read = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(read).replaceAll("\\s+", " ");
            for (String wanted : List.of("幸福超市", "24小时内解决", "66.67 %", "2611-0042", "草稿", "6小时")) {
                assertTrue(text.contains(wanted), wanted + " is missing in " + text);
            }
        }
        byte[] excel = as(Tokens.supervisor()).get(PATH + "/" + id + "/xlsx").then().statusCode(200).extract().asByteArray();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(excel))) {
            var kept = workbook.getSheet("Promises kept");
            for (var row : kept) {
                if (row.getCell(0).getStringCellValue().equals("Resolution within 24 hours")) {
                    assertEquals(3, row.getCell(1).getNumericCellValue());
                    assertEquals(0.6667, row.getCell(5).getNumericCellValue());
                }
            }
        }
        assertTrue(as(Tokens.manager()).get(PATH + "/" + pack + "/pdf").then().statusCode(200).extract().asByteArray().length > 2000);
        assertTrue(as(Tokens.manager()).get(PATH + "/" + pack + "/xlsx").then().statusCode(200).extract().asByteArray().length > 2000);
    }

    @Test
    void badRequestsGetAProblem() {
        draft(Tokens.supervisor(), "CUSTOMER", null, month).statusCode(400).body("errors[0].field", equalTo("customerId"));
        draft(Tokens.supervisor(), "MEETING", customer, month).statusCode(400).body("errors[0].field", equalTo("customerId"));
        draft(Tokens.supervisor(), "CUSTOMER", UUID.randomUUID(), month).statusCode(404);
        draft(Tokens.supervisor(), "MEETING", null, month.plusMonths(1)).statusCode(422);
        as(Tokens.supervisor()).body(Map.of("type", "MEETING", "month", "soon")).post(PATH).then().statusCode(400);
        draft(Tokens.customer(), "CUSTOMER", customer, month).statusCode(403);
        draft(Tokens.agent(), "MEETING", null, month).statusCode(403);
        release(Tokens.supervisor(), UUID.randomUUID().toString(), null).statusCode(404);
        as(Tokens.agent()).get(PATH).then().statusCode(403);
        as(Tokens.supervisor()).queryParam("month", "2026-99").get(PATH).then().statusCode(400);
        as(Tokens.supervisor()).queryParam("cursor", "bm8").get(PATH).then().statusCode(400);
        as(Tokens.supervisor()).get(PATH + "/" + UUID.randomUUID() + "/pdf").then().statusCode(404);
        given().get(PATH).then().statusCode(401);
    }
}
