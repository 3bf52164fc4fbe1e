package org.gongdan.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithStubs
class HeadersIT {

    @Test
    void forgedIdentityHeadersAndCookiesStayOutside() {
        // When
        var answer = Client.bearer("headers").get("/api/tickets", "X-User-Id", "1", "X-Tenant", "t", "X-Customer-Id", "c",
                "X-Forwarded-For", "6.6.6.6",
                "X-Forwarded-Proto", "https", "X-Forwarded-Prefix", "/evil", "Forwarded", "for=6.6.6.6", "X-Real-IP", "6.6.6.6", "Cookie",
                "a=1",
                "Idempotency-Key", "k-1", "If-Match", "\"3\"");
        // Then
        var seen = Client.json(answer).getJsonObject("headers");
        for (var name : new String[] {"x-user-id", "x-tenant", "x-customer-id", "x-forwarded-prefix", "forwarded", "x-real-ip", "cookie"}) {
            assertNull(seen.getString(name), name);
        }
        assertEquals("127.0.0.1", seen.getString("x-forwarded-for"));
        assertEquals("http", seen.getString("x-forwarded-proto"));
        assertEquals(Client.base().substring("http://".length()), seen.getString("x-forwarded-host"));
        assertEquals("k-1", seen.getString("idempotency-key"));
        assertEquals("\"3\"", seen.getString("if-match"));
        assertTrue(seen.getString("authorization").startsWith("Bearer ey"));
    }

    @Test
    void traceContextIsKeptOrStarted() {
        // Given
        var parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        // When
        var kept = Client.json(Client.bearer("headers").get("/api/tickets", "traceparent", parent, "X-Request-Id", "r-1"))
                .getJsonObject("headers");
        var started = Client.json(Client.bearer("headers").get("/api/tickets", "traceparent", "nonsense")).getJsonObject("headers");
        // Then
        assertEquals(parent, kept.getString("traceparent"));
        assertEquals("r-1", kept.getString("x-request-id"));
        assertTrue(started.getString("traceparent").matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01"));
    }

    @Test
    void answerOfAServiceCarriesNoCookieAndOurSecurityHeaders() {
        // When
        var answer = Client.bearer("headers").get("/api/tickets/1/inner-headers");
        // Then
        assertEquals("\"7\"", answer.headers().firstValue("ETag").orElseThrow());
        assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElseThrow());
        assertEquals("nosniff", answer.headers().firstValue("X-Content-Type-Options").orElseThrow());
        assertTrue(answer.headers().firstValue("Content-Security-Policy").orElseThrow().contains("frame-ancestors 'none'"));
        assertTrue(answer.headers().firstValue("Strict-Transport-Security").isEmpty(), "only over https");
        assertTrue(answer.headers().firstValue("Set-Cookie").isEmpty());
        assertFalse(answer.headers().map().containsKey("Keep-Alive"));
    }

    @Test
    void jsonIsCompressedForThoseWhoAsk() {
        // When
        var answer = Client.bearer("headers").get("/api/tickets", "Accept-Encoding", "gzip");
        // Then
        assertEquals("gzip", answer.headers().firstValue("Content-Encoding").orElseThrow());
    }
}
