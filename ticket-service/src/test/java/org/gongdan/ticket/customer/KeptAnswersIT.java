package org.gongdan.ticket.customer;

import static org.gongdan.ticket.TicketFixtures.aCustomer;
import static org.gongdan.ticket.TicketFixtures.aPhoneReport;
import static org.gongdan.ticket.TicketFixtures.as;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.gongdan.testing.Infrastructure;
import org.gongdan.testing.PostgresServer;
import org.gongdan.testing.Tokens;
import org.gongdan.ticket.TicketFixtures;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** What an idempotency key keeps of an answer holds nobody's phone, address or name in clear. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class KeptAnswersIT {

    private static final List<String> PLAIN = List.of("13812341234", "13987654321", "liu@example.com", "wang@example.com", "世纪大道100号",
            "南京西路", "王小明");

    private static ValidatableResponse post(String token, String key, String path, Object body) {
        return as(token).header("Idempotency-Key", key).body(body).post(path).then();
    }

    @Test
    void aRevealRepeatedWithOneKeyShowsAgainAndIsAuditedAgain() throws Exception {
        // Given
        TicketFixtures.Customer customer = aCustomer(UUID.randomUUID());
        String path = "/api/customers/" + customer.id() + "/contacts/" + customer.contactId() + "/reveal";
        String key = UUID.randomUUID().toString();
        post(Tokens.agent(), key, path, Map.of("reason", "回访客户")).statusCode(200).body("phone", equalTo("13812341234"));

        // When
        var again = post(Tokens.agent(), key, path, Map.of("reason", "回访客户"));

        // Then
        again.statusCode(200).header("Idempotency-Replayed", "true").body("phone", equalTo("13812341234"));
        assertEquals(List.of("reason: 回访客户", "reason: 回访客户"), column("select detail from audit where action like ?", "%" + path));
        assertEquals(1, column("select fingerprint from idempotency_key where key = ? and body is null", key).size());
        post(Tokens.agent(), key, path, Map.of("reason", "好奇")).statusCode(422).body("type", equalTo("/problems/idempotency-key-reused"));
    }

    @Test
    void noCommandOfACustomersFileKeepsPersonalData() throws Exception {
        // Given
        UUID id = UUID.randomUUID();
        List<String> keys = new ArrayList<>();
        Map<String, Object> person = Map.of("name", "王小明", "salutation", "王经理", "phone", "13987654321", "email", "wang@example.com");

        // When
        post(Tokens.agent(), fresh(keys), "/api/customers",
                Map.of("id", id, "name", "Customer " + id, "sites", List.of(Map.of("name", "Main store", "address", "上海市静安区南京西路1号")),
                        "contacts", List.of(person)))
                .statusCode(201);
        post(Tokens.agent(), fresh(keys), "/api/customers/" + id + "/sites", Map.of("name", "Second", "address", "上海市静安区南京西路2号"))
                .statusCode(201);
        String file = post(Tokens.agent(), fresh(keys), "/api/customers/" + id + "/contacts", person).statusCode(201).extract().asString();
        post(Tokens.agent(), fresh(keys), "/api/customers/" + id + "/products", Map.of("name", "收银机")).statusCode(201);
        String contact = new io.restassured.path.json.JsonPath(file).getString("contacts[0].id");
        post(Tokens.agent(), fresh(keys), "/api/customers/" + id + "/contacts/" + contact + "/reveal", Map.of("reason", "回拨"))
                .statusCode(200);
        Map<String, Object> report = new HashMap<>(aPhoneReport(aCustomer(Tokens.XINGFU)));
        String ticket = post(Tokens.agent(), fresh(keys), "/api/tickets", report).statusCode(201).extract().path("id");
        post(Tokens.agent(), fresh(keys), "/api/tickets/" + ticket + "/remote-sessions",
                Map.of("tool", "向日葵", "customerPresent", true, "scope", "打印",
                        "consent", Map.of("givenBy", "王小明", "at", java.time.Instant.now().minusSeconds(60).toString())))
                .statusCode(201);

        // Then
        for (String key : keys) {
            assertEquals(1, column("select fingerprint from idempotency_key where key = ?", key).size());
            String kept = String.valueOf(column("select body from idempotency_key where key = ?", key));
            assertTrue(PLAIN.stream().noneMatch(kept::contains), kept);
        }
    }

    private static String fresh(List<String> keys) {
        keys.add(UUID.randomUUID().toString());
        return keys.getLast();
    }

    private static List<String> column(String sql, String parameter) throws Exception {
        try (Connection connection = PostgresServer.shared().connect(); PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, parameter);
            List<String> values = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    values.add(row.getString(1));
                }
            }
            return values;
        }
    }
}
