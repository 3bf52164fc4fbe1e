package org.gongdan.ticket.customer;

import static org.gongdan.ticket.TicketFixtures.aCustomer;
import static org.gongdan.ticket.TicketFixtures.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.gongdan.testing.Infrastructure;
import org.gongdan.testing.Tokens;
import org.gongdan.testing.Topics;
import org.gongdan.ticket.TicketFixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** Which phone numbers and mail addresses are taken, and what is seen of them. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class ContactIT {

    private static ValidatableResponse added(TicketFixtures.Customer customer, String phone, String email) {
        Map<String, Object> body = new HashMap<>(Map.of("name", "王芳", "salutation", "王经理", "phone", phone));
        if (email != null) {
            body.put("email", email);
        }
        return as(Tokens.agent()).body(body).post("/api/customers/" + customer.id() + "/contacts").then();
    }

    @ParameterizedTest
    @CsvSource({"021-64265555转801, +862164265555;ext=801, 021****55", "64265555, 64265555;phone-context=+86, 64****55",
            "95588, 95588;phone-context=+86, 9****8",
            "４００－８２０－８８２０, +864008208820, 400****20", "+852 2123 4567, +85221234567, 852****67"})
    void aPhoneIsKeptAsTypedAndAsDialledAndShownByHalf(String phone, String number, String masked) {
        // Given
        TicketFixtures.Customer customer = aCustomer(UUID.randomUUID());

        // When
        var added = added(customer, phone, null);

        // Then
        added.statusCode(201).body("contacts[1].phone", equalTo(masked)).body("contacts[1].phoneNumber", nullValue());
        String id = added.extract().path("contacts[1].id");
        as(Tokens.agent()).body(Map.of("reason", "回访客户")).post("/api/customers/" + customer.id() + "/contacts/" + id + "/reveal").then()
                .body("phone", equalTo(phone)).body("phoneNumber", equalTo(number));
        Topics.Event told = Topics.shared().await("contact-events", "ContactChanged.v1", UUID.fromString(id));
        assertEquals(phone, told.text("phone"));
        assertEquals(number, told.text("phoneNumber"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+----", "0    ", "abc", "1-800-FLOWERS", "00000000", "138123412345", "13812341234/13912341234"})
    void whatNobodyCanCallIsRefusedInASentence(String phone) {
        // Given
        TicketFixtures.Customer customer = aCustomer(UUID.randomUUID());

        // When
        var added = added(customer, phone, null);

        // Then
        added.statusCode(400).body("errors[0].field", equalTo("phone")).body("errors[0].message", containsString("no phone number"));
    }

    @ParameterizedTest
    @CsvSource({"liu@乡.example, ***@***", "o'neil@example.co.uk, o***@e***.uk", "l@b.cn, ***@***.cn"})
    void anAddressThatMailReachesIsTaken(String email, String masked) {
        // Given
        TicketFixtures.Customer customer = aCustomer(UUID.randomUUID());

        // When
        var added = added(customer, "13812341234", email);

        // Then
        added.statusCode(201).body("contacts[1].email", equalTo(masked));
    }

    @ParameterizedTest
    @ValueSource(strings = {"刘@example.com", "liu@乡", "\"liu hai\"@example.com", "liu@example.com, wang@example.com",
            "Liu <liu@example.com>", "liu@[127.0.0.1]", "liu@exa_mple.com", "liu"})
    void whatNoMailReachesIsRefusedInASentence(String email) {
        // Given
        TicketFixtures.Customer customer = aCustomer(UUID.randomUUID());

        // When
        var added = added(customer, "13812341234", email);

        // Then
        added.statusCode(400).body("errors[0].field", equalTo("email")).body("errors[0].message", containsString("Mail cannot be sent"));
    }

    @Test
    void aContactIsWrittenToInHisLanguageChineseUnlessHeSaid() {
        // Given
        TicketFixtures.Customer customer = aCustomer(UUID.randomUUID());
        String contacts = "/api/customers/" + customer.id() + "/contacts";
        String chinese = added(customer, "13812341234", null).statusCode(201).body("contacts[1].language", equalTo("zh"))
                .extract().path("contacts[1].id");

        // When
        as(Tokens.agent()).body(Map.of("language", "en")).post(contacts + "/" + chinese + "/change").then().statusCode(200)
                .body("contacts[1].language", equalTo("en"));
        as(Tokens.agent()).body(Map.of("language", "fr")).post(contacts + "/" + chinese + "/change").then().statusCode(400);

        // Then
        Awaitility.await().untilAsserted(() -> assertEquals(List.of("zh", "en"), Topics.shared()
                .all("contact-events", event -> chinese.equals(event.key())).stream().map(event -> event.text("language")).toList()));
    }
}
