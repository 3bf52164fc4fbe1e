package org.gongdan.ticket.customer;

import static org.gongdan.ticket.TicketFixtures.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.awaitility.Awaitility;
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
class CustomerSearchIT {

    private static UUID aCustomer(String name, String phone) {
        Map<String, Object> contact = Map.of("name", "刘海燕", "salutation", "刘店长", "phone", phone);
        return as(Tokens.agent()).body(Map.of("name", name, "contacts", List.of(contact))).post("/api/customers").then().statusCode(201)
                .extract().jsonPath().getUUID("id");
    }

    private static ValidatableResponse found(String token, String query) {
        return as(token).queryParam("query", query).queryParam("limit", 200).get("/api/customers").then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"ACME 零售, acme", "ＡＣＭＥ 超市, Acme", "幸福超市, 幸福　超市", "臺灣收銀機行, 台湾收银机", "Wi-Fi 咖啡, wifi　咖啡", "O’Neil & Co., o'neil",
            "10%_店, 10%店"})
    void aCustomerIsFoundHoweverHisNameIsTyped(String name, String query) {
        // Given
        UUID id = aCustomer(name, "13812341234");

        // When
        var found = found(Tokens.agent(), query);

        // Then
        found.body("items.id", hasItem(id.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"021-52345678转77", "02152345678", "（021）5234 5678", "+86 21 5234 5678 ext. 77", "０２１－５２３４５６７８"})
    void whoMaySeePhonesFindsTheCustomerOfACaller(String query) {
        // Given
        UUID id = aCustomer("来电超市", "021-52345678-77");

        // When
        var found = found(Tokens.agent(), query);

        // Then
        found.body("items.id", hasItem(id.toString()));
        found(Tokens.engineer(), query).body("items.id", not(hasItem(id.toString())));
        found(Tokens.agent(), "021-52345678转78").body("items.id", not(hasItem(id.toString())));
    }

    @Test
    void whoCallsFromANumberIsNamedToThoseWhoMayAsk() {
        // Given
        UUID id = aCustomer("总机超市", "021-62345678-11");

        // When
        var found = found(Tokens.agent(), "021 6234 5678转11");

        // Then
        found.body("items.find { it.id == '%s' }.callers.salutation".formatted(id), contains("刘店长"))
                .body("items.find { it.id == '%s' }.callers.phone".formatted(id), not(hasItem("021-62345678-11")));
        found(Tokens.agent(), "总机超市").body("items.find { it.id == '%s' }.callers".formatted(id), empty());
        found(Tokens.supervisor(), "021-62345678").body("items.find { it.id == '%s' }.callers.salutation".formatted(id), contains("刘店长"));
    }

    @Test
    void customersAreFoundByTheirLevel() {
        // Given
        UUID id = as(Tokens.agent()).body(Map.of("name", "战略客户一号", "level", "STRATEGIC")).post("/api/customers").then().statusCode(201)
                .extract().jsonPath().getUUID("id");

        // When
        var found = as(Tokens.agent()).get("/api/customers?query=战略客户一号&level=STRATEGIC&level=IMPORTANT").then().statusCode(200);

        // Then
        found.body("items.id", contains(id.toString()));
        as(Tokens.agent()).get("/api/customers?query=战略客户一号&level=STANDARD").then().statusCode(200).body("items", empty());
    }

    @Test
    void aNameThatHoldsNotAllWordsAndADashAreNotFound() {
        aCustomer("幸福超市一店", "13812341234");
        found(Tokens.agent(), "幸福 医院").body("items", empty());
        found(Tokens.agent(), "-").body("items", empty());
        found(Tokens.agent(), "幸%市").body("items", empty());
    }

    /** Written by a process that knows nothing of forms, as before or during an upgrade. */
    @Test
    void whatWasWrittenWithoutItsFormIsFoundSoon() throws SQLException, IOException {
        // Given
        UUID id = UUID.randomUUID();

        // When
        try (Connection connection = PostgresServer.shared().connect(); PreparedStatement insert = connection.prepareStatement(
                """
                with owner as (insert into customer (id, version, name, level) values (?, 0, '老客戶ＸＹＺ', 'STANDARD') returning id)
                insert into contact (id, version, customer_id, name, salutation, phone) select uuidv7(), 0, id, '王芳', '王经理', '021-52340000-9' from owner""")) {
            insert.setObject(1, id);
            insert.executeUpdate();
        }

        // Then
        Awaitility.await("the old customer has its form")
                .untilAsserted(() -> found(Tokens.agent(), "老客户xyz").body("items.id", hasItem(id.toString())));
        Awaitility.await("the old contact has its number")
                .untilAsserted(() -> found(Tokens.agent(), "021 5234 0000 转 9").body("items.id", hasItem(id.toString())));
    }
}
