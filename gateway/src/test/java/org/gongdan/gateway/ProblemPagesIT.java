package org.gongdan.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithStubs
class ProblemPagesIT {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"invalid-input|有必填项缺失|Some fields are missing", "expected-time-missing|必须询问|Ask the caller",
            "too-many-requests|请稍后|Please retry later",
            "period-too-long|期间最长 … 天|A period is at most … days long", "signature-by-account|客户|customer's own device"})
    void everyProblemIsExplainedToAnybodyInBothLanguages(String code, String chinese, String english) {
        // When
        var page = Client.anonymous().get("/problems/" + code, "Accept", "text/html");

        // Then
        assertEquals(200, page.statusCode());
        assertEquals("text/html; charset=utf-8", page.headers().firstValue("Content-Type").orElseThrow());
        assertTrue(page.body().contains(english), page.body());
        assertTrue(page.body().contains(chinese), page.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/problems/nothing", "/problems/", "/problems", "/problems/a/b", "/problems/%3Cscript%3E"})
    void otherPagesAreNotThere(String path) {
        // When
        var answer = Client.anonymous().get(path, "Accept", "text/html");

        // Then
        assertEquals(404, answer.statusCode());
        assertEquals("/problems/not-found", Client.json(answer).getString("type"));
    }

    @Test
    void whatTheGatewayRefusesItselfNamesSuchAPage() {
        // Given
        String type = Client.json(Client.anonymous().get("/api/tickets")).getString("type");

        // When
        var page = Client.anonymous().get(type, "Accept", "text/html");

        // Then
        assertEquals(200, page.statusCode());
    }
}
