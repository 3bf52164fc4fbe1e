package org.gongdan.sla.agreement;

import static org.gongdan.sla.SlaFixtures.as;
import static org.gongdan.sla.SlaFixtures.count;
import static org.gongdan.sla.agreement.Deals.content;
import static org.gongdan.sla.agreement.Deals.level;
import static org.gongdan.sla.agreement.Deals.made;
import static org.gongdan.sla.agreement.Deals.version;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import org.gongdan.testing.Infrastructure;
import org.gongdan.testing.Tokens;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class AgreementIT {

    private final LocalDate today = LocalDate.now(Paper.SHANGHAI);

    @Test
    void aContractIsWrittenApprovedAndShownWithItsVersions() throws Exception {
        // Given
        Deals deal = made();
        deal.draft(today, null, content(level("P1", "PT4H"))).statusCode(201).body("status", equalTo("DRAFT"),
                "content.services[0].levels[0].within", equalTo("PT4H"),
                "content.services[0].levels[0].targetPercent", equalTo("95"));

        // When
        deal.activate(1, null).statusCode(200).body("status", equalTo("ACTIVE"), "activatedBy", equalTo("manager"));

        // Then
        as(Tokens.agent()).get("/api/agreements/" + deal.id).then().statusCode(200).body("versions.status", hasItem("ACTIVE"), "zone",
                equalTo("Asia/Shanghai"));
        as(Tokens.agent()).queryParam("customerId", deal.customer).get("/api/agreements").then().statusCode(200).body("items.number",
                equalTo(java.util.List.of(deal.number)), "items[0].versions.number", equalTo(java.util.List.of(1)),
                "items[0].versions[0].status",
                equalTo("ACTIVE"));
        assertEquals(3, count("select count(*) from audit where customer = ?", deal.customer));
    }

    @Test
    void aDraftIsRewrittenAndAnApprovedVersionNever() {
        // Given
        Deals deal = made();
        deal.draft(today, null, content(level("P1", "PT4H"))).statusCode(201).header("ETag", "\"0\"");
        String path = "/api/agreements/" + deal.id + "/versions/1";
        as(Tokens.supervisor()).header("If-Match", "\"0\"").body(version(today, null, content(level("P1", "PT5H")))).put(path).then()
                .statusCode(200)
                .header("ETag", "\"1\"").body("content.services[0].levels[0].within", equalTo("PT5H"));
        as(Tokens.supervisor()).header("If-Match", "\"0\"").body(version(today, null, content(level("P1", "PT6H")))).put(path).then()
                .statusCode(412);
        as(Tokens.manager()).header("If-Match", "\"0\"").body("{}").post(path + "/activate").then().statusCode(412);
        deal.activate(1, null).statusCode(200);

        // When
        var rewritten = as(Tokens.supervisor()).body(version(today, null, content(level("P1", "PT6H")))).put(path).then();

        // Then
        rewritten.statusCode(409);
        deal.activate(1, null).statusCode(409);
        as(Tokens.agent()).get(path).then().statusCode(200).body("content.services[0].levels[0].within", equalTo("PT5H"));
    }

    @Test
    void versionsDoNotOverlapAndDoNotTakePastDays() {
        // Given
        Deals deal = made();
        deal.draft(today.minusDays(10), today.plusDays(10), content(level("P1", "PT4H"))).statusCode(201);
        deal.activate(1, null).statusCode(200);
        deal.draft(today.plusDays(10), null, content(level("P1", "PT4H"))).statusCode(201);
        deal.draft(today.plusDays(11), null, content(level("P1", "PT4H"))).statusCode(201);

        // When
        var overlapping = deal.activate(2, null);

        // Then
        overlapping.statusCode(409).body("type", containsString("version-overlaps"), "detail", containsString("Version 2"));
        deal.activate(3, null).statusCode(200);
        Deals other = made().inForce(today.minusDays(10), content(level("P1", "PT4H")));
        other.draft(today.minusDays(1), null, content(level("P1", "PT4H"))).statusCode(201);
        other.activate(2, null).statusCode(409).body("type", containsString("version-rewrites-the-past"));
    }

    @Test
    void customersSeeWhatWasAgreedWithThemAndNothingElse() {
        // Given
        Deals deal = made();
        String path = "/api/agreements/" + deal.id;
        deal.draft(today, null, content(level("P1", "PT4H"))).statusCode(201);
        as(deal.customerToken()).get(path).then().statusCode(404);
        deal.activate(1, null).statusCode(200);
        deal.draft(today.plusDays(1), null, content(level("P1", "PT3H"))).statusCode(201);

        // When
        var own = as(deal.customerToken()).get(path).then();

        // Then
        own.statusCode(200).body("versions", hasSize(1));
        as(deal.customerToken()).get(path + "/versions/1").then().statusCode(200);
        as(deal.customerToken()).get(path + "/versions/2").then().statusCode(404);
        as(Tokens.foreignCustomer()).get(path).then().statusCode(404);
        as(Tokens.foreignCustomer()).get("/api/agreements").then().statusCode(200).body("items.id", not(hasItem(deal.id)));
        as(deal.customerToken()).get("/api/agreements").then().statusCode(200).body("items.id", hasItem(deal.id), "items[0].versions",
                hasSize(1));
        as(Tokens.agent()).get("/api/agreements/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void whyAVersionIsPutInForceStandsInTheAudit() throws Exception {
        // Given
        Deals deal = made();
        deal.draft(today, null, content(level("P1", "PT4H"))).statusCode(201);
        String path = "/api/agreements/" + deal.id + "/versions/1";

        // When
        as(Tokens.manager()).body(Map.of("reason", "客户已签字")).post(path + "/activate").then().statusCode(200);

        // Then
        as(Tokens.manager()).body(Map.of("reason", "与客户商定")).post(path + "/apply").then().statusCode(200);
        assertEquals(1, count("select count(*) from audit where action = ? and detail = 'reason: 客户已签字'", "POST " + path + "/activate"));
        assertEquals(1, count("select count(*) from audit where action = ? and detail = 'open promises: 0; reason: 与客户商定'",
                "POST " + path + "/apply"));
    }

    @Test
    void agreementsBetweenTeamsAndWithSuppliersAreKeptAndShownToNoCustomer() {
        // Given
        UUID customer = UUID.randomUUID();
        String token = Tokens.of(UUID.randomUUID(), "portal", java.util.List.of("customer"), Map.of("own", customer));
        String id = as(Tokens.manager()).body(Map.of("number", "OLA-" + customer, "type", "OLA", "customerId", customer, "name", "二线接手"))
                .post("/api/agreements").then().statusCode(201).extract().path("id");
        as(Tokens.supervisor()).body(version(today, null, content(Map.of("kind", "HAND_OFF", "within", "PT1H"))))
                .post("/api/agreements/" + id + "/versions").then().statusCode(201);
        as(Tokens.manager()).body("{}").post("/api/agreements/" + id + "/versions/1/activate").then().statusCode(200);

        // When
        var seen = as(token).get("/api/agreements/" + id).then();

        // Then
        seen.statusCode(404);
        as(token).get("/api/agreements").then().body("items", hasSize(0));
        as(Tokens.agent()).queryParam("type", "OLA").queryParam("customerId", customer).get("/api/agreements").then().statusCode(200)
                .body("items", hasSize(1));
        as(Tokens.manager()).post("/api/agreements/" + id + "/versions/1/apply").then().statusCode(422).body("type",
                containsString("no-promises-to-customers"));
    }

    @Test
    void whoMayNotIsRefused() {
        Deals deal = made();
        deal.draft(today, null, content(level("P1", "PT4H"))).statusCode(201);
        as(Tokens.supervisor()).body("{}").post("/api/agreements/" + deal.id + "/versions/1/activate").then().statusCode(403);
        as(Tokens.agent()).body(Map.of("number", "x", "type", "OLA", "name", "x")).post("/api/agreements").then().statusCode(403);
        as(Tokens.customer()).body(version(today, null, content(level("P1", "PT4H"))))
                .post("/api/agreements/" + deal.id + "/versions/preview").then().statusCode(403);
        io.restassured.RestAssured.given().get("/api/agreements").then().statusCode(401);
    }

    @Test
    void badInputGetsAProblemThatNamesTheField() {
        Deals deal = made();
        deal.draft(today, null, Map.of("services", java.util.List.of())).statusCode(400);
        deal.draft(today, null, content(level("P9", "PT4H"))).statusCode(400);
        deal.draft(today, today.minusDays(1), content(level("P1", "PT4H"))).statusCode(400).body("errors[0].field", equalTo("effectiveTo"));
        deal.draft(today, null, content(level("P1", "soon"))).statusCode(400);
        deal.draft(today, null, content(level("P1", "RESOLUTION_24H", "PT4H", "mars"))).statusCode(422).body("errors[0].field",
                equalTo("services[0].levels[0].calendar"));
        deal.draft(LocalDate.of(9999, 1, 1), null, content(level("P1", "PT4H"))).statusCode(400).body("errors[0].field",
                equalTo("effectiveFrom"));
        as(Tokens.supervisor()).body(Map.of("number", deal.number, "type", "OLA", "name", "double")).post("/api/agreements").then()
                .statusCode(409);
        String otherwise = "　" + deal.number.toLowerCase().replace("-", "－");
        as(Tokens.supervisor()).body(Map.of("number", otherwise, "type", "OLA", "name", "double")).post("/api/agreements").then()
                .statusCode(409)
                .body("type", containsString("agreement-exists"));
        as(Tokens.supervisor()).body(Map.of("number", "y", "type", "SLA", "name", "nobody")).post("/api/agreements").then().statusCode(422);
        as(Tokens.supervisor()).body(Map.of("number", "y", "type", "OLA", "name", "n", "zone", "Mars/North")).post("/api/agreements").then()
                .statusCode(400);
        as(Tokens.agent()).get("/api/agreements/" + deal.id + "/versions/99").then().statusCode(404);
        as(Tokens.agent()).queryParam("cursor", "bm8").get("/api/agreements").then().statusCode(400);
    }

    @Test
    void theDatabaseItselfRefusesToChangeAnApprovedVersion() throws Exception {
        // Given
        Deals deal = made().inForce(content(level("P1", "PT4H")));

        // When
        String refused = org.junit.jupiter.api.Assertions.assertThrows(java.sql.SQLException.class, () -> {
            try (var connection = org.gongdan.testing.PostgresServer.shared().connect(); var statement = connection.createStatement()) {
                statement
                        .executeUpdate("update agreement_version set effective_from = '2020-01-01' where agreement_id = '" + deal.id + "'");
            }
        }).getMessage();

        // Then
        assertEquals(true, refused.contains("never changed"), refused);
    }
}
