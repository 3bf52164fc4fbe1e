package org.gongdan.ticket;

import static io.restassured.RestAssured.given;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.gongdan.testing.PostgresServer;
import org.gongdan.testing.Tokens;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** Customers and tickets as tests need them, made through the API. */
public final class TicketFixtures {

    private TicketFixtures() {
    }

    public static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON).header("Accept-Language", "en");
    }

    public record Customer(UUID id, UUID siteId, UUID contactId, UUID productId) {
    }

    /** A customer with a site, a contact and a product. @param id its organization; registering the same one twice is fine */
    public static Customer aCustomer(UUID id) {
        Map<String, Object> body = new HashMap<>(Map.of("id", id, "name", "Customer " + id,
                "sites", List.of(Map.of("name", "Main store", "address", "上海市浦东新区世纪大道100号")),
                "contacts",
                List.of(Map.of("name", "刘店长", "salutation", "刘店长", "phone", "13812341234", "email", "liu@example.com", "siteIndex", 0)),
                "products", List.of(Map.of("name", "积分收银系统", "siteIndex", 0))));
        as(Tokens.agent()).body(body).post("/api/customers").then()
                .statusCode(org.hamcrest.Matchers.anyOf(org.hamcrest.Matchers.is(201), org.hamcrest.Matchers.is(409)));
        var file = as(Tokens.agent()).get("/api/customers/" + id).then().statusCode(200).extract().jsonPath();
        return new Customer(id, file.getUUID("sites[0].id"), file.getUUID("contacts[0].id"), file.getUUID("products[0].id"));
    }

    public static Map<String, Object> aPhoneReport(Customer customer) {
        Map<String, Object> report = new HashMap<>(
                Map.of("customerId", customer.id(), "siteId", customer.siteId(), "contactId", customer.contactId(),
                        "productId", customer.productId(), "channel", "PHONE", "source", "USER", "impact", "HIGH", "urgency", "MEDIUM"));
        report.put("summary", "积分卡无法读取");
        report.put("symptom", "刷卡后提示通讯超时");
        report.put("expectedBy", Instant.now().plus(4, ChronoUnit.HOURS).toString());
        return report;
    }

    /** Opens a ticket by phone. @return its id */
    public static UUID anOpenTicket(UUID customerId) {
        return opened(aPhoneReport(aCustomer(customerId)), Tokens.agent()).statusCode(201).extract().jsonPath().getUUID("id");
    }

    public static ValidatableResponse opened(Map<String, Object> report, String token) {
        return as(token).header("Idempotency-Key", UUID.randomUUID().toString()).body(report).post("/api/tickets").then();
    }

    /** Newer tickets like this one, with another summary and closed. */
    static void copies(String id, String summary, int count) throws SQLException, IOException {
        try (Connection connection = PostgresServer.shared().connect(); PreparedStatement insert = connection.prepareStatement("""
                insert into ticket (id, version, number, customer_id, customer_name, channel, source, summary, impact, urgency, priority,
                    status, opened_at, opened_by,
                    phone_tried, remote_tried, changed_at, surveyed)
                select uuidv7(), 0, 'copy-' || n || '-of-' || number, customer_id, customer_name, channel, source, ?, impact, urgency,
                    priority, 'CLOSED', opened_at, opened_by,
                    false, false, changed_at, false from ticket, generate_series(1, ?) n where id = ?""")) {
            insert.setString(1, summary);
            insert.setInt(2, count);
            insert.setObject(3, UUID.fromString(id));
            insert.executeUpdate();
        }
    }
}
