package org.gongdan.ticket.customer;

import static org.awaitility.Awaitility.await;
import static org.gongdan.ticket.TicketFixtures.as;
import static org.gongdan.ticket.TicketFixtures.opened;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.gongdan.testing.Infrastructure;
import org.gongdan.testing.PostgresServer;
import org.gongdan.testing.Tokens;
import org.gongdan.testing.Topics;
import org.gongdan.ticket.TicketFixtures;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** A contact is erased for good (ADR 029). */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class ErasureIT {

    private final Topics topics = Topics.shared();

    /** A customer with a contact of this name; nobody else in these tests is called so. */
    private static TicketFixtures.Customer customerOf(String name, String phone, String email) {
        Map<String, Object> body = Map.of("name", "Customer of erasures", "sites", List.of(Map.of("name", "s", "address", "上海市长宁区延安西路1号")),
                "contacts", List.of(Map.of("name", name, "salutation", name + "店长", "phone", phone, "email", email, "siteIndex", 0)),
                "products", List.of(Map.of("name", "收银机")));
        var file = as(Tokens.agent()).header("Idempotency-Key", UUID.randomUUID()).body(body).post("/api/customers").then().statusCode(201)
                .extract().jsonPath();
        return new TicketFixtures.Customer(file.getUUID("id"), file.getUUID("sites[0].id"), file.getUUID("contacts[0].id"),
                file.getUUID("products[0].id"));
    }

    private static UUID ticketOf(TicketFixtures.Customer customer) {
        return opened(TicketFixtures.aPhoneReport(customer), Tokens.agent()).statusCode(201).extract().jsonPath().getUUID("id");
    }

    private static ValidatableResponse post(String token, String path, Object body) {
        return as(token).header("Idempotency-Key", UUID.randomUUID()).body(body).post(path).then();
    }

    private static String pathOf(TicketFixtures.Customer customer) {
        return "/api/customers/" + customer.id() + "/contacts/" + customer.contactId();
    }

    private static ValidatableResponse erase(String token, TicketFixtures.Customer customer) {
        return post(token, pathOf(customer) + "/erase", Map.of("because", "ASKED_BY_PERSON"));
    }

    private static void end(UUID ticket) {
        post(Tokens.agent(), "/api/tickets/" + ticket + "/cancel", Map.of("reason", "客户撤回")).statusCode(200);
    }

    /** Says his name wherever somebody can be named, and his number where customers are quoted. */
    private static void tellOf(String name, String phone, UUID ticket) {
        String path = "/api/tickets/" + ticket;
        Map<String, Object> consent = Map.of("givenBy", name + "先生", "at", Instant.now().minusSeconds(60).toString());
        post(Tokens.agent(), path + "/extend",
                Map.of("plan", "换新", "newTime", Instant.now().plusSeconds(7200).toString(), "consent", consent))
                .statusCode(200);
        String session = post(Tokens.agent(), path + "/remote-sessions",
                Map.of("tool", "向日葵", "customerPresent", true, "scope", "打印", "consent", consent)).statusCode(201).extract().path("id");
        post(Tokens.agent(), path + "/remote-sessions/" + session + "/steps", Map.of("action", "重装驱动", "result", "可以打印")).statusCode(201);
        post(Tokens.agent(), path + "/remote-sessions/" + session + "/end", Map.of("succeeded", true, "result", "已修复")).statusCode(200);
        post(Tokens.agent(), path + "/contact", Map.of("channel", "PHONE", "said", name + "说打 " + phone, "answersCallback", false))
                .statusCode(200);
        post(Tokens.agent(), path + "/messages", Map.of("text", name + "先生，您好")).statusCode(200);
        post(Tokens.agent(), path + "/notes", Map.of("text", name + "下午不在店里")).statusCode(200);
        post(Tokens.agent(), path + "/resolve",
                Map.of("category", "软件", "cause", "驱动", "fix", "重装", "method", "REMOTE", "verifiedWithCustomer", true)).statusCode(200);
        post(Tokens.agent(), path + "/confirm", Map.of("confirmedBy", name)).statusCode(200);
        post(Tokens.agent(), path + "/survey", Map.of("result", 5, "comment", name + "很满意")).statusCode(200);
    }

    @Test
    void nothingOfAnErasedPersonIsLeft() throws SQLException, IOException {
        // Given
        TicketFixtures.Customer customer = customerOf("欧阳拂晓", "13700137001", "fuxiao@erased.example");
        tellOf("欧阳拂晓", "13700137001", ticketOf(customer));
        Map<String, Object> withoutContact = new HashMap<>(TicketFixtures.aPhoneReport(customer));
        withoutContact.remove("contactId");
        tellOf("欧阳拂晓", "", opened(withoutContact, Tokens.agent()).statusCode(201).extract().jsonPath().getUUID("id"));
        post(Tokens.agent(), pathOf(customer) + "/reveal", Map.of("reason", "回拨")).statusCode(200);
        assertFalse(Traces.of("欧阳拂晓").isEmpty());

        // When
        var erased = erase(Tokens.supervisor(), customer);

        // Then
        erased.statusCode(200).body("contacts[0].name", nullValue()).body("contacts[0].phone", nullValue())
                .body("contacts[0].erasedAt", notNullValue());
        topics.await("contact-events", event -> customer.contactId().toString().equals(event.key()) && event.body() == null);
        for (String trace : List.of("欧阳拂晓", "13700137001", "fuxiao@erased.example")) {
            assertEquals(List.of(), Traces.of(trace), trace);
        }
        as(Tokens.agent()).get("/api/customers?query=13700137001").then().body("items", hasSize(0));
        post(Tokens.agent(), pathOf(customer) + "/reveal", Map.of("reason", "回拨")).statusCode(422).body("type",
                containsString("contact-erased"));
        assertEquals("because: ASKED_BY_PERSON",
                one("select detail from audit where action like '%" + customer.contactId() + "/erase'"));
    }

    @Test
    void othersAreToldByIdsAndATombstoneThatComesTwice() throws SQLException, IOException {
        // Given
        TicketFixtures.Customer customer = customerOf("司马照临", "13700137002", "zhaolin@erased.example");
        String key = customer.contactId().toString();

        // When
        erase(Tokens.manager(), customer).statusCode(200);

        // Then
        Topics.Event told = topics.await("customer-events",
                event -> "ContactErased.v1".equals(event.type()) && key.equals(event.text("contactId")));
        assertEquals(java.util.Set.of("customerId", "contactId", "because", "at", "by"),
                told.body().properties().stream().map(Map.Entry::getKey).collect(java.util.stream.Collectors.toSet()));
        topics.await("contact-events", event -> key.equals(event.key()) && event.body() == null);
        change("update timer set due_at = now(), fire_at = now() where kind = 'tombstone-again' and ref = '" + key + "'");
        await()
                .until(() -> topics.all("contact-events", event -> key.equals(event.key()) && event.body() == null).size() == 2);
        List<Topics.Event> all = topics.all("contact-events", event -> key.equals(event.key()));
        assertNull(all.getLast().body());
    }

    @Test
    void whoIsNeededByATicketIsNotErased() {
        // Given
        TicketFixtures.Customer customer = customerOf("上官见微", "13700137003", "jianwei@erased.example");
        UUID ticket = ticketOf(customer);
        String number = as(Tokens.agent()).get("/api/tickets/" + ticket).then().extract().path("number");

        // When
        var refused = erase(Tokens.supervisor(), customer);

        // Then
        refused.statusCode(409).body("type", containsString("contact-needed")).body("detail", containsString(number));
        end(ticket);
        erase(Tokens.supervisor(), customer).statusCode(200);
    }

    @Test
    void erasedTwiceIsErasedOnce() {
        // Given
        TicketFixtures.Customer customer = customerOf("诸葛知秋", "13700137004", "zhiqiu@erased.example");
        String tag = as(Tokens.agent()).get("/api/customers/" + customer.id()).then().extract().header("ETag");
        as(Tokens.supervisor()).header("If-Match", "\"99\"").body(Map.of("because", "NO_LONGER_NEEDED")).post(pathOf(customer) + "/erase")
                .then().statusCode(412);
        String after = as(Tokens.supervisor()).header("If-Match", tag).body(Map.of("because", "NO_LONGER_NEEDED"))
                .post(pathOf(customer) + "/erase").then().statusCode(200).header("ETag", not(tag)).extract().header("ETag");

        // When
        var again = erase(Tokens.supervisor(), customer);

        // Then
        again.statusCode(200).header("ETag", equalTo(after));
        post(Tokens.agent(), "/api/customers/" + customer.id() + "/change", Map.of("name", "After " + customer.id())).statusCode(200);
        topics.await("customer-events", "CustomerChanged.v1", customer.id());
        assertEquals(1, topics.all("customer-events",
                event -> "ContactErased.v1".equals(event.type()) && customer.id().toString().equals(event.key())).size());
        for (String verb : List.of("change", "withdraw", "reinstate")) {
            post(Tokens.agent(), pathOf(customer) + "/" + verb, Map.of("name", "诸葛知秋")).statusCode(422).body("type",
                    containsString("contact-erased"));
        }
    }

    @Test
    void onlySupervisorsAndManagersEraseAndOnlyWhomTheyNameRightly() {
        TicketFixtures.Customer customer = customerOf("东方既白", "13700137005", "jibai@erased.example");
        TicketFixtures.Customer other = customerOf("西门未央", "13700137006", "weiyang@erased.example");
        for (String token : List.of(Tokens.agent(), Tokens.engineer(), Tokens.customer(), Tokens.admin())) {
            erase(token, customer).statusCode(403);
        }
        post(Tokens.supervisor(), "/api/customers/" + other.id() + "/contacts/" + customer.contactId() + "/erase",
                Map.of("because", "ASKED_BY_CUSTOMER")).statusCode(404);
        post(Tokens.supervisor(), pathOf(customer) + "/erase", Map.of()).statusCode(400);
        as(Tokens.agent()).get("/api/customers/" + customer.id()).then().body("contacts[0].phone", equalTo("137****05"));
    }

    @Test
    void aTicketThatIsBeingOpenedIsSeen() throws Exception {
        // Given
        TicketFixtures.Customer customer = customerOf("南宫若水", "13700137007", "ruoshui@erased.example");
        UUID ticket = ticketOf(customer);
        end(ticket);

        // When
        CompletableFuture<ValidatableResponse> erased;
        try (Connection opening = PostgresServer.shared().connect()) {
            opening.setAutoCommit(false);
            opening.createStatement().execute("select 1 from contact where id = '" + customer.contactId() + "' for key share");
            opening.createStatement().execute("update ticket set status = 'OPEN', version = version + 1 where id = '" + ticket + "'");
            erased = CompletableFuture.supplyAsync(() -> erase(Tokens.supervisor(), customer));
            awaitSomebodyWaitingFor("from contact");
            opening.commit();
        }

        // Then
        erased.get().statusCode(409).body("type", containsString("contact-needed"));
    }

    @Test
    void aTicketThatComesTooLateIsRefused() throws Exception {
        // Given
        TicketFixtures.Customer customer = customerOf("慕容听雪", "13700137008", "tingxue@erased.example");

        // When
        CompletableFuture<ValidatableResponse> late;
        try (Connection erasing = PostgresServer.shared().connect()) {
            erasing.setAutoCommit(false);
            erasing.createStatement().execute("select 1 from contact where id = '" + customer.contactId() + "' for update");
            erasing.createStatement().execute("""
                    update contact set name = null, salutation = null, phone = null, phone_number = null, email = null, erased_at = now()
                    where id = '%s'""".formatted(customer.contactId()));
            late = CompletableFuture.supplyAsync(() -> opened(TicketFixtures.aPhoneReport(customer), Tokens.agent()));
            awaitSomebodyWaitingFor("nextval('ticket_number')");
            erasing.commit();
        }

        // Then
        late.get().statusCode(422).body("type", containsString("contact-erased")).body("errors[0].field", equalTo("contactId"));
    }

    private static void awaitSomebodyWaitingFor(String statement) {
        await()
                .until(() -> !"0".equals(one("select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like '%"
                        + statement.replace("'", "''") + "%' and datname = current_database()")));
    }

    private static String one(String query) throws SQLException, IOException {
        try (Connection connection = PostgresServer.shared().connect(); PreparedStatement statement = connection.prepareStatement(query);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getString(1) : null;
        }
    }

    private static void change(String statement) throws SQLException, IOException {
        try (Connection connection = PostgresServer.shared().connect()) {
            assertEquals(1, connection.createStatement().executeUpdate(statement));
        }
    }
}
