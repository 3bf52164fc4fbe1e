package org.gongdan.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** Customer and desk write to each other about a ticket, and no message stays without an answer. */
@OnPlatform
class ConversationJourney {
    private static final String NOTE = "这家店上周也问过";

    @RegisterExtension
    final Browser browser = new Browser();

    private final Play play;
    private final String gateway;

    ConversationJourney(Play play, Platform platform) {
        this.play = play;
        this.gateway = platform.gateway();
    }

    private Console signedIn(Page page, String name, String path) {
        return Console.signedIn(page, gateway, name, path);
    }

    private static Locator row(Console console, Ticket ticket) {
        return console.page().locator("[data-testid=ticket-row][data-number='" + ticket.number() + "']");
    }

    @Test
    void theCustomerAsksAndIsAnsweredBeforeTheTicketEnds() {
        // Given
        var ticket = play.reported(play.xingfu());
        play.mailOf(ticket).await("已受理", ticket.number());
        var phone = signedIn(browser.phone("zh-CN"), "customer", "/tickets/" + ticket.id());
        phone.type("write-text", "几点能到？\n我们十点开门。");
        Browser.picture(phone.page(), "customer-writes");
        phone.find("write-send").click();
        phone.see(phone.told("MessageReceived"), "我们十点开门。");
        assertThat(phone.find("write-text")).hasValue("");
        var desk = signedIn(browser.page(), "agent", "/tickets?queue=UNANSWERED");
        desk.see(row(desk, ticket).getByTestId("unanswered-tag"));
        row(desk, ticket).locator("a").first().click();
        desk.see(desk.find("unanswered"), "还没有答复");
        desk.see(desk.told("MessageReceived"), "几点能到？");
        desk.find("write-notes").click();
        desk.type("write-text", NOTE);
        Browser.picture(desk.page(), "agent-notes");
        desk.find("write-send").click();
        desk.see(desk.told("NoteWritten"), NOTE);
        play.agent.phoneFix(ticket, true, true).statusCode(200);
        play.agent.resolve(ticket, Reports.resolution("PHONE")).statusCode(422).body("type", equalTo("/problems/message-unanswered"));
        desk.find("write-messages").click();
        desk.type("write-text", "工程师九点半到店。");
        desk.page().reload();
        assertThat(desk.find("write-text")).hasValue("工程师九点半到店。");

        // When
        desk.find("write-text").press("Control+Enter");

        // Then
        desk.see(desk.told("MessageSent"), "工程师九点半到店。");
        assertThat(desk.find("unanswered")).isHidden();
        phone.see(phone.told("MessageSent"), "工程师九点半到店。");
        assertThat(phone.told("NoteWritten")).isHidden();
        var mail = play.mailOf(ticket).await("【答复】", ticket.number());
        assertFalse(mail.mentions(NOTE));
        assertFalse(mail.text().indexOf("工程师九点半到店。") < 0, mail.text());
        phone.find("bell").click();
        phone.see(phone.page().locator("[data-testid=note][data-kind=MESSAGE_SENT]").first(), ticket.number());
        Axe.assertNothingFoundAnywhere(desk, "an answered ticket");
        play.agent.resolve(ticket, Reports.resolution("PHONE")).statusCode(200);
    }

    @Test
    void thanksNeedNoAnswerAndAnotherCustomerReadsNothing() {
        // Given
        var ticket = play.reported(play.xingfu());
        play.liu.caller().post(ticket.path() + "/messages", Map.of("text", "谢谢，好了")).statusCode(200);
        var desk = signedIn(browser.page(), "agent", "/tickets/" + ticket.id());

        // When
        desk.find("waive").click();
        desk.type("waive-answer-reason", "客户只是表示感谢");
        Browser.picture(desk.page(), "agent-waives");
        desk.find("waive-answer-submit").click();

        // Then
        desk.see(desk.told("AnswerWaived"), "客户只是表示感谢");
        assertThat(desk.find("unanswered")).isHidden();
        play.agent.look(ticket).body("unansweredSince", nullValue());
        play.foreigner.caller().post(ticket.path() + "/messages", Map.of("text", "我也看看")).statusCode(404);
        play.foreigner.caller().get(ticket.path() + "/story").statusCode(404);
    }
}
