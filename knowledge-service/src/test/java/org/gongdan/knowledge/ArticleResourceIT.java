package org.gongdan.knowledge;

import static io.restassured.RestAssured.given;
import static org.gongdan.knowledge.ArticleFixtures.aDraft;
import static org.gongdan.knowledge.ArticleFixtures.aPublished;
import static org.gongdan.knowledge.ArticleFixtures.aText;
import static org.gongdan.knowledge.ArticleFixtures.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.gongdan.testing.Tokens;
import org.gongdan.testing.Topics;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(WithTopics.class)
class ArticleResourceIT {

    @Test
    void engineerWritesAnArticleAndSomebodyElsePublishesIt() {
        // Given
        UUID id = aDraft(aText());
        as(Tokens.engineer()).get("/api/articles/" + id).then().statusCode(200).header("ETag", "\"0\"").body("status", equalTo("DRAFT"))
                .body("author", equalTo("engineer"));

        // When
        var published = as(Tokens.supervisor()).header("If-Match", "\"0\"").post("/api/articles/" + id + "/publish").then();

        // Then
        published.statusCode(200).header("ETag", "\"1\"").body("status", equalTo("PUBLISHED")).body("reviewer", equalTo("supervisor"));
        assertEquals("1", Topics.shared().await("knowledge-events", "ArticleDrafted.v1", id).headers().get("ce_sequence"));
        Topics.Event event = Topics.shared().await("knowledge-events", "ArticlePublished.v1", id);
        assertEquals("supervisor", event.text("reviewer"));
        assertEquals("2", event.headers().get("ce_sequence"));
        as(Tokens.agent()).get("/api/articles/" + id).then().statusCode(200);
    }

    @Test
    void authorCannotPublishHisOwnArticle() {
        // Given
        UUID id = as(Tokens.supervisor()).body(aText()).post("/api/articles").then().statusCode(201)
                .header("Location", containsString("/api/articles/")).extract().jsonPath().getUUID("id");

        // When
        var refused = as(Tokens.supervisor()).post("/api/articles/" + id + "/publish").then();

        // Then
        refused.statusCode(403).body("type", equalTo("/problems/author-cannot-review"));
    }

    @Test
    void rejectedArticleIsRevisedAndReviewedAgain() {
        // Given
        UUID id = aDraft(aText());
        as(Tokens.supervisor()).body(Map.of("reason", "请补充版本号")).post("/api/articles/" + id + "/reject").then().statusCode(200)
                .body("status", equalTo("REJECTED"));
        as(Tokens.supervisor()).post("/api/articles/" + id + "/publish").then().statusCode(409).body("type",
                equalTo("/problems/illegal-transition"));

        // When
        as(Tokens.engineer()).body(aText("新标题", "s", "c", "f", "p")).put("/api/articles/" + id).then().statusCode(200)
                .body("status", equalTo("DRAFT")).body("rejection", equalTo("请补充版本号"));

        // Then
        as(Tokens.supervisor()).post("/api/articles/" + id + "/publish").then().statusCode(200).body("title", equalTo("新标题"));
    }

    @Test
    void changedArticleNeedsAnotherReview() {
        UUID id = aPublished(aText());
        as(Tokens.agent()).body(aText()).put("/api/articles/" + id).then().statusCode(200).body("status", equalTo("DRAFT"))
                .body("editor", equalTo("agent")).body("author", equalTo("engineer"));
    }

    @Test
    void aReviewerReadsWhatWasApprovedBefore() {
        // Given
        UUID id = aPublished(aText("旧标题", "s", "c", "重启", "p"));
        as(Tokens.agent()).get("/api/articles/" + id).then().statusCode(200).body("approved", nullValue());

        // When
        var revised = as(Tokens.agent()).body(aText("新标题", "s", "c", "重启并更新驱动", "p")).put("/api/articles/" + id).then();

        // Then
        revised.statusCode(200).body("title", equalTo("新标题")).body("approved.title", equalTo("旧标题")).body("approved.fix", equalTo("重启"))
                .body("approved.at", notNullValue());
        as(Tokens.supervisor()).get("/api/articles/" + id).then().body("approved.fix", equalTo("重启"));
        as(Tokens.supervisor()).post("/api/articles/" + id + "/publish").then().statusCode(200).body("approved", nullValue());
    }

    @Test
    void staleVersionIsRefused() {
        // Given
        UUID id = aDraft(aText());
        as(Tokens.engineer()).body(aText()).header("If-Match", "\"0\"").put("/api/articles/" + id).then().statusCode(200);

        // When
        var stale = as(Tokens.supervisor()).header("If-Match", "\"0\"").post("/api/articles/" + id + "/publish").then();

        // Then
        stale.statusCode(412);
    }

