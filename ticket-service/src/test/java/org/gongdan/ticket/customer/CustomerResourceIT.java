package org.gongdan.ticket.customer;

import static org.gongdan.ticket.TicketFixtures.aCustomer;
import static org.gongdan.ticket.TicketFixtures.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.gongdan.testing.Infrastructure;
import org.gongdan.testing.PostgresServer;
import org.gongdan.testing.Tokens;
import org.gongdan.testing.Topics;
import org.gongdan.ticket.TicketFixtures;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class CustomerResourceIT {

    @Test
    void personalDataTravelsOnContactEventsOnly() {
        // Given
        UUID id = UUID.randomUUID();

        // When
        TicketFixtures.Customer customer = aCustomer(id);

        // Then
        Topics.Event contact = Topics.shared().await("contact-events", "ContactChanged.v1", customer.contactId());
        assertEquals("13812341234", contact.text("phone"));
        assertEquals("上海市浦东新区世纪大道100号", contact.text("address"));
        Topics.shared().await("customer-events", event -> id.toString().equals(event.key()) && event.type().equals("ProductInstalled.v1"));
        List<Topics.Event> facts = Topics.shared().all("customer-events", event -> id.toString().equals(event.key()));
        assertEquals(List.of("CustomerRegistered.v1", "SiteChanged.v1", "ProductInstalled.v1"),
                facts.stream().map(Topics.Event::type).toList());
        assertTrue(facts.stream().noneMatch(fact -> fact.body().toString().contains("1381234") || fact.body().toString().contains("世纪大道")),
                facts.toString());
    }

    @Test
    void personalDataIsMaskedUntilRevealedForAReason() throws Exception {
        // Given
        TicketFixtures.Customer customer = aCustomer(UUID.randomUUID());
        String path = "/api/customers/" + customer.id();
        as(Tokens.agent()).get(path).then().statusCode(200).body("contacts[0].phone", equalTo("138****34"))
                .body("contacts[0].name", equalTo("刘**"))
                .body("contacts[0].email", equalTo("l***@e***.com")).body("sites[0].address", equalTo("上海市浦东新****"));

        // When
        var revealed = as(Tokens.agent()).body(Map.of("reason", "回访客户")).post(path + "/contacts/" + customer.contactId() + "/reveal")
                .then();

        // Then
        revealed.statusCode(200).body("phone", equalTo("13812341234"));
        try (Connection connection = PostgresServer.shared().connect(); Statement statement = connection.createStatement();
                ResultSet row = statement
                        .executeQuery("select detail from audit where action like '%" + customer.contactId() + "/reveal'")) {
            assertTrue(row.next());
            assertEquals("reason: 回访客户", row.getString(1));
        }
        as(Tokens.agent()).body(Map.of("reason", " ")).post(path + "/contacts/" + customer.contactId() + "/reveal").then().statusCode(400);
        as(Tokens.customer()).body(Map.of("reason", "x")).post(path + "/contacts/" + customer.contactId() + "/reveal").then()
                .statusCode(403);
    }

    @Test
    void customersSeeTheirOwnFileOnly() {
        aCustomer(Tokens.XINGFU);
        aCustomer(Tokens.YANGGUANG);
        as(Tokens.customer()).get("/api/customers").then().statusCode(200).body("items", hasSize(1)).body("items.id",
                everyItem(equalTo(Tokens.XINGFU.toString())));
        as(Tokens.customer()).get("/api/customers/" + Tokens.YANGGUANG).then().statusCode(404);
        as(Tokens.customer()).body(Map.of("name", "x")).post("/api/customers").then().statusCode(403);
    }

    @Test
    void sitesContactsAndProductsAreAdded() {
        TicketFixtures.Customer customer = aCustomer(UUID.randomUUID());
        String path = "/api/customers/" + customer.id();
        as(Tokens.agent()).body(Map.of("name", "二店", "address", "上海市徐汇区漕溪北路1号")).post(path + "/sites").then().statusCode(201)
                .body("sites", hasSize(2)).header("ETag", equalTo("\"1\""));
        as(Tokens.agent()).body(Map.of("name", "打印机", "siteId", customer.siteId())).post(path + "/products").then().statusCode(201)
                .body("products", hasSize(2));
        as(Tokens.agent()).body(Map.of("name", "王芳", "salutation", "王经理", "phone", "+86 139 0000 0000", "siteId", customer.siteId()))
                .post(path + "/contacts").then().statusCode(201).body("contacts", hasSize(2));
        as(Tokens.agent()).body(Map.of("name", "x", "siteId", UUID.randomUUID())).post(path + "/products").then().statusCode(400)
                .body("errors[0].field", equalTo("siteId"));
        as(Tokens.agent()).body(Map.of("name", "x", "salutation", "x", "phone", "no phone")).post(path + "/contacts").then().statusCode(400)
                .body("errors[0].field", equalTo("phone"));
        as(Tokens.agent()).body(Map.of("id", customer.id(), "name", "again")).post("/api/customers").then().statusCode(409).body("type",
                containsString("customer-exists"));
    }

    @Test
    void auditIsAChainThatVerifies() {
        // Given
        aCustomer(UUID.randomUUID());

        // When
        org.awaitility.Awaitility.await().until(() -> verification().getLong("rows") == verification().getLong("sealed"));

        // Then
        assertTrue(verification().getBoolean("intact"));
        as(Tokens.agent()).get("/api/operations/ticket-service/audit/verification").then().statusCode(403);
        as(Tokens.admin()).get("/api/operations/other-service/audit/verification").then().statusCode(404);
    }

    private static io.restassured.path.json.JsonPath verification() {
        return as(Tokens.admin()).get("/api/operations/ticket-service/audit/verification").then().statusCode(200).extract().jsonPath();
    }
}
