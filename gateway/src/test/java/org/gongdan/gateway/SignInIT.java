package org.gongdan.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;

@QuarkusTest
@WithStubs
class SignInIT {

    private static final String[] CSRF = {"X-Gongdan-Csrf", "1"};

    @Test
    void signedInUserIsKnownAndHisCallsCarryHisToken() {
        // Given
        var client = Client.signedIn();
        // When
        var me = client.get("/bff/me");
        var call = client.get("/api/tickets");
        // Then
        assertEquals(200, me.statusCode());
        var profile = Client.json(me);
        assertEquals("user-1", profile.getString("subject"));
        assertEquals("agent", profile.getString("username"));
        assertEquals("王坐席", profile.getString("name"));
        assertEquals(new JsonArray().add("agent"), profile.getJsonArray("roles"));
        assertEquals(new JsonArray().add("0190a000-0000-7000-8000-000000000001"), profile.getJsonArray("customers"));
        assertTrue(Client.json(call).getJsonObject("headers").getString("authorization").startsWith("Bearer ey"));
        assertFalse(Client.json(call).getJsonObject("headers").containsKey("cookie"));
    }

    @Test
    void cookiesHaveTheConfiguredNameAndInsideNamesAreNotAccepted() {
        // Given
        var client = Client.signedIn();
        assertTrue(client.cookies().keySet().stream().allMatch(name -> name.startsWith("gongdan-session_")), client.cookies()::toString);
        // When
        var planted = Client.anonymous();
        client.cookies().forEach((name, value) -> planted.cookies().put(name.replace("gongdan-session_", "q_"), value));
        var hidden = Client.anonymous();
        planted.cookies().forEach((name, value) -> hidden.cookies().put("," + name, value));
        // Then
        assertEquals(401, planted.get("/bff/me").statusCode());
        assertEquals(401, hidden.get("/bff/me").statusCode());
    }

    /** Who is known by his cookies is known by all of them. */
    @Test
    void cookiesThatAreNearlyThoseOfAKnownSessionAreNone() {
        // Given
        var client = Client.signedIn();
        assertEquals(200, client.get("/api/tickets").statusCode());
        assertEquals(200, client.get("/api/tickets").statusCode());

        for (var name : client.cookies().keySet()) {
            // When
            var nearly = client.copy();
            nearly.cookies().computeIfPresent(name, (ignored, value) -> (value.startsWith("e") ? "f" : "e") + value.substring(1));
            // Then
            assertEquals(401, nearly.get("/api/tickets").statusCode(), name);
        }
        assertEquals(200, client.get("/api/tickets").statusCode());
    }

    @Test
    void expiredTokenIsRefreshedWithoutTheUser() {
        // Given
        var client = Client.signedIn();
        var first = authorization(client);
        // When
        Awaitility.await().pollDelay(Duration.ofSeconds(StubIdentityProvider.LIFE_SECONDS + 1)).until(() -> true);
        var answer = client.get("/api/tickets");
        // Then
        assertEquals(200, answer.statusCode());
        assertNotEquals(first, Client.json(answer).getJsonObject("headers").getString("authorization"));
    }

    @Test
    void callsMadeTogetherShareOneRefreshAndLaterOnesWithTheOldCookiesToo() {
        // Given
        var client = Client.signedIn();
        var old = Map.copyOf(client.cookies());
        Awaitility.await().pollDelay(Duration.ofSeconds(StubIdentityProvider.LIFE_SECONDS + 1)).until(() -> true);
        // When
        var together = IntStream.range(0, 8).parallel().mapToObj(ignored -> Client.send(client.request("GET", "/api/tickets", null)))
                .toList();
        var late = Client.anonymous();
        late.cookies().putAll(old);
        // Then
        together.forEach(answer -> assertEquals(200, answer.statusCode()));
        assertEquals(1, together.stream().map(answer -> Client.json(answer).getJsonObject("headers").getString("authorization")).distinct()
                .count());
        assertEquals(200, late.get("/api/tickets").statusCode());
        assertNotEquals(old, late.cookies(), "new cookies for who missed the first answer");
        assertEquals(200, late.get("/api/tickets").statusCode());
    }

