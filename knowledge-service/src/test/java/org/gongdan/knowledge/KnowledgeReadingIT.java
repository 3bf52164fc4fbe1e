package org.gongdan.knowledge;

import static org.gongdan.knowledge.ArticleFixtures.aText;
import static org.gongdan.knowledge.ArticleFixtures.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import java.util.Map;

import org.gongdan.platform.event.EventJson;
import org.gongdan.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
@QuarkusTestResource(WithTopics.class)
class KnowledgeReadingIT {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {"title, 1", "title, `\"a\\nb\"`", "title, `\"\\ufeff\"`", "symptom, `\"a\\u0000b\"`",
            "fix, `\"a\\ud800\"`", "cause, true", "more, 1"})
    void articlesAreReadStrictly(String field, String json) {
        // Given
        Map<String, Object> text = aText();
        text.put(field, "REPLACED");

        // When
        ValidatableResponse answer = as(Tokens.engineer()).body(EventJson.write(text).replace("\"REPLACED\"", json)).post("/api/articles")
                .then();

        // Then
        refused(answer, field);
    }

    @ParameterizedTest
    @CsvSource({"status, nonsense", "status, published", "cursor, abc", "limit, abc", "month, 2025-01", "query, a\u0007b"})
    void parametersAreKnownAndWellFormed(String name, String value) {
        refused(as(Tokens.supervisor()).queryParam(name, value).get("/api/articles").then(), name);
    }

    @Test
    void answersComeInTheFormsSomebodyMade() {
        RestAssured.given().auth().oauth2(Tokens.agent()).accept("text/csv").get("/api/articles").then().statusCode(406).body("type",
                equalTo("/problems/not-acceptable"));
    }

    private static void refused(ValidatableResponse answer, String field) {
        answer.statusCode(400).contentType("application/problem+json").body("errors.field", hasItem(field));
    }
}
