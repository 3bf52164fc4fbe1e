package org.gongdan.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.gongdan.platform.session.SessionEvent;
import org.gongdan.platform.session.SessionList;
import org.gongdan.testing.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;

/** A session is over when it is over: for copies of its cookies, for bearer tokens, on every replica (case 18). */
@QuarkusTest
@WithStubs
class SessionEndIT {

    private static final String[] FORM = {"Content-Type", "application/x-www-form-urlencoded"};

    @Inject
    MeterRegistry meters;

    @Inject
    SessionList ended;

    private final String subject = UUID.randomUUID().toString();

    @Test
    void aCopyOfTheCookiesIsWorthNothingAfterTheLogout() {
        // Given
        var client = Client.signedIn(subject);
        var copy = client.copy();
        assertEquals(200, copy.get("/api/tickets").statusCode());
        // When
        client.get("/bff/logout", "Sec-Fetch-Site", "same-origin");
        // Then
        assertEquals(401, copy.get("/api/tickets").statusCode());
        assertEquals(401, copy.get("/bff/me").statusCode());
    }

    @Test
    void aCopyOfTheCookiesIsNotRefreshedAfterTheLogoutEither() {
        // Given
        var client = Client.signedIn(subject);
        var copy = client.copy();
        client.get("/bff/logout", "Sec-Fetch-Site", "same-origin");
        // When
        await().pollDelay(Duration.ofSeconds(StubIdentityProvider.LIFE_SECONDS + 1)).until(() -> true);
        // Then
        assertEquals(401, copy.get("/api/tickets").statusCode());
    }

    @Test
    void afterTheLogoutOneSignsInAgain() {
        // Given
        Client.signedIn(subject).get("/bff/logout", "Sec-Fetch-Site", "same-origin");
        // When
        var again = Client.signedIn(subject);
        // Then
        assertEquals(200, again.get("/api/tickets").statusCode());
    }

    @Test
    void keycloaksLogoutTokenEndsTheSessionOnceForAll() {
        // Given
        var client = Client.signedIn(subject);
        var token = Client.atProvider("/logout-token?sid=" + session(client));
        // When
        var answer = Client.anonymous().post(BackChannelLogout.PATH, "logout_token=" + token, FORM);
        // Then
        assertEquals(200, answer.statusCode());
        assertEquals(401, client.get("/api/tickets").statusCode());
        assertEquals(400, Client.anonymous().post(BackChannelLogout.PATH, "logout_token=" + token, FORM).statusCode(),
                "the same token a second time");
    }

    @ParameterizedTest
    @ValueSource(strings = {"signature", "issuer", "audience", "events", "nonce", "expired"})
    void aLogoutTokenWithAFaultEndsNothing(String fault) {
        // Given
        var client = Client.signedIn(subject);
        var token = Client.atProvider("/logout-token?fault=" + fault + "&sid=" + session(client));
        // When
        var answer = Client.anonymous().post(BackChannelLogout.PATH, "logout_token=" + token, FORM);
        // Then
        assertEquals(400, answer.statusCode());
        assertEquals(200, client.get("/api/tickets").statusCode());
    }

    @Test
    void whoIsDisabledIsOutWithCookieAndBearer() {
        // Given
        var browser = Client.signedIn(subject);
        var program = Client.bearer(subject);
        assertEquals(200, program.get("/api/tickets").statusCode());
        // When
        Client.atProvider("/disable?sub=" + subject);
        happened("/admin/admin-events", Map.of("resourceType", "USER", "operationType", "UPDATE", "resourcePath", "users/" + subject));
        // Then
        await().untilAsserted(() -> assertEquals(401, program.get("/api/tickets").statusCode()));
        assertEquals(401, browser.get("/api/tickets").statusCode());
    }

    @Test
    void whoseRolesChangeGoesOnWithANewToken() {
        // Given
        var browser = Client.signedIn(subject);
        var program = Client.bearer(subject);
        var before = token(browser);
        // When
        happened("/admin/admin-events", Map.of("resourceType", "REALM_ROLE_MAPPING", "operationType", "DELETE", "resourcePath",
                "users/" + subject + "/role-mappings/realm"));
        // Then
        await().untilAsserted(() -> assertEquals(401, program.get("/api/tickets").statusCode()));
        assertNotEquals(before, token(browser));
    }

    @Test
    void whoseAccessChangesInTheSecondInWhichHeSignsInIsSignedIn() {
        // Given
        ended.add(new SessionEvent.AccessChanged(subject, Instant.now().plusSeconds(3)));
        // When
        var browser = Client.signedIn(subject);
        // Then
        await().pollDelay(Duration.ofSeconds(4)).until(() -> true);
        assertEquals(200, browser.get("/api/tickets").statusCode());
    }

    @Test
    void whatHappensWhileKeycloakIsSilentIsLearnedAfterwards() {
        // Given
        var program = Client.bearer(subject);
        Client.atProvider("/silent?on=true");
        await().until(() -> silence() > 3);
        happened("/admin/admin-events", Map.of("resourceType", "USER", "operationType", "UPDATE", "resourcePath", "users/" + subject));
        assertEquals(200, program.get("/api/tickets").statusCode(), "requests go on");
        // When
        Client.atProvider("/silent?on=false");
        // Then
        await().untilAsserted(() -> assertEquals(401, program.get("/api/tickets").statusCode()));
        await().until(() -> silence() < 3);
    }

    @Test
    void whatAnotherReplicaTellsHoldsHere() {
        // Given
        var client = Client.signedIn(subject);
        var key = "session:" + session(client);
        var body = new JsonObject().put("sessionId", session(client)).put("endedAt", Instant.now().toString()).encode();
        // When
        Topics.shared().sendRaw("session-events", key, Map.of("ce_type", "SessionEnded.v1"), body.getBytes(StandardCharsets.UTF_8));
        // Then
        await().untilAsserted(() -> assertEquals(401, client.get("/api/tickets").statusCode()));
    }

    @Test
    void whatEndsHereIsToldToTheOthers() {
        // Given
        var client = Client.signedIn(subject);
        var session = session(client);
        // When
        client.get("/bff/logout", "Sec-Fetch-Site", "same-origin");
        // Then
        var told = Topics.shared().await("session-events", event -> ("session:" + session).equals(event.key()));
        assertEquals("SessionEnded.v1", told.type());
        assertEquals(session, told.text("sessionId"));
    }

    private double silence() {
        return meters.get("session.keycloak.silence").gauge().value();
    }

    private static void happened(String list, Map<String, Object> event) {
        var whole = new JsonObject(new HashMap<>(event)).put("time", Instant.now().toEpochMilli()).encode();
        Client.atProvider("/happened?list=" + list + "&event=" + URLEncoder.encode(whole, StandardCharsets.UTF_8));
    }

    private static String session(Client client) {
        return Caller.claims(token(client)).getString("sid");
    }

    private static String token(Client client) {
        var answer = client.get("/api/tickets");
        assertEquals(200, answer.statusCode());
        return Client.json(answer).getJsonObject("headers").getString("authorization").substring("Bearer ".length());
    }
}
