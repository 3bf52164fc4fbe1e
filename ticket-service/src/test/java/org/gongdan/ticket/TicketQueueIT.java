package org.gongdan.ticket;

import static org.gongdan.ticket.TicketFixtures.aCustomer;
import static org.gongdan.ticket.TicketFixtures.anOpenTicket;
import static org.gongdan.ticket.TicketFixtures.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.gongdan.testing.Infrastructure;
import org.gongdan.testing.PostgresServer;
import org.gongdan.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

/** What waits for what, and in which order it should be worked on. The tickets of a test have a customer of their own. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class TicketQueueIT {

    private UUID customer;
    private String fresh;
    private String assigned;
    private String handedOver;
    private String broken;
    private String urgent;
    private String resolved;
    private String cancelled;

    @BeforeEach
    void oneOfEach() throws SQLException, IOException {
        customer = UUID.randomUUID();
        aCustomer(customer);
        fresh = ticket(Duration.ofHours(9));
        assigned = command(ticket(Duration.ofHours(8)), "assign", Map.of("assignee", "agent"));
        handedOver = command(ticket(Duration.ofHours(7)), "hand-over", Map.of("to", "技术中心", "reason", "需要数据库专家"));
        broken = command(ticket(Duration.ofMinutes(-5)), "acknowledge", Map.of());
        sql("update ticket set breached = true where id = ?", broken);
        urgent = ticket(Duration.ofMinutes(40));
        command(urgent, "priority", Map.of("priority", "P1", "reason", "整店停业"));
        resolved = command(ticket(Duration.ofHours(1)), "acknowledge", Map.of());
        command(resolved, "resolve", Map.of("category", "外设", "cause", "松动", "fix", "插紧", "method", "PHONE", "verifiedWithCustomer", true));
        cancelled = command(ticket(Duration.ofHours(2)), "cancel", Map.of("reason", "重复"));
    }

    private String ticket(Duration expectedIn) throws SQLException, IOException {
        String id = anOpenTicket(customer).toString();
        Instant due = Instant.now().plus(expectedIn).truncatedTo(ChronoUnit.MICROS);
        sql("update ticket set expected_by = timestamptz '" + due + "' where id = ?", id);
        return id;
    }

    private static String command(String ticket, String verb, Map<String, ?> body) {
        as(Tokens.agent()).body(body).post("/api/tickets/" + ticket + "/" + verb).then().statusCode(200);
        return ticket;
    }

    private static void sql(String statement, String id) throws SQLException, IOException {
        try (Connection connection = PostgresServer.shared().connect(); PreparedStatement update = connection.prepareStatement(statement)) {
            update.setObject(1, UUID.fromString(id));
            update.executeUpdate();
        }
    }

    private List<String> listed(String asked) {
        List<String> found = new ArrayList<>();
        String cursor = "";
        do {
            JsonPath page = as(Tokens.agent()).get("/api/tickets?limit=2&customerId=" + customer + "&" + asked + cursor).then()
                    .statusCode(200)
                    .extract().jsonPath();
            found.addAll(page.getList("items.id", String.class));
            cursor = page.getString("next") == null ? "" : "&cursor=" + page.getString("next");
        } while (!cursor.isEmpty());
        return found;
    }

    @Test
    void eachQueueHoldsWhatWaitsForItTheNewestFirst() {
        assertEquals(List.of(urgent, fresh), listed("queue=NEW"));
        assertEquals(List.of(urgent, broken, handedOver, fresh), listed("queue=UNASSIGNED"));
        assertEquals(List.of(assigned), listed("queue=MINE"));
        assertEquals(List.of(urgent), listed("queue=DUE_SOON"));
        assertEquals(List.of(broken), listed("queue=BREACHED"));
        assertEquals(List.of(handedOver), listed("queue=HANDED_OVER"));
        assertEquals(List.of(resolved), listed("queue=TO_CONFIRM"));
    }

    @Test
    void whatIsDueFirstComesFirstAndWhatIsDoneComesLast() {
        // When
        List<String> found = listed("order=DUE");

        // Then
        assertEquals(List.of(broken, urgent, handedOver, assigned, fresh, resolved), found);
    }

    @Test
    void whoseCustomerWaitsForAnAnswerComesFirst() throws SQLException, IOException {
        // Given
        sql("update ticket set unanswered_since = now() - interval '2 minutes' where id = ?", resolved);
        sql("update ticket set unanswered_since = now() - interval '3 minutes' where id = ?", fresh);

        // When
        List<String> found = listed("order=DUE");

        // Then
        assertEquals(List.of(fresh, resolved, broken, urgent, handedOver, assigned), found);
        assertEquals(List.of(resolved, fresh), listed("queue=UNANSWERED"));
        assertEquals(List.of(fresh, resolved), listed("queue=UNANSWERED&order=DUE"));
        sql("update ticket set assignee = 'agent' where id = ?", resolved);
        assertEquals(List.of(resolved, assigned), listed("queue=MINE&order=DUE"));
    }

    @ParameterizedTest
    @CsvSource({"priority=P1, true", "priority=P2&priority=P3, false"})
    void aPriorityIsAskedOfWhatHasNotEnded(String asked, boolean onlyUrgent) {
        // When
        List<String> found = listed(asked);

        // Then
        assertEquals(onlyUrgent, found.equals(List.of(urgent)), found.toString());
        assertTrue(!found.contains(cancelled) && found.size() == (onlyUrgent ? 1 : 5), found.toString());
    }

    @Test
    void theMostUrgentComesFirstAlsoAmongThoseThatHoldAWord() {
        // When
        List<String> found = listed("order=PRIORITY&query=积分卡");

        // Then
        assertEquals(urgent, found.getFirst());
        assertEquals(6, found.size());
        assertEquals(List.of(), listed("order=PRIORITY&query=打印机"));
        assertEquals(List.of(), listed("order=PRIORITY&query=-"));
    }

    @Test
    void whileWeWaitForTheCustomerOnlyTheAnswerHeWaitsForIsDue() {
        // Given
        command(broken, "wait", Map.of("reason", "CUSTOMER", "evidence", "门店今天盘点"));

        // When
        List<String> found = listed("order=DUE");

        // Then
        assertEquals(List.of(urgent, handedOver, assigned, fresh, resolved, broken), found);
        as(Tokens.agent()).get("/api/tickets/" + broken).then().body("waitingFor", equalTo("CUSTOMER")).body("dueAt", equalTo(null));
        command(broken, "resume", Map.of());
        as(Tokens.agent()).get("/api/tickets/" + broken).then().body("waitingFor", equalTo(null)).body("dueAt", notNullValue());
    }

    @Test
    void aTicketSaysWhenTheNextPromiseIsDueUntilItsFixWaitsForTheCustomer() {
        // Given
        Instant callback = Instant.now().plus(20, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.MILLIS);
        command(urgent, "promise-callback", Map.of("dueAt", callback.toString(), "words", "二十分钟内给您回电"));

        // When
        var view = as(Tokens.agent()).get("/api/tickets/" + urgent).then();

        // Then
        view.statusCode(200).body("dueAt", equalTo(callback.toString()));
        as(Tokens.agent()).get("/api/tickets/" + resolved).then().statusCode(200).body("dueAt", equalTo(null));
    }

    @Test
    void theCountsAreThoseOfTheLists() {
        // Given
        var before = counts();

        // When
        command(fresh, "assign", Map.of("assignee", "agent"));

        // Then
        var after = counts();
        assertEquals(before.get("NEW") - 1, after.get("NEW"));
        assertEquals(before.get("UNASSIGNED") - 1, after.get("UNASSIGNED"));
        assertEquals(before.get("MINE") + 1, after.get("MINE"));
        assertEquals(before.get("TO_CONFIRM"), after.get("TO_CONFIRM"));
    }

    private static Map<String, Integer> counts() {
        var answer = as(Tokens.agent()).get("/api/tickets/queues").then().statusCode(200).extract().jsonPath();
        Map<String, Integer> counts = new HashMap<>();
        answer.getList("items", Map.class).forEach(each -> counts.put((String) each.get("queue"), (Integer) each.get("count")));
        return counts;
    }

    @Test
    void queuesAreOurOwnBusiness() {
        as(Tokens.customer()).get("/api/tickets?queue=HANDED_OVER").then().statusCode(403);
        as(Tokens.customer()).get("/api/tickets/queues").then().statusCode(403);
        as(Tokens.integration()).get("/api/tickets/queues").then().statusCode(403);
        as(Tokens.customer()).get("/api/tickets?order=DUE").then().statusCode(200);
    }

    @Test
    void whatHasEndedHasNoOrderButItsAge() {
        as(Tokens.agent()).get("/api/tickets?status=CLOSED&order=DUE").then().statusCode(400).body("errors[0].field", equalTo("status"));
        as(Tokens.agent()).get("/api/tickets?status=CLOSED&status=OPEN&order=DUE").then().statusCode(200);
        as(Tokens.agent()).get("/api/tickets?order=DUE&cursor=bm90aGluZw").then().statusCode(400).body("type",
                containsString("invalid-input"));
    }
}
