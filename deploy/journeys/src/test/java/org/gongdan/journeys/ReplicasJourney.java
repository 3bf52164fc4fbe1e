package org.gongdan.journeys;

import static org.gongdan.journeys.Patience.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.gongdan.stack.Service;
import org.junit.jupiter.api.Test;

/** Two processes of the gateway behind one address, between which nobody's calls stick (ADR 046). */
@OnPlatform
class ReplicasJourney {
    private static final String ME = "/bff/me";
    private static final int ROUNDS = 3;
    /** On a machine that has other things to do. */
    private static final Duration START = Duration.ofMinutes(2);

    private final Platform platform;
    private final Administrator administrator;
    private final String other;

    ReplicasJourney(Platform platform) {
        this.platform = platform;
        administrator = new Administrator(platform);
        other = platform.secondGateway();
    }

    @Test
    void aSignInThatBeginsAtOneReplicaEndsAtAnother() {
        // Given
        var person = administrator.hire("agent");

        // When
        var browser = CookieBrowser.signedInAcross(platform.gateway(), other, person.name());

        // Then
        assertEquals(200, browser.status(ME));
        assertEquals(200, browser.copyFor(other).status(ME));
    }

    @Test
    void twoReplicasThatRefreshASessionAtOnceKeepIt() {
        // Given
        var person = administrator.hire("agent");
        var browser = CookieBrowser.signedIn(platform, person.name());

        for (var round = 0; round < ROUNDS; round++) {
            var old = browser.copy();
            mustRefresh(person, round);

            // When
            var answers = together(old.copy(), old.copyFor(other), old.copy(), old.copyFor(other));

            // Then
            assertEquals(List.of(200, 200, 200, 200), answers, "round " + round);
            assertEquals(200, browser.status(ME), "round " + round);
        }
    }

    @Test
    void whoNeverSawTheAnswerOfAReplicaThatDiedGoesOnAtAnother() {
        // Given
        var dying = platform.replica(Service.GATEWAY);
        dying.restart();
        var person = administrator.hire("agent");
        var browser = CookieBrowser.signedIn(platform, person.name());
        mustRefresh(person, 0);
        var unseen = browser.copyFor(dying.address());
        await("it refreshes").until(() -> unseen.text(ME).contains("presales"));

        // When
        dying.kill();

        // Then
        assertEquals(200, browser.copyFor(other).status(ME));
        assertEquals(200, browser.status(ME));
    }

    @Test
    void aReplicaIsReadyOnceItKnowsKeycloaksKeysAndStaysSo() throws Exception {
        // Given
        try (var link = new Balancer(platform.keycloak())) {
            await("Keycloak is seen").until(() -> link.sees(platform.keycloak()));
            link.cut();
            var replica = platform.replica(Service.GATEWAY);
            var realm = platform.realm().replaceFirst("localhost:\\d+", "localhost:" + link.port());
            var started = CompletableFuture.runAsync(() -> replica.restart(
                    Map.of("OIDC_AUTH_SERVER_URL", realm)));
            await("it answers").atMost(START).ignoreExceptions().until(() -> new CookieBrowser(replica.address()).status("/") == 200);
            assertFalse(replica.ready());
            link.mend();
            started.get(START.toSeconds(), TimeUnit.SECONDS);
            var browser = CookieBrowser.signedIn(platform, administrator.hire("agent").name()).copyFor(replica.address());
            assertEquals(200, browser.status(ME));

            // When
            link.cut();

            // Then
            assertTrue(replica.ready());
            assertEquals(200, browser.status(ME));
            replica.kill();
        }
    }

    /** New access makes every session of the person get new tokens; returns when both replicas have learned of it. */
    private void mustRefresh(Administrator.Account person, int round) {
        var watchers = Stream.of(platform.gateway(), other).map(at -> CookieBrowser.signedIn(platform, person.name()).copyFor(at)).toList();
        if (round % 2 == 0) {
            administrator.give("presales", person);
        } else {
            administrator.take("presales", person);
        }
        watchers.forEach(
                watcher -> await("the replica learns of it").until(() -> watcher.text(ME).contains("presales") == (round % 2 == 0)));
    }

    private static List<Integer> together(CookieBrowser... browsers) {
        var calls = Stream.of(browsers).map(browser -> CompletableFuture.supplyAsync(() -> browser.status(ME))).toList();
        return calls.stream().map(CompletableFuture::join).toList();
    }
}
