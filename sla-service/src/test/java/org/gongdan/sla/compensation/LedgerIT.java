package org.gongdan.sla.compensation;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.gongdan.sla.SlaFixtures.as;
import static org.gongdan.sla.compensation.Debts.awaitEntry;
import static org.gongdan.sla.compensation.Debts.breach;
import static org.gongdan.sla.compensation.Debts.deal;
import static org.gongdan.sla.compensation.Debts.entry;
import static org.gongdan.sla.compensation.Debts.exclude;
import static org.gongdan.sla.compensation.Debts.month;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.gongdan.sla.Events;
import org.gongdan.sla.agreement.Deals;
import org.gongdan.testing.Infrastructure;
import org.gongdan.testing.Tokens;
import org.gongdan.testing.Topics;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class LedgerIT {

    private final Instant opened = Events.now().minus(Duration.ofHours(8));

    @Test
    void aBrokenPromiseOfAContractIsOwedStepByStepAndNoCustomerSeesItYet() {
        // Given
        Deals deal = deal("12000.00", breach("100.00", "50.00", "300.00"));

        // When
        Events.ofTicket(deal.customer).opened(opened, null, "P1", null).resolved(opened.plus(Duration.ofMinutes(390)));

        // Then
        String id = awaitEntry(deal, "OWED");
        entry(id)
                .body("amount", equalTo("250.00"), "currency", equalTo("CNY"), "settled", equalTo(true), "agreement", equalTo(deal.number),
                        "priority", equalTo("P1"))
                .body("steps.step", equalTo(List.of("FIXED", "STARTED_HOURS")), "steps[1].sentence",
                        equalTo("3 started hours late at 50.00 each."))
                .body("facts.fact", equalTo(List.of("OWED")), "ticket", equalTo("2611-0042"), "agreementId", equalTo(deal.id.toString()),
                        "exclusionCauses", equalTo(List.of("FORCE_MAJEURE")));
        as(Tokens.manager()).queryParam("customerId", deal.customer).get("/api/compensations/counts").then().statusCode(200)
                .body("items", equalTo(List.of(Map.of("status", "OWED", "entries", 1))));
        as(deal.customerToken()).get("/api/compensations/counts").then().statusCode(403);
        as(deal.customerToken()).get("/api/compensations/" + id).then().statusCode(404);
        as(deal.customerToken()).get("/api/compensations").then().statusCode(200).body("items", hasSize(0));
        as(Tokens.agent()).get("/api/compensations").then().statusCode(403);
    }

    @Test
    void aManagerApprovesAndTheCustomerSeesItInTheStatement() throws Exception {
        // Given
        Deals deal = deal("12000.00", breach("100.00", null, null));
        Events.ofTicket(deal.customer).opened(opened, null, "P1", null);
        String id = awaitEntry(deal, "OWED");
        as(Tokens.supervisor()).post("/api/compensations/" + id + "/approve").then().statusCode(403);
        as(Tokens.manager()).header("If-Match", "\"7\"").post("/api/compensations/" + id + "/approve").then().statusCode(412);

        // When
        var approved = as(Tokens.manager()).header("If-Match", "\"0\"").post("/api/compensations/" + id + "/approve").then();

        // Then
        approved.statusCode(200).body("status", equalTo("APPROVED"), "amount", equalTo("100.00")).header("ETag", "\"1\"");
        as(Tokens.manager()).post("/api/compensations/" + id + "/approve").then().statusCode(409);
        Topics.Event event = Topics.shared().await("sla-events", "CompensationOwed.v1", UUID.fromString(id));
        assertEquals("100.00", event.text("amount"));
        assertEquals(deal.number, event.text("agreement"));
        assertEquals(deal.customer.toString(), event.headers().get("ce_customer"));
        as(deal.customerToken()).get("/api/compensations/" + id).then().statusCode(200).body("facts", nullValue(), "steps", hasSize(1),
                "exclusionCauses", nullValue());
        as(Tokens.foreignCustomer()).get("/api/compensations/" + id).then().statusCode(404);
        as(deal.customerToken()).queryParam("month", month(opened.plus(Duration.ofHours(4)))).get("/api/compensations/statement").then()
                .statusCode(200)
                .body("lines", hasSize(1), "totals.CNY", equalTo("100.00"), "undecided", nullValue());
        String csv = as(Tokens.manager()).accept("text/csv").queryParam("customerId", deal.customer)
                .queryParam("month", month(opened.plus(Duration.ofHours(4))))
                .get("/api/compensations/statement").then().statusCode(200).contentType("text/csv;charset=UTF-8").extract().asString();
        assertTrue(csv.contains(deal.number + ",1,RESOLUTION_24H,P1,") && csv.contains(",100.00,CNY,"), csv);
        byte[] pdf = given().auth().oauth2(deal.customerToken()).header("Accept-Language", "zh").accept("application/pdf")
                .queryParam("month", month(opened.plus(Duration.ofHours(4))))
                .get("/api/compensations/statement").then().statusCode(200).contentType("application/pdf").extract().asByteArray();
        try (PDDocument read = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(read);
            assertTrue(text.contains("服务补偿结算单") && text.contains(deal.number) && text.contains("24小时内解决") && text.contains("100.00 CNY"),
                    text);
        }
        as(Tokens.foreignCustomer()).accept("application/pdf").queryParam("customerId", deal.customer).queryParam("month", month(opened))
                .get("/api/compensations/statement").then().statusCode(404);
    }

    @Test
    void whatCanStillGrowIsNotApproved() {
        // Given
        Deals deal = deal("12000.00", breach(null, "50.00", null));
        Events events = Events.ofTicket(deal.customer).opened(opened, null, "P1", null);
        String id = awaitEntry(deal, "OWED");
        entry(id).body("settled", equalTo(false), "amount", equalTo("250.00"));

        // When
        var early = as(Tokens.manager()).post("/api/compensations/" + id + "/approve").then();

        // Then
        early.statusCode(409).body("type", containsString("compensation-not-settled"));
        events.resolved(opened.plus(Duration.ofHours(5)));
        await().untilAsserted(() -> entry(id).body("settled", equalTo(true)));
        as(Tokens.manager()).post("/api/compensations/" + id + "/approve").then().statusCode(200).body("amount", equalTo("50.00"));
    }

    @Test
    void anExclusionIsProposedByOneAndDecidedByAnother() {
        // Given
        Deals deal = deal("12000.00", breach("100.00", null, null));
        Events.ofTicket(deal.customer).opened(opened, null, "P1", null);
        String path = "/api/compensations/" + awaitEntry(deal, "OWED");
        exclude(path, "CUSTOMER_CHANGE", Tokens.supervisor()).statusCode(422).body("errors[0].field", equalTo("cause"));
        exclude(path, "FORCE_MAJEURE", Tokens.manager()).statusCode(403);
        String both = Tokens.of(UUID.randomUUID(), "both", List.of("supervisor", "manager"), Map.of());
        exclude(path, "FORCE_MAJEURE", both).statusCode(200).body("status", equalTo("EXCLUSION_PROPOSED"), "facts[1].data.evidence",
                equalTo("气象局通报"));
        as(Tokens.manager()).post(path + "/approve").then().statusCode(409);
        as(both).post(path + "/exclusion/accept").then().statusCode(403);
        as(Tokens.manager()).body(Map.of("reason", "网络未中断")).post(path + "/exclusion/reject").then().statusCode(200).body("status",
                equalTo("OWED"));
        exclude(path, "FORCE_MAJEURE", Tokens.supervisor()).statusCode(200);

        // When
        var accepted = as(Tokens.manager()).post(path + "/exclusion/accept").then();

        // Then
        accepted.statusCode(200).body("status", equalTo("EXCLUDED"), "amount", equalTo("0.00"))
                .body("facts.fact",
                        equalTo(List.of("OWED", "EXCLUSION_PROPOSED", "EXCLUSION_REJECTED", "EXCLUSION_PROPOSED", "EXCLUSION_ACCEPTED")));
        as(Tokens.manager()).post(path + "/approve").then().statusCode(409);
        as(Tokens.manager()).post(path + "/exclusion/accept").then().statusCode(409);
    }

    @Test
    void aFactToldLateWithdrawsWhatWasOwedEvenWhenItWasApproved() {
        // Given
        Deals deal = deal("12000.00", breach("100.00", null, null));
        Events events = Events.ofTicket(deal.customer).opened(opened, null, "P1", null);
        String id = awaitEntry(deal, "OWED");
        as(Tokens.manager()).post("/api/compensations/" + id + "/approve").then().statusCode(200);

        // When
        events.waiting("CUSTOMER", opened.plusSeconds(3600));

        // Then
        awaitEntry(deal, "WITHDRAWN");
        entry(id).body("amount", equalTo("0.00"), "facts.fact", equalTo(List.of("OWED", "APPROVED", "WITHDRAWN")));
        assertEquals("100.00", Topics.shared().await("sla-events", "CompensationWithdrawn.v1", UUID.fromString(id)).text("amount"));
        as(deal.customerToken()).queryParam("month", month(opened.plus(Duration.ofHours(4)))).get("/api/compensations/statement").then()
                .statusCode(200)
                .body("lines[0].withdrawn", equalTo(true), "totals", equalTo(Map.of()));
        events.resumed(opened.plusSeconds(3600)).resolved(opened.plus(Duration.ofHours(6)));
        awaitEntry(deal, "OWED");
        entry(id).body("status", equalTo("OWED"), "approvedAt", nullValue());
    }
}
