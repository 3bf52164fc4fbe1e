package org.gongdan.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

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

    /**
     * The stubs let an address make 100 requests at once and 50 a second after them; one of ten processes has its tenth of both. The requests are sent at
     * once: one after the other, a slow machine would send no more than are allowed.
     */
    @Test
    void oneOfTenProcessesHasATenthOfAStrangersLimitAndAKnownCallersWhole() {
        // Given
        var known = Client.bearer("known-to-one-of-ten").request("GET", "/api/tickets", null).build();
        var stranger = Client.anonymous().request("GET", "/bff/login?to=//x", null, "X-Forwarded-For", "203.0.113.77").build();
        // When
        var begin = System.nanoTime();
        var strangers = statusesOfMany(stranger);
        var seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin) + 1;
        var knowns = statusesOfMany(known);
        // Then
        assertEquals(Set.of(400, 429), Set.copyOf(strangers));
        var admitted = strangers.stream().filter(status -> status == 400).count();
        assertTrue(admitted >= 10 && admitted <= 10 + 5 * seconds, admitted + " of a stranger's requests went on in " + seconds + " s");
        assertEquals(Set.of(200), Set.copyOf(knowns));
    }

    private static List<Integer> statusesOfMany(HttpRequest request) {
        try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var answers = IntStream.range(0, 90).mapToObj(ignored -> client.sendAsync(request, BodyHandlers.discarding())).toList();
            return answers.stream().map(answer -> answer.join().statusCode()).toList();
        }
    }
}
