package org.gongdan.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Everybody can use the console: whoever sees badly, has no mouse, or wants it on paper. */
@OnPlatform
class AccessibilityJourney {
    private static final Pattern SHEET = Pattern.compile("/Type\\s*/Page\\b(?!s)");

    @RegisterExtension
    final Browser browser = new Browser();

    private final Play play;
    private final String gateway;

    AccessibilityJourney(Play play, Platform platform) {
        this.play = play;
        this.gateway = platform.gateway();
    }

    private Console signedIn(String name) {
        var console = new Console(browser.page(), gateway);
        console.open();
        console.signIn(name);
        return console;
    }

    private void look(Console console, String path, String testId) {
        console.page().navigate(gateway + path);
        console.see(console.find(testId).first());
        Axe.assertNothingFoundAnywhere(console, path);
    }

    @Test
    void everyPageOfOursIsForEverybody() {
        // Given
        var visit = play.completed(play.newShop(), play.li, Window.in(Duration.ofMinutes(8)));
        play.story.await(visit.ticket(), "VisitCompleted");

        // When
        var console = signedIn("supervisor");

        // Then
        look(console, "/board", "waiting");
        look(console, "/roster", "roster-duty");
        look(console, "/admin/engineers", "engineer-row");
        look(console, "/visits?status=all", "visit-row");
        look(console, "/visits/" + visit.id(), "visit-done");
        look(console, "/tickets?queue=UNASSIGNED", "ticket-row");
        console.find("filter-status").click();
        console.see(console.page().locator(".ant-select-dropdown:visible .ant-select-item-option").first());
        Axe.assertNothingFound(console.page(), "an open list");
        look(console, "/tickets/" + visit.ticket().id(), "clocks");
        look(console, "/tickets/new?customer=" + visit.ticket().shop().customer(), "caller-card");
        look(console, "/customers", "customer-row");
        look(console, "/customers/" + visit.ticket().shop().customer() + "?tab=promises", "customer-promise");
        look(console, "/customers/" + visit.ticket().shop().customer(), "part");
        look(console, "/visits/0190a000-0000-7000-8000-000000000000", "problem");
        look(console, "/no-such-page", "nowhere");
    }

    @Test
    void everyPageOfACustomerIsForEverybody() {
        // Given
        var console = new Console(browser.page(), gateway);
        console.open();
        console.see(console.find("landing"));
        Axe.assertNothingFoundAnywhere(console, "landing");

        // When
        console.signIn("customer");

        // Then
        look(console, "/tickets", "open-ticket");
        look(console, "/tickets/new", "open-form");
        look(console, "/visits", "forbidden");
    }

    @Test
    void keysAloneFindATicketAndPaperShowsItOnOneSheet() {
        // Given
        var ticket = play.reported(play.newShop());
        var console = signedIn("agent");
        console.page().keyboard().press("Control+k");
        console.see(console.find("search-input"));
        Axe.assertNothingFound(console.page(), "search");

        // When
        console.page().keyboard().type(ticket.number());
        console.page().keyboard().press("Enter");

        // Then
        console.see(console.find("ticket-number"), ticket.number());
        console.see(console.find("clock-RESOLUTION_24H"), PromiseNames.inChinese("RESOLUTION_24H"));
        assertEquals("工单 " + ticket.number() + " · 工单", console.page().title());
        var paper = new String(console.page().pdf(), StandardCharsets.ISO_8859_1);
        assertEquals(1, SHEET.matcher(paper).results().count());
    }
}
