package org.gongdan.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithStubs
class RoutingIT {

    @ParameterizedTest
    @CsvSource({
            "/api/customers, ticket-service", "/api/tickets/1/resolve?x=1, ticket-service",
            "/api/operations/ticket-service/parked, ticket-service",
            "/api/engineers, dispatch-service", "/api/visits/2, dispatch-service", "/api/signatures/abc, dispatch-service",
            "/api/notifications, notification-service", "/api/webhooks/3, notification-service",
            "/openapi/notification-service, notification-service"})
    void pathsReachTheirServiceUnchanged(String path, String service) {
        // When
        var answer = Client.bearer("routing").get(path);
        // Then
        assertEquals(200, answer.statusCode());
        assertEquals(service, Client.json(answer).getString("service"));
        assertEquals(path, Client.json(answer).getString("uri"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"status-999", "status-600", "gzipped-on-the-way"})
    void whatIsNoAnswerOfHttpIsABrokenOne(String answer) {
        try (var client = Raw.open()) {
            // When
            var got = client.send("GET /api/notifications/" + answer + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: "
                    + Client.authorization("broken") + "\r\n\r\n").untilClosed();
            // Then
            assertEquals(502, Raw.status(got), got);
            assertTrue(got.contains("/problems/bad-gateway"), got);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api", "/api/", "/api/nothing", "/api/ticketsandmore", "/api/operations/other", "/openapi/other", "/q/health",
            "/q/metrics", "/q/health/ready", "/q/swagger-ui", "/nothing.js"})
    void unknownAddressIsAProblem(String path) {
        // When
        var answer = Client.bearer("routing").get(path, "Accept", "text/html");
        // Then
        assertEquals(404, answer.statusCode());
        assertEquals("application/problem+json", answer.headers().firstValue("Content-Type").orElseThrow());
        assertEquals("/problems/not-found", Client.json(answer).getString("type"));
        assertEquals(path, Client.json(answer).getString("instance"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/tickets/../../q/metrics", "/api/tickets/%2e%2e/%2e%2e/q/metrics", "/api/tickets/..%2f..%2fq/metrics",
            "/api/signatures/../visits", "/api//tickets", "/api/signatures/..;/visits", "/api/tickets/%252e%252e/q/health"})
    void ambiguousPathNeverReachesAService(String path) {
        // When
        var answer = Client.bearer("routing").get(path);
        // Then
        assertTrue(answer.statusCode() == 400 || answer.statusCode() == 404, () -> path + " gave " + answer.statusCode());
        assertFalse(answer.body().contains("\"service\""));
    }

    @Test
    void apiNeedsACallerButSignaturesDoNot() {
        // When
        var tickets = Client.anonymous().get("/api/tickets");
        var signature = Client.anonymous().post("/api/signatures/abc", "{}");
        // Then
        assertEquals(401, tickets.statusCode());
        assertEquals("Bearer", tickets.headers().firstValue("WWW-Authenticate").orElseThrow());
        assertEquals(200, signature.statusCode());
        assertFalse(Client.json(signature).getJsonObject("headers").containsKey("authorization"));
    }

    @Test
    void forgedTokenIsRefused() {
        // Given
        var header = "Bearer eyJhbGciOiJSUzI1NiIsImtpZCI6ImsifQ.eyJzdWIiOiJ4In0.AAAA";
        // When
        var answer = Client.anonymous().get("/api/tickets", "Authorization", header);
        // Then
        assertEquals(401, answer.statusCode());
        assertEquals("/problems/unauthenticated", Client.json(answer).getString("type"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer ..", "Bearer .", "Bearer a.b", "Bearer a.b.c", "Bearer a.b.c.d", "Bearer e30.e30.e30",
            "Bearer %0a.b.c", "bearer x y", "Basic Zm9vOmJhcg==", "Bearer "})
    void whatIsNoTokenIsNotASignIn(String authorization) {
        // When
        var answer = Client.anonymous().get("/api/tickets", "Authorization", authorization);
        // Then
        assertEquals(401, answer.statusCode(), answer.body());
        assertTrue(Client.json(answer).getString("type").endsWith("unauthenticated"));
    }

    @ParameterizedTest
    @CsvSource({"'', 未登录", "en, Not signed in", "'fr,en;q=0.8,zh;q=0.5', Not signed in", "'zh-CN,en;q=0.8', 未登录", "de, 未登录",
            "en;q=abc, 未登录", "en;q=1.5, 未登录", "'en;q=abc,en', Not signed in", "'*;;;,', 未登录"})
    void problemSpeaksTheCallersLanguage(String accepted, String title) {
        // When
        var answer = accepted.isEmpty() ? Client.anonymous().get("/api/tickets")
                : Client.anonymous().get("/api/tickets", "Accept-Language", accepted);
        // Then
        assertEquals(title, Client.json(answer).getString("title"));
        assertTrue(Pattern.matches("[0-9a-f]{32}", Client.json(answer).getString("traceId")));
    }
}
