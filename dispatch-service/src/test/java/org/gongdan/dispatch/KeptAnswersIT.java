package org.gongdan.dispatch;

import static org.gongdan.dispatch.VisitFixtures.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Map;
import java.util.UUID;

import org.gongdan.testing.Infrastructure;
import org.gongdan.testing.PostgresServer;
import org.gongdan.testing.Tokens;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** What an idempotency key keeps of an answer holds nobody's phone, address or name in clear, though the answer did. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class KeptAnswersIT {

    @Test
    void thePhoneOfANewEngineerIsKeptMasked() throws Exception {
        // Given
        String key = UUID.randomUUID().toString();
        Map<String, Object> engineer = Map.of("name", "孙工", "phone", "13900001111");
        as(Tokens.supervisor()).header("Idempotency-Key", key).body(engineer).post("/api/engineers").then().statusCode(201).body("phone",
                equalTo("13900001111"));

        // When
        var again = as(Tokens.supervisor()).header("Idempotency-Key", key).body(engineer).post("/api/engineers").then();

        // Then
        again.statusCode(201).header("Idempotency-Replayed", "true").body("name", equalTo("孙工")).body("phone", equalTo("139****11"));
        assertFalse(kept(key).contains("13900001111"));
    }

    @Test
    void theContactOfAVisitIsKeptMasked() throws Exception {
        // Given
        VisitFixtures.AnEngineer engineer = VisitFixtures.anEngineer();
        UUID visit = VisitFixtures.aScheduledVisit(engineer, VisitFixtures.inHours(1));
        String key = UUID.randomUUID().toString();
        String answer = as(engineer.token()).header("Idempotency-Key", key).post("/api/visits/" + visit + "/accept").then().statusCode(200)
                .extract().asString();
        String phone = new io.restassured.path.json.JsonPath(answer).getString("phone");

        // When
        String again = as(engineer.token()).header("Idempotency-Key", key).post("/api/visits/" + visit + "/accept").then().statusCode(200)
                .header("Idempotency-Replayed", "true").extract().asString();

        // Then
        assertTrue(phone.matches("[0-9]{11}"), phone);
        assertFalse(again.contains(phone), again);
        assertFalse(kept(key).contains(phone));
        assertFalse(kept(key).contains(new io.restassured.path.json.JsonPath(answer).getString("address")));
    }

    @Test
    void theLinkToSignIsInNoAnswer() throws Exception {
        // Given
        VisitFixtures.AnEngineer engineer = VisitFixtures.anEngineer();
        UUID visit = VisitFixtures.aCompletedVisit(engineer);
        String key = UUID.randomUUID().toString();

        // When
        var answer = as(engineer.token()).header("Idempotency-Key", key).post("/api/visits/" + visit + "/signature-link").then();

        // Then
        answer.statusCode(201).body("url", nullValue()).body("token", nullValue());
        assertFalse(kept(key).contains("/sign/"));
    }

    private static String kept(String key) throws Exception {
        try (Connection connection = PostgresServer.shared().connect();
                PreparedStatement select = connection.prepareStatement("select body from idempotency_key where key = ?")) {
            select.setString(1, key);
            try (ResultSet row = select.executeQuery()) {
                assertTrue(row.next());
                String body = row.getString(1);
                assertEquals(false, row.next());
                return body;
            }
        }
    }
}