    @Test
    void unpublishedArticlesAreMissingForOthers() {
        // Given
        UUID id = aDraft(aText());

        // When
        var hidden = as(Tokens.engineer2()).get("/api/articles/" + id).then();

        // Then
        hidden.statusCode(404);
        as(Tokens.engineer2()).body(aText()).put("/api/articles/" + id).then().statusCode(404);
        as(Tokens.engineer2()).body(Map.of("ticketId", UUID.randomUUID(), "succeeded", true)).post("/api/articles/" + id + "/apply").then()
                .statusCode(404);
        as(Tokens.supervisor()).get("/api/articles/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void useIsCountedOncePerTicket() {
        // Given
        UUID id = aPublished(aText());
        UUID ticket = UUID.randomUUID();
        as(Tokens.agent()).body(Map.of("ticketId", ticket, "succeeded", false)).post("/api/articles/" + id + "/apply").then()
                .statusCode(200)
                .body("applied", equalTo(1)).body("succeeded", equalTo(0));

        // When
        as(Tokens.agent()).body(Map.of("ticketId", ticket, "succeeded", true)).post("/api/articles/" + id + "/apply").then()
                .statusCode(200);
        as(Tokens.agent()).body(Map.of("ticketId", ticket, "succeeded", true)).post("/api/articles/" + id + "/apply").then()
                .statusCode(200);
        as(Tokens.agent()).body(Map.of("ticketId", UUID.randomUUID(), "succeeded", true)).post("/api/articles/" + id + "/apply").then()
                .statusCode(200)
                .body("applied", equalTo(2)).body("succeeded", equalTo(2)).header("ETag", "\"1\"");

        // Then
        Topics.shared().await("knowledge-events", event -> "FixApplied.v1".equals(event.type()) && event.key().equals(id.toString())
                && !event.text("ticketId").equals(ticket.toString()));
        List<Topics.Event> ofTicket = Topics.shared().all("knowledge-events",
                event -> "FixApplied.v1".equals(event.type()) && ticket.toString().equals(event.text("ticketId")));
        assertEquals(List.of(false, true), ofTicket.stream().map(event -> event.body().get("succeeded").asBoolean()).toList());
    }

    @Test
    void invalidFieldsAreNamed() {
        as(Tokens.engineer()).body(Map.of("title", " ")).post("/api/articles").then().statusCode(400).body("errors.field", hasItem("title"))
                .body("errors.field", hasItem("fix"));
        as(Tokens.engineer()).body("").post("/api/articles").then().statusCode(400);
        as(Tokens.engineer()).body("{nonsense").post("/api/articles").then().statusCode(400);
        UUID id = aDraft(aText());
        as(Tokens.supervisor()).body(Map.of()).post("/api/articles/" + id + "/reject").then().statusCode(400).body("errors.field",
                hasItem("reason"));
        as(Tokens.engineer()).body(Map.of("succeeded", true)).post("/api/articles/" + id + "/apply").then().statusCode(400)
                .body("errors.field", hasItem("ticketId"));
    }

    @Test
    void repeatedRequestMakesOneArticle() {
        // Given
        String key = UUID.randomUUID().toString();
        String first = as(Tokens.engineer()).header("Idempotency-Key", key).body(aText()).post("/api/articles").then().statusCode(201)
                .extract().asString();

        // When
        var second = as(Tokens.engineer()).header("Idempotency-Key", key).body(aText()).post("/api/articles").then();

        // Then
        second.statusCode(201).header("Idempotency-Replayed", "true");
        assertEquals(first, second.extract().asString());
    }

    @Test
    void callersWithoutTokenOrRoleAreTurnedAway() {
        UUID id = aDraft(aText());
        given().get("/api/articles").then().statusCode(401);
        for (String token : List.of(Tokens.nobody(), Tokens.customer(), Tokens.integration())) {
            as(token).get("/api/articles?query=x").then().statusCode(403);
            as(token).get("/api/articles/" + id).then().statusCode(403);
            as(token).body(aText()).post("/api/articles").then().statusCode(403);
        }
        as(Tokens.engineer()).post("/api/articles/" + id + "/publish").then().statusCode(403);
        as(Tokens.engineer()).body(Map.of("reason", "r")).post("/api/articles/" + id + "/reject").then().statusCode(403);
        as(Tokens.manager()).body(aText()).put("/api/articles/" + id).then().statusCode(403);
    }
}