    @Test
    void logoutEndsTheSession() {
        // Given
        var client = Client.signedIn();
        // When
        var out = client.get("/bff/logout", "Sec-Fetch-Site", "same-origin");
        // Then
        assertEquals(302, out.statusCode());
        assertTrue(Client.location(out).contains("/end?"), Client.location(out));
        assertTrue(Client.location(out).contains("id_token_hint="));
        assertEquals(Map.of(), client.cookies().entrySet().stream().filter(it -> it.getKey().startsWith("gongdan-session_session"))
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        assertEquals(401, client.get("/bff/me").statusCode());
    }

    @Test
    void logoutWithoutSessionGoesHomeAndOtherSitesCannotLogOut() {
        // When
        var home = Client.anonymous().get("/bff/logout");
        var foreign = Client.signedIn().get("/bff/logout", "Sec-Fetch-Site", "cross-site");
        // Then
        assertEquals("/", Client.location(home));
        assertEquals(403, foreign.statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "/%5Cevil.example", "https://evil.example", "javascript:alert(1)", "%2F%2Fevil.example",
            "/%09/evil.example",
            "desk", ""})
    void loginNeverLeadsToAnotherSite(String to) {
        // When
        var anonymous = Client.anonymous().get("/bff/login?to=" + to);
        var signedIn = Client.signedIn().get("/bff/login?to=" + to);
        // Then
        assertEquals(400, anonymous.statusCode());
        assertEquals(400, signedIn.statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"code=x&state=a", "error=access_denied&state=a"})
    void signInThatDidNotBeginHereIsAProblem(String answered) {
        // Given
        var client = Client.anonymous();
        client.cookies().put("gongdan-session_auth_a", "a");
        // When
        var answer = client.get("/bff/callback?" + answered);
        // Then
        assertEquals(401, answer.statusCode());
        assertTrue(answer.body().contains("/problems/sign-in-failed"), answer.body());
    }

    @Test
    void unsafeCallOnTheSessionNeedsProofOfOurPage() {
        // Given
        var client = Client.signedIn();
        // When
        var bare = client.post("/api/tickets", "{}");
        var proven = client.post("/api/tickets", "{}", CSRF);
        var sameOrigin = client.post("/api/tickets", "{}", "X-Gongdan-Csrf", "1", "Origin", Client.base(), "Sec-Fetch-Site", "same-origin");
        var otherOrigin = client.post("/api/tickets", "{}", "X-Gongdan-Csrf", "1", "Origin", "https://evil.example");
        var sameSite = client.post("/api/tickets", "{}", "X-Gongdan-Csrf", "1", "Sec-Fetch-Site", "same-site");
        var noOrigin = client.post("/api/tickets", "{}", "X-Gongdan-Csrf", "1", "Origin", "null");
        // Then
        assertEquals(403, bare.statusCode());
        assertEquals("/problems/cross-site-request", Client.json(bare).getString("type"));
        assertEquals(200, proven.statusCode());
        assertEquals(200, sameOrigin.statusCode());
        assertEquals(403, otherOrigin.statusCode());
        assertEquals(403, sameSite.statusCode());
        assertEquals(403, noOrigin.statusCode());
        assertEquals(200, Client.bearer("csrf").post("/api/tickets", "{}").statusCode(), "a bearer token is no cookie");
    }

    @Test
    void openPathWorksWithAStaleSession() {
        // Given
        var client = Client.anonymous();
        client.cookies().put("gongdan-session_session", "stale");
        // When
        var answer = client.post("/api/signatures/abc", "{}", CSRF);
        // Then
        assertEquals(200, answer.statusCode());
    }

    private static String authorization(Client client) {
        return Client.json(client.get("/api/tickets")).getJsonObject("headers").getString("authorization");
    }
}
