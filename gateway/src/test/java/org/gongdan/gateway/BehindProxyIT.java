package org.gongdan.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

/** Whose word about the client's address counts: that of proxies in a range, as a cluster gives its pods their addresses. Ours here is 127.0.0.1. */
@QuarkusTest
@WithStubs
@TestProfile(BehindProxyIT.InARange.class)
class BehindProxyIT {

    public static class InARange implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("GATEWAY_BEHIND_PROXY", "true", "GATEWAY_TRUSTED_PROXIES", "10.42.0.0/16,127.0.0.0/8", "GATEWAY_REPLICAS", "10");
        }
    }

    @Test
    void aProxyOfTheRangeIsBelieved() {
        // When
        var answer = Client.bearer("proxy").get("/api/tickets", "X-Forwarded-For", "203.0.113.9", "X-Forwarded-Proto", "https",
                "X-Forwarded-Host",
                "gongdan.example");
        // Then
        var seen = Client.json(answer).getJsonObject("headers");
        assertEquals("203.0.113.9", seen.getString("x-forwarded-for"));
        assertEquals("https", seen.getString("x-forwarded-proto"));
        assertEquals("gongdan.example", seen.getString("x-forwarded-host"));
    }

    /** The stubs let an address make 100 requests at once; one of ten processes has its tenth of them. */
    @Test
    void oneOfTenProcessesHasATenthOfAStrangersLimitAndAKnownCallersWhole() {
        // Given
        var known = Client.bearer("known-to-one-of-ten");
        // When
        var strangers = java.util.stream.IntStream.range(0, 30)
                .mapToObj(ignored -> Client.anonymous().get("/bff/login?to=//x", "X-Forwarded-For", "203.0.113.77").statusCode()).toList();
        var knowns = java.util.stream.IntStream.range(0, 30).mapToObj(ignored -> known.get("/api/tickets").statusCode()).toList();
        // Then
        assertEquals(429, strangers.getLast());
        assertEquals(400, strangers.getFirst());
        assertEquals(200, knowns.getLast());
    }
}
