package org.gongdan.dispatch.signature;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.gongdan.dispatch.VisitFixtures.aCompletedVisit;
import static org.gongdan.dispatch.VisitFixtures.act;
import static org.gongdan.dispatch.VisitFixtures.anEngineer;
import static org.gongdan.dispatch.VisitFixtures.as;
import static org.gongdan.dispatch.VisitFixtures.json;
import static org.gongdan.dispatch.VisitFixtures.map;
import static org.gongdan.dispatch.VisitFixtures.read;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.gongdan.dispatch.VisitFixtures.AnEngineer;
import org.gongdan.platform.security.Sha256;
import org.gongdan.testing.Infrastructure;
import org.gongdan.testing.PostgresServer;
import org.gongdan.testing.Tokens;
import org.gongdan.testing.Topics;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class OrderIT {

    private static String text(ValidatableResponse answer) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(answer.statusCode(200).contentType("application/pdf").extract().asByteArray())) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
        }
    }

    private static ValidatableResponse order(UUID visit, String token) {
        return as(token).header("Accept", "application/pdf, application/problem+json").get("/api/visits/" + visit + "/order.pdf").then();
    }

    private static ValidatableResponse orderBy(String token) {
        return given().header("Accept-Language", "zh").get("/api/signatures/" + token + "/order.pdf").then();
    }

    @Test
    void everybodyWhoReadsTheVisitSavesItsOrderWithNoMoreOfThePersonThanThePageShows() throws IOException {
        // Given
        AnEngineer engineer = anEngineer();
        UUID visit = aCompletedVisit(engineer);
        String number = read(visit, Tokens.supervisor()).getString("number");
        Topics.shared().send("customer-events", "CustomerRegistered.v1", Tokens.XINGFU, 0, Tokens.XINGFU,
                json(map("customerId", Tokens.XINGFU, "name", "幸福连锁超市有限公司", "level", "STANDARD")));
        await().until(() -> text(order(visit, Tokens.supervisor())).contains("幸福连锁超市有限公司"));

        // When
        ValidatableResponse answer = order(visit, Tokens.supervisor());

        // Then
        answer.header("Content-Disposition", equalTo("attachment; filename*=UTF-8''Service%20order%20" + number + ".pdf"))
                .header("Cache-Control", containsString("no-store"));
        String unsigned = text(answer);
        assertTrue(unsigned.contains(number) && unsigned.contains("not signed") && unsigned.contains("更换读卡器并测试积分卡"), unsigned);
        assertFalse(unsigned.contains("刘海燕") || unsigned.contains("13812341234"), unsigned);
        assertTrue(text(order(visit, engineer.token())).contains(number));
        String own = text(order(visit, Tokens.customer()));
        assertTrue(own.contains("刘海燕") && own.contains("世纪大道100号") && own.contains("138****34"), own);
        order(visit, Tokens.foreignCustomer()).statusCode(404);
        order(visit, anEngineer().token()).statusCode(404);
        order(UUID.randomUUID(), Tokens.supervisor()).statusCode(404);
        order(visit, Tokens.admin()).statusCode(403);
        given().get("/api/visits/" + visit + "/order.pdf").then().statusCode(401);
    }

    @Test
    void whoSignedSavesTheSignedOrderByTheSameLinkUntilItExpires() throws Exception {
        // Given
        UUID visit = aCompletedVisit(anEngineer());
        act(Tokens.supervisor(), visit, "signature-link", Map.of()).statusCode(201);
        String token = linkOf(visit);
        orderBy(token).statusCode(409).body("type", equalTo("/problems/order-not-signed"));
        given().contentType("application/json").body(Map.of("signerName", "刘海燕", "strokes", OrderMother.PATH))
                .post("/api/signatures/" + token)
                .then().statusCode(200);

        // When
        ValidatableResponse answer = orderBy(token);

        // Then
        answer.header("Cache-Control", "no-store").header("Referrer-Policy", "no-referrer");
        String text = text(answer);
        assertTrue(text.contains("刘海燕") && text.contains("签署证明")
                && text.contains(Topics.shared().await("visit-events", "VisitSigned.v1", visit).text("documentHash")), text);
        assertFalse(text.contains(token), "the link is a secret");
        expire(token);
        orderBy(token).statusCode(410).body("type", equalTo("/problems/signature-expired"));
        given().get("/api/signatures/" + token).then().statusCode(410).body("type", equalTo("/problems/signature-ended"));
        orderBy("unknown").statusCode(404);
    }

    private static String linkOf(UUID visit) {
        String url = await().ignoreException(IllegalStateException.class)
                .until(() -> Topics.shared().await("signature-links", event -> visit.toString().equals(event.key())), event -> true)
                .text("url");
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private static void expire(String token) throws Exception {
        try (var connection = PostgresServer.shared().connect(); var statement = connection.createStatement()) {
            statement
                    .executeUpdate("update signature_link set expires_at = now() where token_hash = '" + Sha256.hex(token) + "'");
        }
    }
}
