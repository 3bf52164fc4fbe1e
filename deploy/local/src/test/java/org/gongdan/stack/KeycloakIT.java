package org.gongdan.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.gongdan.stack.KeycloakAdmin.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real Keycloak: how a refresh token may be used by several processes (ADR 046), and that our realm is applied again and again. */
class KeycloakIT {
    private static final int SHARED_SECONDS = 3;
    private static final String REALM = "/gongdan";

    @TempDir
    static Path data;
    static Stack stack;
    static KeycloakAdmin keycloak;

    @BeforeAll
    static void start() {
        stack = Stack.builder().ports(Ports.free()).data(data).services().start();
        keycloak = new KeycloakAdmin(stack.address(Ports.KEYCLOAK));
    }

    @AfterAll
    static void stop() {
        if (stack != null) {
            stack.stop();
        }
    }

    @Test
    void processesThatRefreshASessionAtOnceGetTheSameTokens() {
        // Given
        var client = new Client(SHARED_SECONDS);
        var old = client.signIn();

        // When
        var answers = IntStream.range(0, 10).parallel().mapToObj(ignored -> client.refresh(old)).toList();

        // Then
        answers.forEach(answer -> assertEquals(200, answer.status(), answer.body().toString()));
        assertEquals(1, answers.stream().map(Client::token).distinct().count());
        assertEquals(200, client.refresh(Client.token(answers.getFirst())).status(), "the session goes on");
    }

    @Test
    void aRefreshTokenThatComesBackLaterEndsTheSession() {
        // Given
        var client = new Client(SHARED_SECONDS);
        var stolen = client.signIn();
        var mine = Client.token(client.refresh(stolen));
        Awaitility.await().pollDelay(Duration.ofSeconds(SHARED_SECONDS + 1)).until(() -> true);

        // When
        var thief = client.refresh(stolen);

        // Then
        assertEquals(400, thief.status());
        assertEquals(400, client.refresh(mine).status(), "the session is over for both");
    }

    @Test
    void whoWasSignedOutGetsNoKeptAnswer() {
        // Given
        var client = new Client(SHARED_SECONDS);
        var old = client.signIn();
        var tokens = client.refresh(old).body();
        var session = Tokens.claims(tokens.path("access_token").textValue()).path("sid").textValue();

        // When
        keycloak.admin("DELETE", REALM + "/sessions/" + session, null);

        // Then
        assertEquals(400, client.refresh(old).status());
    }

    @Test
    void aClientWithoutTheSettingIsUnderKeycloaksOwnRule() {
        // Given
        var client = new Client(0);
        var old = client.signIn();
        client.refresh(old);

        // When
        var again = client.refresh(old);

        // Then
        assertEquals(400, again.status());
    }

    /** A client with a session of its own for 王坐席. */
    private static final class Client {
        private final String id = "processes-" + UUID.randomUUID();

        Client(int seconds) {
            var made = keycloak.admin("POST", REALM + "/clients", """
                    {"clientId":"%s","secret":"secret","publicClient":false,"directAccessGrantsEnabled":true,"standardFlowEnabled":false,
                     "attributes":{"gongdan.refresh.shared.seconds":"%d"}}""".formatted(id, seconds));
            assertEquals(201, made.status(), made.body().toString());
        }

        String signIn() {
            return token(ask(Map.of("grant_type", "password", "username", "agent", "password", "gongdan")));
        }

        Answer refresh(String token) {
            return ask(Map.of("grant_type", "refresh_token", "refresh_token", token));
        }

        private Answer ask(Map<String, String> fields) {
            var form = new java.util.HashMap<>(fields);
            form.putAll(Map.of("client_id", id, "client_secret", "secret"));
            return keycloak.form("/realms/gongdan/protocol/openid-connect/token", form);
        }

        static String token(Answer answer) {
            return answer.body().path("refresh_token").textValue();
        }
    }
}
