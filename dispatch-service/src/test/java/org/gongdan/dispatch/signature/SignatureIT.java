package org.gongdan.dispatch.signature;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.gongdan.dispatch.VisitFixtures.aCompletedVisit;
import static org.gongdan.dispatch.VisitFixtures.act;
import static org.gongdan.dispatch.VisitFixtures.anAcceptedVisit;
import static org.gongdan.dispatch.VisitFixtures.anEngineer;
import static org.gongdan.dispatch.VisitFixtures.as;
import static org.gongdan.dispatch.VisitFixtures.inHours;
import static org.gongdan.dispatch.VisitFixtures.read;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.gongdan.dispatch.VisitFixtures.AnEngineer;
import org.gongdan.platform.security.Sha256;
import org.gongdan.testing.Infrastructure;
import org.gongdan.testing.PostgresServer;
import org.gongdan.testing.Tokens;
import org.gongdan.testing.Topics;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class SignatureIT {

    private static final Map<String, Object> SIGNATURE = Map.of("signerName", "刘海燕", "strokes", "M10 10 L20 20 C1,2 3,4 5.5,-6");

    @TestHTTPResource("/")
    URI service;

    @Test
    void customerSignsByALinkThatNobodyElseSees() throws Exception {
        // Given
        AnEngineer engineer = anEngineer();
        UUID visit = aCompletedVisit(engineer);
        String answer = act(engineer.token(), visit, "signature-link", Map.of()).statusCode(201).extract().body().asString();
        String token = linkOf(visit);
        assertTrue(token.length() >= 43, "256 bits");
        assertFalse(answer.contains(token));
        String hash = anonymous().get("/api/signatures/" + token).then().statusCode(200).header("Cache-Control", "no-store")
                .body("number", equalTo(read(visit, Tokens.supervisor()).getString("number"))).body("work", equalTo("更换读卡器并测试积分卡"))
                .body("outcome", equalTo("FIXED")).body("windowStart", equalTo(read(visit, Tokens.supervisor()).getString("windowStart")))
                .body("engineerName", equalTo(read(visit, Tokens.supervisor()).getString("engineerName")))
                .body("checklist.done", hasItem(true)).extract().jsonPath().getString("documentHash");

        // When
        var signed = anonymous().header("User-Agent", "Phone/1").header("X-Forwarded-For", "203.0.113.7").body(SIGNATURE)
                .post("/api/signatures/" + token).then();

        // Then
        signed.statusCode(200).body("documentHash", equalTo(hash)).body("signerName", equalTo("刘海燕"));
        assertEquals("SIGNED", read(visit, engineer.token()).getString("status"));
        assertEquals(hash, Topics.shared().await("visit-events", "VisitSigned.v1", visit).text("documentHash"));
        Topics.Event requested = Topics.shared().await("visit-events", "SignatureRequested.v1", visit);
        assertFalse(requested.body().toString().contains(token));
        assertEquals("刘海燕|203.0.113.7|Phone/1|" + hash,
                row("select signer_name || '|' || remote_address || '|' || user_agent || '|' || document_hash from signature where visit_id = '"
                        + visit + "'"));
        assertEquals(hash, Sha256.hex(row("select document from signature where visit_id = '" + visit + "'")));
        assertEquals("customer-link", row("select actor from audit where detail like 'visit " + visit + ",%'"));
        assertNull(
                row("select 1::text from signature_link l where l::text like '%" + token
                        + "%' union all select 1::text from audit a where a::text like '%" + token
                        + "%' union all select 1::text from idempotency_key i where i::text like '%" + token + "%'"),
                "the token is stored nowhere");
    }

    @Test
    void signedOrderIsHandedInOnceAndByItsOwnEngineerR90() {
        // Given
        AnEngineer engineer = anEngineer();
        UUID visit = aCompletedVisit(engineer);
        act(engineer.token(), visit, "submission", Map.of()).statusCode(422).body("type", equalTo("/problems/order-incomplete"));
        act(engineer.token(), visit, "signature-link", Map.of()).statusCode(201);
        anonymous().body(SIGNATURE).post("/api/signatures/" + linkOf(visit)).then().statusCode(200);
        as(engineer.token()).header("If-Match", "\"0\"").post("/api/visits/" + visit + "/submission").then().statusCode(412);

        // When
        as(engineer.token()).post("/api/visits/" + visit + "/submission").then().statusCode(200).body("status", equalTo("SUBMITTED"));

        // Then
        Topics.Event submitted = Topics.shared().await("visit-events", "OrderSubmitted.v1", visit);
        assertEquals(read(visit, engineer.token()).getString("submittedAt"), submitted.text("at"));
        assertEquals(engineer.id().toString(), submitted.text("engineerId"));
        act(engineer.token(), visit, "submission", Map.of()).statusCode(409);
        act(anEngineer().token(), visit, "submission", Map.of()).statusCode(404);
        act(Tokens.supervisor(), visit, "submission", Map.of()).statusCode(403);
        RestAssured.given().contentType("application/json").post("/api/visits/" + visit + "/submission").then().statusCode(401);
    }

    @Test
    void linkCanBeUsedOnce() {
        // Given
        String token = aLink();
        anonymous().body(SIGNATURE).post("/api/signatures/" + token).then().statusCode(200);

        // When
        var again = anonymous().body(SIGNATURE).post("/api/signatures/" + token).then();

        // Then
        again.statusCode(410).body("type", equalTo("/problems/signature-used"));
        anonymous().get("/api/signatures/" + token).then().statusCode(410);
    }

    @Test
    void ofTwoWhoSignAtOnceOneComesTooLate() throws Exception {
        // Given
        String token = aLink();

        // When
        List<Integer> answers = new ArrayList<>();
        try (ExecutorService signers = Executors.newFixedThreadPool(4)) {
            List<Future<Integer>> tries = java.util.stream.IntStream.range(0, 4)
                    .mapToObj(signer -> signers.submit(() -> anonymous().body(SIGNATURE).post("/api/signatures/" + token).statusCode()))
                    .toList();
            for (Future<Integer> answer : tries) {
                answers.add(answer.get());
            }
        }

        // Then
        assertEquals(List.of(200, 410, 410, 410), answers.stream().sorted().toList());
    }

    @Test
    void nobodyWithAnAccountSigns() {
        // Given
        AnEngineer engineer = anEngineer();
        UUID visit = aCompletedVisit(engineer);
        act(Tokens.supervisor(), visit, "signature-link", Map.of()).statusCode(201);
        String token = linkOf(visit);

        // When
        var byEngineer = as(engineer.token()).body(SIGNATURE).post("/api/signatures/" + token).then();

        // Then
        byEngineer.statusCode(403).body("type", equalTo("/problems/signature-by-account"));
        as(Tokens.supervisor()).body(SIGNATURE).post("/api/signatures/" + token).then().statusCode(403);
        as(Tokens.customer()).body(SIGNATURE).post("/api/signatures/" + token).then().statusCode(403);
        as("garbage").body(SIGNATURE).post("/api/signatures/" + token).then().statusCode(401);
        assertEquals("COMPLETED", read(visit, Tokens.supervisor()).getString("status"));
    }

    @Test
    void expiredAndReplacedAndUnknownLinksAreNoUse() throws Exception {
        // Given
        AnEngineer engineer = anEngineer();
        UUID visit = aCompletedVisit(engineer);
        act(engineer.token(), visit, "signature-link", Map.of()).statusCode(201);
        String replaced = linkOf(visit);
        act(engineer.token(), visit, "signature-link", Map.of()).statusCode(201);
        String current = linkOf(visit);

        // When
        execute("update signature_link set expires_at = now() where token_hash = '" + Sha256.hex(current) + "'");

        // Then
        anonymous().body(SIGNATURE).post("/api/signatures/" + current).then().statusCode(410).body("type",
                equalTo("/problems/signature-expired"));
        anonymous().get("/api/signatures/" + current).then().statusCode(410);
        anonymous().body(SIGNATURE).post("/api/signatures/" + replaced).then().statusCode(410);
        anonymous().body(SIGNATURE).post("/api/signatures/unknown").then().statusCode(404);
        anonymous().get("/api/signatures/" + "x".repeat(3000)).then().statusCode(404);
        anonymous().get("/api/signatures/a%00b").then().statusCode(org.hamcrest.Matchers.lessThan(500));
    }

    @Test
    void whatIsNoSignatureIsRefused() throws IOException {
        String address = "/api/signatures/" + aLink();
        anonymous().body(Map.of("signerName", "刘海燕", "strokes", "M1 1" + " L2 2".repeat(25_000))).post(address).then().statusCode(400)
                .body("errors.field", hasItem("strokes"));
        anonymous().body(Map.of("signerName", "刘海燕", "strokes", "<script>alert(1)</script>")).post(address).then().statusCode(400)
                .body("errors.field", hasItem("strokes"));
        anonymous().body(Map.of("signerName", "刘海燕", "strokes", "data:text/html;base64,AAAA")).post(address).then().statusCode(400);
        anonymous().body(Map.of("signerName", " ", "strokes", "M1 1")).post(address).then().statusCode(400).body("errors.field",
                hasItem("signerName"));
        anonymous().body("{").post(address).then().statusCode(400);
        assertEquals("413", statusOfAnnounced(1_500_000, address));
        anonymous().body(Map.of("signerName", "刘\u0000", "strokes", "M1 1")).post(address).then().statusCode(400);
        anonymous().body(Map.of("signerName", "刘海燕", "strokes", "data:image/png;base64," + "iVBORw0KGgo".repeat(9_000) + "A=="))
                .post(address).then().statusCode(200);
    }

    @Test
    void linkIsIssuedAfterCompletionOnlyAndLasts48Hours() {
        // Given
        AnEngineer engineer = anEngineer();
        UUID open = anAcceptedVisit(engineer, inHours(6));
        UUID done = aCompletedVisit(engineer);
        Instant before = Instant.now().minusMillis(1);

        // When
        var issued = act(engineer.token(), done, "signature-link", Map.of());

        // Then
        Instant issuedAt = Instant.parse(issued.statusCode(201).extract().jsonPath().getString("expiresAt")).minus(Duration.ofHours(48));
        assertTrue(issuedAt.isAfter(before) && issuedAt.isBefore(Instant.now().plusMillis(1)), issuedAt.toString());
        act(engineer.token(), open, "signature-link", Map.of()).statusCode(409).body("type", equalTo("/problems/illegal-transition"));
        act(engineer.token(), done, "accept", Map.of()).statusCode(409);
        act(Tokens.supervisor(), UUID.randomUUID(), "signature-link", Map.of()).statusCode(404);
    }

    /** Sends the head alone: it is judged by the announced length, and whoever still writes then finds the connection closed before the answer. */
    private String statusOfAnnounced(int bytes, String address) throws IOException {
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoTimeout(30_000);
            String head = "POST " + address + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: " + bytes
                    + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII)).readLine().split(" ")[1];
        }
    }

    private static RequestSpecification anonymous() {
        return given().contentType(ContentType.JSON).header("Accept-Language", "en");
    }

    private static String aLink() {
        AnEngineer engineer = anEngineer();
        UUID visit = aCompletedVisit(engineer);
        act(engineer.token(), visit, "signature-link", Map.of()).statusCode(201);
        return linkOf(visit);
    }

    /** The newest link of the visit: notification-service reads it from its topic, and so do we. */
    private static String linkOf(UUID visit) {
        String version = Long.toString(read(visit, Tokens.supervisor()).getLong("version"));
        // The first link of all makes the topic, which cannot be read before.
        Topics.Event issued = await().ignoreException(IllegalStateException.class)
                .until(() -> Topics.shared().await("signature-links",
                        event -> visit.toString().equals(event.key()) && version.equals(event.headers().get("ce_sequence"))),
                        event -> true);
        assertEquals("SignatureLinkIssued.v1", issued.type());
        assertEquals(read(visit, Tokens.supervisor()).getString("contactId"), issued.text("contactId"));
        assertEquals(Tokens.XINGFU.toString(), issued.text("customerId"));
        String url = issued.text("url");
        assertTrue(url.startsWith("http://localhost:8080/sign/"), url);
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private static String row(String query) throws SQLException, IOException {
        try (Connection connection = PostgresServer.shared().connect(); Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getString(1) : null;
        }
    }

    private static void execute(String statementText) throws SQLException, IOException {
        try (Connection connection = PostgresServer.shared().connect(); Statement statement = connection.createStatement()) {
            statement.executeUpdate(statementText);
        }
    }
}
