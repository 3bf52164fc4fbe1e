package org.gongdan.journeys;

import static org.gongdan.journeys.Refusal.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

/** What was learned at one customer's helps at the next: drafted, reviewed, published, found (R28, R29, R105, R175). */
@OnPlatform
class KnowledgeJourney {
    private static final AtomicInteger CODES = new AtomicInteger(40);

    private final Play play;
    private final int code = CODES.incrementAndGet();

    KnowledgeJourney(Play play) {
        this.play = play;
    }

    @Test
    void aResolvedTicketBecomesADraft() {
        // Given
        var ticket = frozen();

        // When
        play.agent.resolve(ticket, resolution()).statusCode(200);

        // Then
        var draft = awaitDraft();
        assertEquals("DRAFT", draft.get("status"));
        assertEquals("清洗冷凝器并更换温控板T" + code, draft.get("fix"));
        assertTrue(play.agent.knownFixes(symptom()).getList("items.id").stream().noneMatch(draft.get("id")::equals),
                "a draft must not be found by the desk");
    }

    @Test
    void theSameSymptomFindsThePublishedArticleFirst() {
        // Given
        play.agent.resolve(frozen(), resolution()).statusCode(200);
        var article = (String) awaitDraft().get("id");

        // When
        play.supervisor.post("/api/articles/" + article + "/publish").statusCode(200);

        // Then
        Patience.await("the desk finds it first")
                .untilAsserted(() -> assertEquals(article, play.agent.knownFixes("冷柜显示E" + code + "，压缩机一直停停开开").getString("items[0].id")));
        assertEquals(article, play.agent.knownFixes(symptom()).getString("items[0].id"));
        assertTrue(EventLog.text(play.events.await("knowledge-events", "ArticlePublished", article)).contains("supervisor"));
    }

    @Test
    void aKnownFixThatWasUsedIsCounted() {
        // Given
        play.agent.resolve(frozen(), resolution()).statusCode(200);
        var article = (String) awaitDraft().get("id");
        play.supervisor.post("/api/articles/" + article + "/publish").statusCode(200);
        var next = frozen();

        // When
        play.agent.caller().post("/api/articles/" + article + "/apply", Map.of("ticketId", next.id(), "succeeded", true)).statusCode(200);

        // Then
        assertTrue(EventLog.text(play.events.await("knowledge-events", "FixApplied", article)).contains(next.id()));
    }

    @Test
    void onlyReviewersPublishAndNotTheirOwn() {
        // Given
        play.agent.resolve(frozen(), resolution()).statusCode(200);
        var article = (String) awaitDraft().get("id");
        var own = play.supervisor.post("/api/articles", Map.of("title", "主管自己写的", "symptom", "自动门不关", "cause", "感应器脏", "fix", "擦干净"))
                .statusCode(201).extract().jsonPath().getString("id");

        // When
        var answer = play.agent.caller().post("/api/articles/" + article + "/publish");

        // Then
        assertRefused(answer, 403, "forbidden");
        play.supervisor.post("/api/articles/" + own + "/publish").statusCode(403);
        play.supervisor.post("/api/articles/" + article + "/publish").statusCode(200);
        play.supervisor.post("/api/articles/" + article + "/publish").statusCode(409);
    }

    @Test
    void aRejectedDraftIsNotFound() {
        // Given
        play.agent.resolve(frozen(), resolution()).statusCode(200);
        var article = (String) awaitDraft().get("id");

        // When
        play.supervisor.post("/api/articles/" + article + "/reject", Map.of("reason", "原因没有写清楚")).statusCode(200);

        // Then
        assertTrue(play.agent.knownFixes(symptom()).getList("items.id").stream().noneMatch(article::equals));
        assertRefused(play.supervisor.post("/api/articles/" + article + "/reject", Map.of("reason", "")), 400, "invalid-input");
    }

    @Test
    void aResolutionHeardTwiceIsOneDraft() {
        // Given
        var ticket = frozen();
        play.agent.resolve(ticket, resolution()).statusCode(200);
        awaitDraft();
        var resolved = play.events.await("ticket-events", "TicketResolved", ticket.id());

        // When
        play.events.repeat(resolved, "knowledge-service");

        // Then
        assertEquals(1, drafts().stream().filter(draft -> symptom().equals(draft.get("symptom"))).count());
    }

    /** A ticket about a fault nobody has reported before. */
    private Ticket frozen() {
        var shop = play.newShop();
        var report = Reports.with(Reports.with(Reports.call(shop), "summary", "冷柜报警E" + code), "symptom", symptom());
        var ticket = Ticket.of(shop, play.agent.open(report));
        play.agent.phoneFix(ticket, true, true).statusCode(200);
        return ticket;
    }

    private String symptom() {
        return "冷柜温控面板报警E" + code + "，压缩机反复启停";
    }

    private Map<String, ?> resolution() {
        return Reports.with(Reports.with(Reports.resolution("PHONE"), "cause", "冷凝器积灰过热E" + code), "fix", "清洗冷凝器并更换温控板T" + code);
    }

    private List<Map<String, Object>> drafts() {
        return play.supervisor.get("/api/articles", Map.of("status", "DRAFT", "query", symptom())).statusCode(200).extract().jsonPath()
                .getList("items");
    }

    private Map<String, Object> awaitDraft() {
        return Patience.one("draft about E" + code, this::drafts, draft -> ((String) draft.get("symptom")).contains("E" + code));
    }
}
