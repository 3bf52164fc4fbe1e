package org.gongdan.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;

import org.awaitility.Awaitility;
import org.gongdan.journeys.Administrator.Account;
import org.junit.jupiter.api.Test;

/** Who logs out, leaves or loses a role is out within ten seconds, wherever his cookies or tokens have gone (case 18, ADR 020). */
@OnPlatform
class SessionsJourney {
    private static final Duration PROMISED = Duration.ofSeconds(10);
    private static final String TICKETS = "/api/tickets";

    private final Platform platform;
    private final Administrator administrator;

    SessionsJourney(Platform platform) {
        this.platform = platform;
        administrator = new Administrator(platform);
    }

    @Test
    void aCopyOfTheCookiesEndsWithTheLogout() {
        // Given
        var browser = CookieBrowser.signedIn(platform, administrator.hire("agent").name());
        var copy = browser.copy();
        assertEquals(200, copy.status(TICKETS));

        // When
        browser.logOut();

        // Then
        assertEquals(401, copy.status(TICKETS));
    }

    @Test
    void whoIsSignedOutByAnAdministratorIsOut() {
        // Given
        var person = administrator.hire("agent");
        var browser = CookieBrowser.signedIn(platform, person.name());
        assertEquals(200, browser.status(TICKETS));

        // When
        administrator.signOutEverywhere(person);

        // Then
        soon(() -> assertEquals(401, browser.status(TICKETS)));
    }

    @Test
    void aDisabledAccountIsOutWithCookieAndTokenAlsoStraightAtAService() {
        // Given
        var person = administrator.hire("agent");
        var browser = CookieBrowser.signedIn(platform, person.name());
        var program = bearer(person);
        assertEquals(200, browser.status(TICKETS));
        program.get(TICKETS).statusCode(200);

        // When
        administrator.disable(person);

        // Then
        soon(() -> {
            program.get(TICKETS).statusCode(401);
            assertEquals(401, browser.status(TICKETS));
            assertEquals(401, platform.straightAtTickets(platform.tokenOfUser(person.name())));
        });
    }

    @Test
    void aDeletedAccountIsOut() {
        // Given
        var person = administrator.hire("agent");
        var browser = CookieBrowser.signedIn(platform, person.name());
        var program = bearer(person);
        program.get(TICKETS).statusCode(200);

        // When
        administrator.delete(person);

        // Then
        soon(() -> {
            program.get(TICKETS).statusCode(401);
            assertEquals(401, browser.status(TICKETS));
        });
    }

    @Test
    void aRoleThatIsTakenAwayIsGoneWhileTheSessionGoesOn() {
        // Given
        var person = administrator.hire("agent");
        var browser = CookieBrowser.signedIn(platform, person.name());
        var program = bearer(person);
        program.get(TICKETS).statusCode(200);
        assertEquals(200, browser.status(TICKETS));

        // When
        administrator.take("agent", person);

        // Then
        soon(() -> {
            program.get(TICKETS).statusCode(401);
            assertEquals(403, browser.status(TICKETS));
        });
        assertEquals(200, browser.status("/bff/me"));
    }

    @Test
    void aNewPasswordEndsWhatWasSignedInByTheOldOne() {
        // Given
        var person = administrator.hire("agent");
        var thief = CookieBrowser.signedIn(platform, person.name());
        assertEquals(200, thief.status(TICKETS));

        // When
        administrator.givePassword(person, "another-password");

        // Then
        soon(() -> assertEquals(401, thief.status(TICKETS)));
    }

    @Test
    void whatOneGatewayLearnsTheOtherKnows() {
        // Given
        var other = platform.secondGateway();
        var browser = CookieBrowser.signedIn(platform, administrator.hire("agent").name());
        var copy = browser.copyFor(other);
        assertEquals(200, copy.status(TICKETS));

        // When
        browser.logOut();

        // Then
        soon(() -> assertEquals(401, copy.status(TICKETS)));
    }

    private Caller bearer(Account person) {
        return Caller.user(platform, person.name());
    }

    private static void soon(Runnable look) {
        Awaitility.await().atMost(PROMISED).pollInterval(Duration.ofMillis(200)).untilAsserted(look::run);
    }
}
