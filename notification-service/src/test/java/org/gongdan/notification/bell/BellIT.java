package org.gongdan.notification.bell;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.gongdan.notification.HeardEvents.values;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.gongdan.notification.HeardEvents;
import org.gongdan.notification.WithMailServer;
import org.gongdan.platform.event.EventJson;
import org.gongdan.platform.event.EventTypes;
import org.gongdan.platform.tx.Sql;
import org.gongdan.platform.tx.Tx;
import org.gongdan.testing.Tokens;
import org.gongdan.testing.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
@QuarkusTestResource(WithMailServer.class)
class BellIT {

    private static final Sql NOTES = Sql.of("select count(*) as notes from bell_note where event_id = :event");

    @Inject
    Tx tx;

    private final HeardEvents heard = HeardEvents.aTicket();
    private final Person wang = new Person("wang");
    private final Person li = new Person("li");

    /** An engineer, since nothing rings for all engineers. */
    private record Person(UUID id, String name) {

        Person(String called) {
            this(UUID.randomUUID(), called + UUID.randomUUID());
        }

        RequestSpecification asks() {
            return given().auth().oauth2(Tokens.of(id, name, List.of("engineer"), Map.of())).contentType("application/json");
        }

        ValidatableResponse unseen() {
            return asks().get("/api/bell/unseen").then().statusCode(200);
        }

        ValidatableResponse notes() {
            return asks().get("/api/bell").then().statusCode(200);
        }
    }

