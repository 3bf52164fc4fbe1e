package org.gongdan.knowledge.ticket;

import static org.awaitility.Awaitility.await;
import static org.gongdan.knowledge.ArticleFixtures.aPublished;
import static org.gongdan.knowledge.ArticleFixtures.aResolution;
import static org.gongdan.knowledge.ArticleFixtures.aText;
import static org.gongdan.knowledge.ArticleFixtures.as;
import static org.gongdan.knowledge.ArticleFixtures.ticketEvent;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.gongdan.knowledge.WithTopics;
import org.gongdan.platform.event.EventJson;
import org.gongdan.testing.Tokens;
import org.gongdan.testing.Topics;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(WithTopics.class)
class TicketEventsIT {

    private static Topics.Event draftOf(UUID ticket) {
        return Topics.shared().await("knowledge-events",
                event -> "ArticleDrafted.v1".equals(event.type()) && ticket.toString().equals(event.text("ticketId")));
    }

    private static List<Topics.Event> draftsOf(UUID ticket) {
        return Topics.shared().all("knowledge-events",
                event -> "ArticleDrafted.v1".equals(event.type()) && ticket.toString().equals(event.text("ticketId")));
    }

    /** Another ticket's draft comes after everything sent before: the events of one topic key by key, so its key is the same. */
    private static void letEverythingBeforeArrive(UUID ticket) {
        UUID other = UUID.randomUUID();
        ticketEvent("TicketResolved.v1", ticket, aResolution(other, null));
        draftOf(other);
    }

    @Test
    void resolvedTicketBecomesADraftOfItsEngineerThatAnotherPublishes() {
        // Given
        UUID ticket = UUID.randomUUID();

        // When
        ticketEvent("TicketResolved.v1", ticket, aResolution(ticket, null));

        // Then
        String id = draftOf(ticket).key();
        as(Tokens.supervisor()).get("/api/articles/" + id).then().statusCode(200).body("title", equalTo("小票打印机不出纸"))
                .body("symptom", equalTo("小票打印机不出纸"))
                .body("cause", equalTo("切刀卡住")).body("author", equalTo("engineer")).body("status", equalTo("DRAFT"))
                .body("ticketId", equalTo(ticket.toString()));
        as(Tokens.supervisor()).post("/api/articles/" + id + "/publish").then().statusCode(200);
        assertEquals(ticket.toString(),
                Topics.shared().await("knowledge-events", "ArticlePublished.v1", UUID.fromString(id)).text("ticketId"));
    }

    @Test
    void repeatedEventMakesOneDraft() {
        // Given
        UUID ticket = UUID.randomUUID();
        UUID event = ticketEvent("TicketResolved.v1", ticket, aResolution(ticket, null));
        draftOf(ticket);

        // When
        Topics.shared().send("ticket-events", event, "TicketResolved.v1", ticket, 3, Tokens.XINGFU,
                EventJson.write(aResolution(ticket, null)));

        // Then
        letEverythingBeforeArrive(ticket);
        assertEquals(1, draftsOf(ticket).size());
    }

    @Test
    void ticketResolvedAgainRewritesItsDraft() {
        // Given
        UUID ticket = UUID.randomUUID();
        ticketEvent("TicketResolved.v1", ticket, aResolution(ticket, null));
        String id = draftOf(ticket).key();
        Map<String, Object> second = aResolution(ticket, null);
        second.put("fix", "更换切刀");
        second.put("resolvedBy", "engineer2");

        // When
        ticketEvent("TicketResolved.v1", ticket, second);

        // Then
        await().untilAsserted(() -> as(Tokens.supervisor()).get("/api/articles/" + id).then()
                .body("fix", equalTo("更换切刀")).body("author", equalTo("engineer")).body("editor", equalTo("engineer2")));
        assertEquals(1, draftsOf(ticket).size());
    }

    @Test
    void resolutionByAKnownFixIsItsSuccessAndNoNewDraft() {
        // Given
        UUID ticket = UUID.randomUUID();
        UUID article = aPublished(aText());

        // When
        ticketEvent("TicketResolved.v1", ticket, aResolution(ticket, article));

        // Then
        Topics.Event applied = Topics.shared().await("knowledge-events", "FixApplied.v1", article);
        assertEquals(ticket.toString(), applied.text("ticketId"));
        assertEquals("true", applied.text("succeeded"));
        as(Tokens.agent()).get("/api/articles/" + article).then().body("applied", equalTo(1)).body("succeeded", equalTo(1));
        assertEquals(List.of(), draftsOf(ticket));
    }

    @Test
    void failedPhoneFixByAnArticleCountsAsItsFailure() {
        // Given
        UUID ticket = UUID.randomUUID();
        UUID article = aPublished(aText());

        // When
        ticketEvent("PhoneFixAttempted.v1", ticket, Map.of("ticketId", ticket, "customerId", Tokens.XINGFU, "at", "2026-11-22T03:00:00Z",
                "by", "agent", "succeeded", false, "articleId", article));

        // Then
        Topics.shared().await("knowledge-events", "FixApplied.v1", article);
        as(Tokens.agent()).get("/api/articles/" + article).then().body("applied", equalTo(1)).body("succeeded", equalTo(0));
    }

    @Test
    void fixByAnArticleWeNeverHadBecomesADraft() {
        UUID ticket = UUID.randomUUID();
        ticketEvent("TicketResolved.v1", ticket, aResolution(ticket, UUID.randomUUID()));
        draftOf(ticket);
    }

    @Test
    void unreadableEventGoesToTheDeadLettersAndTheNextOneIsHandled() {
        // Given
        UUID ticket = UUID.randomUUID();
        Topics.shared().send("ticket-events", "TicketResolved.v1", ticket, 3, Tokens.XINGFU, "{\"ticketId\": 7");

        // When
        ticketEvent("TicketResolved.v1", ticket, aResolution(ticket, null));

        // Then
        draftOf(ticket);
        Topics.shared().await("ticket-events-dead-letter", event -> ticket.toString().equals(event.key()));
    }

    @Test
    void eventWithoutWhatWeNeedIsParkedWithItsFollowers() {
        // Given
        UUID ticket = UUID.randomUUID();
        Map<String, Object> body = aResolution(ticket, null);
        body.remove("cause");

        // When
        ticketEvent("TicketResolved.v1", ticket, body);

        // Then
        await().untilAsserted(() -> as(Tokens.admin()).get("/api/operations/knowledge-service/parked").then()
                .body("findAll { it.key == '" + ticket + "' }.events", contains(1)));
    }
}
