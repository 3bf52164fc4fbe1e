package org.gongdan.ticket.customer;

import static org.gongdan.ticket.TicketFixtures.aCustomer;
import static org.gongdan.ticket.TicketFixtures.aPhoneReport;
import static org.gongdan.ticket.TicketFixtures.as;
import static org.gongdan.ticket.TicketFixtures.opened;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.gongdan.testing.Infrastructure;
import org.gongdan.testing.Tokens;
import org.gongdan.testing.Topics;
import org.gongdan.ticket.TicketFixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** Customers, sites, contacts and products change, are withdrawn and come back. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class UpkeepIT {

    private static ValidatableResponse post(String token, String path, Map<String, ?> body) {
        return as(token).body(body).post(path).then();
    }

    private static String pathOf(TicketFixtures.Customer customer) {
        return "/api/customers/" + customer.id();
    }

    @Test
    void aRenamedCustomerIsToldAndFoundByHisNewName() {
        // Given
        TicketFixtures.Customer customer = aCustomer(UUID.randomUUID());
        String name = "Renamed " + customer.id();

        // When
        var changed = post(Tokens.agent(), pathOf(customer) + "/change", Map.of("name", name, "level", "STRATEGIC"));

        // Then
        changed.statusCode(200).body("name", equalTo(name)).body("level", equalTo("STRATEGIC"));
        Topics.Event told = Topics.shared().await("customer-events", "CustomerChanged.v1", customer.id());
        assertEquals(name, told.text("name"));
        assertEquals("STRATEGIC", told.text("level"));
        as(Tokens.agent()).queryParam("query", name).get("/api/customers").then().body("items.id", hasItem(customer.id().toString()));
    }

    @Test
    void whatChangesNothingIsNoChangeAndWhoSawAnOldFileIsRefused() {
        // Given
        TicketFixtures.Customer customer = aCustomer(UUID.randomUUID());
        String tag = as(Tokens.agent()).get(pathOf(customer)).then().extract().header("ETag");

        // When
        var same = post(Tokens.agent(), pathOf(customer) + "/change", Map.of("name", "Customer " + customer.id()));

        // Then
        same.statusCode(200).header("ETag", equalTo(tag));
        post(Tokens.agent(), pathOf(customer) + "/sites/" + customer.siteId() + "/change", Map.of("name", "二店")).statusCode(200)
                .header("ETag", not(tag)).body("sites[0].name", equalTo("二店"));
        as(Tokens.agent()).header("If-Match", tag).body(Map.of("name", "x")).post(pathOf(customer) + "/change").then().statusCode(412);
        post(Tokens.customer(), pathOf(customer) + "/change", Map.of("name", "x")).statusCode(403);
        post(Tokens.agent(), "/api/customers/" + UUID.randomUUID() + "/change", Map.of("name", "x")).statusCode(404);
    }

    @Test
    void aMovedSiteMovesItsContacts() {
        // Given
        TicketFixtures.Customer customer = aCustomer(UUID.randomUUID());

        // When
        var moved = post(Tokens.agent(), pathOf(customer) + "/sites/" + customer.siteId() + "/change", Map.of("address", "上海市普陀区武宁路9号"));

        // Then
        moved.statusCode(200).body("sites[0].address", equalTo("上海市普陀****")).body("sites[0].name", equalTo("Main store"));
        Topics.shared().await("contact-events", event -> customer.contactId().toString().equals(event.key())
                && "上海市普陀区武宁路9号".equals(event.text("address")) && "13812341234".equals(event.text("phone")));
    }

    @Test
    void aContactWithANewNumberIsFoundByThatNumberOnly() {
        // Given
        TicketFixtures.Customer customer = aCustomer(UUID.randomUUID());
        String contact = pathOf(customer) + "/contacts/" + customer.contactId();
        post(Tokens.agent(), contact + "/change", Map.of("phone", "13700137100")).statusCode(200);

        // When
        var changed = post(Tokens.agent(), contact + "/change", Map.of("phone", "13700137101", "withoutEmail", true));

        // Then
        changed.statusCode(200).body("contacts[0].phone", equalTo("137****01")).body("contacts[0].email", nullValue())
                .body("contacts[0].name", equalTo("刘**"));
        as(Tokens.agent()).get("/api/customers?query=13700137101").then().body("items.id", equalTo(List.of(customer.id().toString())));
        as(Tokens.agent()).get("/api/customers?query=13700137100").then().body("items", hasSize(0));
        Topics.shared().await("contact-events", event -> customer.contactId().toString().equals(event.key())
                && "+8613700137101".equals(event.text("phoneNumber")) && event.text("email") == null);
        post(Tokens.agent(), contact + "/change", Map.of("email", "a@b.example", "withoutEmail", true)).statusCode(400);
        post(Tokens.agent(), contact + "/change", Map.of("phone", "no phone")).statusCode(400);
        post(Tokens.agent(), contact + "/change", Map.of("siteId", UUID.randomUUID())).statusCode(400);
    }

    @Test
    void aProductGetsItsSerialNumber() {
        // Given
        TicketFixtures.Customer customer = aCustomer(UUID.randomUUID());

        // When
        var changed = post(Tokens.agent(), pathOf(customer) + "/products/" + customer.productId() + "/change", Map.of("serial", "JF-9"));

        // Then
        changed.statusCode(200).body("products[0].serial", equalTo("JF-9")).body("products[0].name", equalTo("积分收银系统"));
        assertEquals("JF-9", Topics.shared().await("customer-events", "ProductChanged.v1", customer.id()).text("serial"));
        post(Tokens.agent(), pathOf(customer) + "/products/" + customer.siteId() + "/change", Map.of("serial", "x")).statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({"'', withdrawnAt, CustomerWithdrawn, CustomerReinstated, customer-withdrawn, customerId",
            "/sites/, sites[0].withdrawnAt, SiteWithdrawn, SiteReinstated, site-withdrawn, siteId",
            "/contacts/, contacts[0].withdrawnAt, ContactWithdrawn, ContactReinstated, contact-withdrawn, contactId",
            "/products/, products[0].withdrawnAt, ProductWithdrawn, ProductReinstated, product-withdrawn, productId"})
    void whatIsWithdrawnIsRefusedInNewTicketsUntilItIsReinstated(String part, String mark, String withdrawn, String reinstated, String code,
            String field) {
        // Given
        TicketFixtures.Customer customer = aCustomer(UUID.randomUUID());
        UUID before = opened(aPhoneReport(customer), Tokens.agent()).statusCode(201).extract().jsonPath().getUUID("id");
        String path = pathOf(customer) + (part.isEmpty() ? ""
                : part + Map.of("/sites/", customer.siteId(), "/contacts/", customer.contactId(), "/products/", customer.productId())
                        .get(part));
        post(Tokens.supervisor(), path + "/withdraw", Map.of()).statusCode(200).body(mark, notNullValue());

        // When
        var late = opened(aPhoneReport(customer), Tokens.agent());

        // Then
        late.statusCode(422).body("type", containsString(code)).body("errors[0].field", equalTo(field));
        Topics.shared().await("customer-events", withdrawn + ".v1", customer.id());
        as(Tokens.agent()).post("/api/tickets/" + before + "/acknowledge").then().statusCode(200);
        String again = post(Tokens.supervisor(), path + "/withdraw", Map.of()).statusCode(200).extract().header("ETag");
        post(Tokens.supervisor(), path + "/reinstate", Map.of()).statusCode(200).body(mark, nullValue()).header("ETag", not(again));
        Topics.shared().await("customer-events", reinstated + ".v1", customer.id());
        opened(aPhoneReport(customer), Tokens.agent()).statusCode(201);
    }

    @Test
    void aWithdrawnCustomerIsFoundByWhoAsksForTheWithdrawn() {
        // Given
        TicketFixtures.Customer customer = aCustomer(UUID.randomUUID());
        post(Tokens.agent(), pathOf(customer) + "/withdraw", Map.of()).statusCode(403);

        // When
        post(Tokens.admin(), pathOf(customer) + "/withdraw", Map.of()).statusCode(200);

        // Then
        String name = "Customer " + customer.id();
        as(Tokens.agent()).queryParam("query", name).get("/api/customers").then().body("items", hasSize(0));
        as(Tokens.agent()).queryParam("query", name).queryParam("withdrawn", true).get("/api/customers").then().body("items", hasSize(1))
                .body("items[0].withdrawnAt", notNullValue());
        as(Tokens.agent()).get(pathOf(customer)).then().statusCode(200).body("withdrawnAt", notNullValue());
    }
}