    static List<RingTest.Version> versions() {
        return RingTest.versions().toList();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void everyEventThatRingsIsHeard(RingTest.Version version) throws IOException {
        // Given
        ObjectNode body = (ObjectNode) EventJson.mapper().readTree(version.contracts().bodies(version.type()).getFirst());
        String name = EventTypes.withoutVersion(version.type());
        body.put("ticketId", heard.ticket.toString()).put("customerId", heard.customer.toString());
        if (name.startsWith("Visit") && !name.equals("VisitRequested") || name.equals("CustomerAbsent")) {
            body.put("visitId", heard.visit.toString());
            heard.visitScheduledBy(Tokens.ENGINEER, heard.now, heard.now.plusSeconds(3600));
        }
        if (name.equals("TicketOpened")) {
            body.put("channel", "PORTAL");
        }
        if (name.equals("SurveyAnswered")) {
            body.putObject("scores").put("result", 1);
        }

        // When
        UUID event = Topics.shared().send(topicOf(name), version.type(), UUID.randomUUID(), 1, heard.customer, EventJson.write(body));

        // Then
        await().until(() -> noted(event));
    }

    private boolean noted(UUID event) {
        return Tx.await(tx.read(read -> NOTES.with("event", event).row(read).map(row -> row.number("notes")))) > 0;
    }

    private static String topicOf(String name) {
        boolean visits = name.startsWith("Visit") && !name.equals("VisitRequested") || name.equals("CustomerAbsent");
        return visits ? "visit-events" : name.startsWith("Sla") ? "sla-events" : "ticket-events";
    }

    @Test
    void whoIsMadeResponsibleIsToldByWhomAndForWhat() {
        // Given
        heard.ticketOpened();

        // When
        heard.step("TicketAssigned.v1", 2, "assignee", wang.name(), "by", "agent");

        // Then
        await().untilAsserted(() -> wang.notes().body("items", hasSize(1)).body("items[0].number", equalTo(heard.number)));
        wang.notes().body("items[0].kind", equalTo("TICKET_ASSIGNED")).body("items[0].ticketId", equalTo(heard.ticket.toString()))
                .body("items[0].summary", equalTo("积分卡无法读取")).body("items[0].about.by", equalTo("agent"))
                .body("items[0].unseen", equalTo(true));
        wang.unseen().body("unseen", equalTo(1)).body("upTo", notNullValue());
        li.notes().body("items", hasSize(0));
    }

    @Test
    void whatIsWrittenAboutOneTicketIsOneNote() {
        // Given
        heard.step("TicketAssigned.v1", 2, "assignee", wang.name(), "by", "agent");

        // When
        UUID last = IntStream.range(3, 6)
                .mapToObj(sequence -> heard.step("MessageReceived.v1", sequence, "messageId", UUID.randomUUID(), "by", "u"))
                .reduce((first, second) -> second).orElseThrow();

        // Then
        await().until(() -> noted(last));
        await().untilAsserted(() -> wang.notes().body("items.kind", equalTo(List.of("MESSAGE_RECEIVED", "TICKET_ASSIGNED"))));
        wang.unseen().body("unseen", equalTo(2));
    }

    @Test
    void whoeverIsResponsibleAtThatTimeHearsOfABrokenPromise() {
        // Given
        heard.step("TicketAssigned.v1", 2, "assignee", wang.name(), "by", "agent");
        heard.step("HandOverAccepted.v1", 3, "to", "技术中心", "by", li.name());
        await()
                .untilAsserted(() -> wang.notes().body("items.kind", equalTo(List.of("HAND_OVER_ACCEPTED", "TICKET_ASSIGNED"))));

        // When
        heard.slaBreached(heard.now);

        // Then
        await().untilAsserted(() -> li.notes().body("items.kind", equalTo(List.of("SLA_BREACHED"))));
        li.notes().body("items[0].about.kind", equalTo("RESOLUTION_24H")).body("items[0].about.dueAt", notNullValue());
        given().auth().oauth2(Tokens.supervisor()).get("/api/bell?limit=200").then().body("items.ticketId",
                hasItem(heard.ticket.toString()));
        wang.unseen().body("unseen", equalTo(2));
    }

    @Test
    void theSameNewsReachesAPersonOnce() {
        // Given
        Person chief = new Person("chief");
        String token = Tokens.of(chief.id(), chief.name(), List.of("supervisor"), Map.of());
        heard.step("TicketAssigned.v1", 2, "assignee", chief.name(), "by", "agent");
        await().untilAsserted(() -> chief.notes().body("items", hasSize(1)));

        // When
        heard.slaBreached(heard.now);

        // Then
        await().untilAsserted(() -> assertEquals(List.of("SLA_BREACHED", "TICKET_ASSIGNED"),
                given().auth().oauth2(token).get("/api/bell?limit=200").then().extract().jsonPath()
                        .getList("items.findAll { it.ticketId == '%s' }.kind".formatted(heard.ticket))));
    }

    @Test
    void whatWasLookedAtIsNotNewAnyMoreOnAnyScreen() {
        // Given
        heard.step("TicketAssigned.v1", 2, "assignee", wang.name(), "by", "agent");
        await().untilAsserted(() -> wang.unseen().body("unseen", equalTo(1)));
        int upTo = wang.unseen().extract().path("upTo");

        // When
        wang.asks().body(Map.of("upTo", upTo)).post("/api/bell/seen").then().statusCode(200).body("unseen", equalTo(0)).body("upTo",
                nullValue());

        // Then
        wang.notes().body("items[0].unseen", equalTo(false));
        wang.asks().body(Map.of("upTo", 0)).post("/api/bell/seen").then().statusCode(200).body("unseen", equalTo(0));
        heard.step("TicketAssigned.v1", 3, "assignee", wang.name(), "by", "agent");
        await().untilAsserted(() -> wang.unseen().body("unseen", equalTo(1)));
    }

    @Test
    void nobodyCanLookAtWhatIsYetToCome() {
        // Given
        wang.asks().body(Map.of("upTo", Long.MAX_VALUE)).post("/api/bell/seen").then().statusCode(200);

        // When
        heard.step("TicketAssigned.v1", 2, "assignee", wang.name(), "by", "agent");

        // Then
        await().untilAsserted(() -> wang.unseen().body("unseen", equalTo(1)));
    }

    @Test
    void engineerIsToldOfHisVisitAndThatItIsOff() {
        // Given
        heard.visitScheduledBy(wang.id(), heard.now, heard.now.plusSeconds(3600));
        await().untilAsserted(() -> wang.notes().body("items.kind", equalTo(List.of("VISIT_SCHEDULED"))));

        // When
        Topics.shared().send("visit-events", "VisitCancelled.v1", heard.visit, 2, heard.customer,
                EventJson.write(values("visitId", heard.visit,
                        "ticketId", heard.ticket, "customerId", heard.customer, "reason", "客户取消", "at", Instant.now())));

        // Then
        await().untilAsserted(() -> wang.notes().body("items.kind", equalTo(List.of("VISIT_CANCELLED", "VISIT_SCHEDULED"))));
        wang.notes().body("items[0].visitId", equalTo(heard.visit.toString())).body("items[0].about", equalTo(new HashMap<>()));
    }

    @Test
    void customersHearOfTheirOwnTicketsOnly() {
        heard.step("TicketResolved.v1", 5, "number", heard.number, "method", "PHONE", "resolvedAt", heard.now, "resolvedBy", "agent");
        await().untilAsserted(() -> given().auth().oauth2(Tokens.customer()).get("/api/bell?limit=200").then()
                .body("items.ticketId", hasItem(heard.ticket.toString())));
        given().auth().oauth2(Tokens.foreignCustomer()).get("/api/bell?limit=200").then().statusCode(200)
                .body("items.ticketId", not(hasItem(heard.ticket.toString())));
    }

    @Test
    void notesArePagedNewestFirst() {
        heard.step("TicketAssigned.v1", 2, "assignee", wang.name(), "by", "agent");
        heard.step("TicketHandedOver.v1", 3, "to", wang.name(), "reason", "r", "by", "agent");
        await().untilAsserted(() -> wang.notes().body("items", hasSize(2)));
        String next = wang.asks().get("/api/bell?limit=1").then().body("items.kind", equalTo(List.of("TICKET_HANDED_OVER"))).extract()
                .path("next");
        wang.asks().queryParam("cursor", next).get("/api/bell?limit=1").then().body("items.kind", equalTo(List.of("TICKET_ASSIGNED")))
                .body("next", nullValue());
    }

    @Test
    void nonsenseAndStrangersAreTurnedAway() {
        wang.asks().get("/api/bell?cursor=bm9uc2Vuc2U").then().statusCode(400);
        wang.asks().get("/api/bell?limit=0").then().statusCode(400);
        wang.asks().body(Map.of("upTo", -1)).post("/api/bell/seen").then().statusCode(400);
        wang.asks().body("{}").post("/api/bell/seen").then().statusCode(400);
        given().get("/api/bell").then().statusCode(401);
        given().auth().oauth2(Tokens.nobody()).get("/api/bell/unseen").then().statusCode(403);
        given().auth().oauth2(Tokens.integration()).get("/api/bell").then().statusCode(403);
    }
}
