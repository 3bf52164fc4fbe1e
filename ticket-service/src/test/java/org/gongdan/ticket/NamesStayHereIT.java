package org.gongdan.ticket;

import static org.gongdan.ticket.TicketFixtures.aCustomer;
import static org.gongdan.ticket.TicketFixtures.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.gongdan.testing.Infrastructure;
import org.gongdan.testing.Tokens;
import org.gongdan.testing.Topics;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Who of the customer agreed, confirmed and said what is known to ticket-service and told to nobody else. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class NamesStayHereIT {

    private static final String NAME = "王小明";

    private static void post(String token, UUID ticket, String verb, Map<String, Object> body) {
        as(token).body(body).post("/api/tickets/" + ticket + "/" + verb).then().statusCode(200);
    }

    @Test
    void noEventOfATicketNamesOneOfTheCustomersPeople() {
        // Given
        TicketFixtures.Customer customer = aCustomer(Tokens.XINGFU);
        Map<String, Object> report = new HashMap<>(Map.of("customerId", customer.id(), "channel", "PORTAL", "source", "USER", "impact",
                "LOW", "urgency", "LOW", "summary", "积分卡无法读取"));
        UUID ticket = TicketFixtures.opened(report, Tokens.customer()).statusCode(201).extract().jsonPath().getUUID("id");
        post(Tokens.agent(), ticket, "extend", Map.of("plan", "换新", "newTime", Instant.now().plusSeconds(7200).toString(),
                "consent", Map.of("givenBy", NAME, "at", Instant.now().minusSeconds(60).toString())));
        post(Tokens.agent(), ticket, "contact", Map.of("channel", "PHONE", "said", NAME + "说可以", "answersCallback", false));
        post(Tokens.agent(), ticket, "resolve",
                Map.of("category", "软件", "cause", "驱动", "fix", "重装", "method", "REMOTE", "verifiedWithCustomer", true));
        post(Tokens.agent(), ticket, "confirm", Map.of("confirmedBy", NAME));

        // When
        post(Tokens.agent(), ticket, "survey", Map.of("result", 5, "comment", NAME + "很满意"));

        // Then
        Topics.shared().await("ticket-events", "SurveyAnswered.v1", ticket);
        List<Topics.Event> events = Topics.shared().all("ticket-events", event -> ticket.toString().equals(event.key()));
        assertEquals(
                List.of("TicketOpened.v1", "ExtensionAgreed.v2", "CustomerContacted.v2", "TicketResolved.v1", "TicketClosed.v2",
                        "SurveyAnswered.v1"),
                events.stream().map(Topics.Event::type).toList());
        assertTrue(events.stream().noneMatch(event -> event.body().toString().contains(NAME)), events.toString());
        assertEquals(36, events.getFirst().text("openedBy").length());
        assertEquals("false", events.get(4).text("byCustomer"));
        String story = as(Tokens.agent()).get("/api/tickets/" + ticket + "/story").then().statusCode(200).extract().asString();
        for (String known : List.of("\"consentBy\":\"" + NAME + "\"", "\"said\":\"" + NAME + "说可以\"", "\"confirmedBy\":\"" + NAME + "\"",
                "\"comment\":\"" + NAME + "很满意\"")) {
            assertTrue(story.replace("\": \"", "\":\"").contains(known), known + " is not in " + story);
        }
    }

    @Test
    void aCustomerWhoConfirmsHimselfIsToldAsTheCustomer() {
        // Given
        UUID ticket = TicketFixtures.anOpenTicket(Tokens.XINGFU);
        as(Tokens.agent()).post("/api/tickets/" + ticket + "/acknowledge").then().statusCode(200);
        post(Tokens.agent(), ticket, "resolve",
                Map.of("category", "软件", "cause", "驱动", "fix", "重装", "method", "REMOTE", "verifiedWithCustomer", true));

        // When
        as(Tokens.customer()).post("/api/tickets/" + ticket + "/confirm").then().statusCode(200);

        // Then
        Topics.Event closed = Topics.shared().await("ticket-events", "TicketClosed.v2", ticket);
        assertEquals("true", closed.text("byCustomer"));
        assertEquals(java.util.Set.of("ticketId", "customerId", "closedAt", "byCustomer"), fields(closed));
    }

    private static java.util.Set<String> fields(Topics.Event event) {
        java.util.Set<String> names = new java.util.HashSet<>();
        event.body().fieldNames().forEachRemaining(names::add);
        return names;
    }
}
