package org.gongdan.journeys;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The contact of a shop, who has no account, is asked by mail whether his fault is gone, and answers on his phone (R8). */
@OnPlatform
class AnswerJourney {
    @RegisterExtension
    final Browser browser = new Browser();

    private final Play play;
    private final String gateway;

    AnswerJourney(Play play, Platform platform) {
        this.play = play;
        this.gateway = platform.gateway();
    }

    private Ticket solved() {
        var ticket = play.reported(play.newShop());
        play.agent.acknowledge(ticket).statusCode(200);
        play.agent.resolve(ticket, Reports.resolution("REMOTE")).statusCode(200);
        return ticket;
    }

    @Test
    void theContactConfirmsAndRatesOnHisPhoneWithoutAnAccount() {
        // Given
        var ticket = solved();
        var page = new Console(browser.phone("zh-CN"), gateway + play.answerPageOf(ticket));
        page.open();
        page.see(page.find("answer-number"), ticket.number());
        Axe.assertNothingFoundAnywhere(page, "answer by link");
        page.page().setViewportSize(390, 844);
        Browser.picture(page.page(), "answer-asked");
        page.find("answer-yes").click();
        page.see(page.find("answer-confirmed"), "谢谢");

        // When
        page.find("survey-result").locator(".ant-rate-star").last().click();
        page.type("survey-comment", "很快，谢谢");
        Axe.assertNothingFoundAnywhere(page, "rate by link");
        Browser.picture(page.page(), "answer-rates");
        page.find("answer-rate").click();

        // Then
        page.see(page.find("answer-rated"), "感谢");
        play.agent.look(ticket).body("status", equalTo("CLOSED")).body("surveyed", equalTo(true));
        play.story.await(ticket, "SurveyAnswered");
        page.open();
        page.see(page.find("answer-rated"));
        assertEquals(0, page.page().context().cookies().stream().filter(cookie -> cookie.name.contains("session")).count());
        var desk = Console.signedIn(browser.page(), gateway, "agent", "/tickets/" + ticket.id());
        desk.see(desk.told("TicketClosed"), "客户（邮件链接）");
        assertEquals(List.of(), play.mailOf(ticket).with("【工单关闭】"));
    }

    @Test
    void whoseFaultIsStillThereSaysWhatIsWrongAndIsAskedAgain() {
        // Given
        var ticket = solved();
        var link = play.answerPageOf(ticket);
        var page = new Console(browser.phone("en-US"), gateway + link + "?do=reopen");
        page.open();
        page.see(page.find("answer-still"), "how it is now");
        page.type("answer-reason", "重启后又不行了");
        Axe.assertNothingFoundAnywhere(page, "still there, by link");
        page.page().setViewportSize(390, 844);

        // When
        page.find("answer-tell").click();

        // Then
        page.seeAttribute(page.find("answer-end"), "data-why", "told");
        Browser.picture(page.page(), "answer-told");
        play.agent.look(ticket).body("status", equalTo("IN_PROGRESS"));
        page.page().navigate(gateway + link);
        page.seeAttribute(page.find("answer-end"), "data-why", "ended");
        play.agent.resolve(ticket, Reports.resolution("REMOTE")).statusCode(200);
        Patience.await("he is asked again").until(() -> play.mailOf(ticket).with("【已解决】").size() == 2);
        var links = play.mailOf(ticket).with("【已解决】").stream().map(mail -> Signer.pageIn(mail, gateway)).distinct().toList();
        assertTrue(links.size() == 2 && links.contains(link), links.toString());
        var newer = links.stream().filter(each -> !each.equals(link)).findFirst().orElseThrow();
        page.page().navigate(gateway + newer);
        page.find("answer-yes").click();
        page.see(page.find("answer-confirmed"));
    }
}
