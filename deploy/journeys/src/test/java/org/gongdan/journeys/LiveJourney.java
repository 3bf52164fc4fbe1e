package org.gongdan.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;

import org.gongdan.stack.Service;
import org.gongdan.stack.StackProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;

/** What happens elsewhere comes to the screen by itself, and what concerns somebody reaches him. */
@OnPlatform
class LiveJourney {

    @RegisterExtension
    final Browser browser = new Browser();

    private final Play play;
    private final String gateway;
    private final StackProcess process;

    LiveJourney(Play play, Platform platform) {
        this.play = play;
        this.gateway = platform.gateway();
        this.process = platform.process(Service.GATEWAY.module());
    }

    private Console signedIn(String name) {
        var console = new Console(browser.page(), gateway);
        console.open();
        console.signIn(name);
        return console;
    }

    @Test
    void whoIsMadeResponsibleIsToldByHisBellAndItLeadsToTheTicket() {
        // Given
        var ticket = play.reported(play.xingfu());
        var console = signedIn("engineer");
        console.seeAttribute(console.find("offline"), "data-link", "live");

        // When
        play.supervisor.post("/api/tickets/" + ticket.id() + "/assign", Map.of("assignee", "engineer")).statusCode(200);

        // Then
        assertThat(console.find("bell")).not().hasAttribute("data-count", "0");
        console.find("bell").click();
        var note = console.find("note").filter(new Locator.FilterOptions().setHasText(ticket.number()));
        console.see(note, "陈主管 请您负责 " + ticket.number());
        console.seeAttribute(console.find("bell"), "data-count", "0");
        Browser.picture(console.page(), "bell");
        note.getByRole(AriaRole.LINK).click();
        console.see(console.find("ticket-number"), ticket.number());
    }

    @Test
    void aListShowsAtOnceWhatOthersDo() {
        // Given
        var ticket = play.reported(play.xingfu());
        var console = signedIn("agent");
        console.page().navigate(gateway + "/tickets?query=" + ticket.number());
        var row = console.page().locator("[data-testid=ticket-row][data-number='" + ticket.number() + "']");
        console.see(row, "待受理");

        // When
        play.agent.acknowledge(ticket).statusCode(200);

        // Then
        console.see(row, "处理中");
    }

    @Test
    void aPageSaysThatItMayBeOldUntilTheConnectionIsBack() {
        // Given
        var console = signedIn("supervisor");
        console.seeAttribute(console.find("offline"), "data-link", "live");

        // When
        process.signal("STOP");

        // Then
        try {
            console.see(console.find("offline"), "连接断开了");
        } finally {
            process.signal("CONT");
        }
        console.seeAttribute(console.find("offline"), "data-link", "live");
    }

    @Test
    void aChosenLanguageGoesAlongToOtherDevicesAndToTheSignInPage() {
        // Given
        var console = signedIn("presales");
        assertEquals("zh-CN", console.language());

        // When
        console.page().waitForResponse(answer -> answer.url().contains("/bff/me/language") && answer.status() == 204,
                () -> console.find("language").click());

        // Then
        var elsewhere = new Console(browser.secondDevice(), gateway);
        elsewhere.open();
        elsewhere.find("sign-in").click();
        assertThat(elsewhere.page().locator("#kc-login")).containsText("登录");
        elsewhere.prove("presales");
        assertThat(elsewhere.page().locator("html")).hasAttribute("lang", "en");
        elsewhere.signOut();
        elsewhere.find("sign-in").click();
        assertThat(elsewhere.page().locator("html")).hasAttribute("lang", "en");
        Browser.photograph(elsewhere.page(), "sign-in-en");
        console.page().waitForResponse(answer -> answer.url().contains("/bff/me/language") && answer.status() == 204,
                () -> console.find("language").click());
    }
}
