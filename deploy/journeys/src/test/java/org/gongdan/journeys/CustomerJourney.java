package org.gongdan.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.Page;

/** A customer's day on his phone: he reports, follows, says whether it works, rates, and finds what he signed. */
@OnPlatform
class CustomerJourney {
    private static final int MOST_TAPS = 5;
    private static final String COUNT = "() => { window.taps = 0; document.addEventListener('pointerdown', () => window.taps++, true); }";

    @RegisterExtension
    final Browser browser = new Browser();

    private final Play play;
    private final String gateway;

    CustomerJourney(Play play, Platform platform) {
        this.play = play;
        this.gateway = platform.gateway();
    }

    private Console signedIn(Page page, String path) {
        return Console.signedIn(page, gateway, "customer", path);
    }

    @Test
    void theCustomerReportsInFiveTapsSaysThatItIsNotFixedAndRatesInTheEnd() {
        // Given
        var phone = signedIn(browser.phone("zh-CN"), "/tickets");
        phone.see(phone.find("waits"));
        Axe.assertNothingFoundAnywhere(phone, "/tickets");
        phone.page().setViewportSize(390, 844);
        phone.page().evaluate(COUNT);
        phone.find("open-ticket").click();
        phone.option("siteId", "总店");
        phone.option("productId", "小票打印机 XP-58 XP58-0001");
        phone.find("usual-print").click();
        assertThat(phone.find("summary")).hasValue("小票打印机 XP-58：打不出来");
        Browser.picture(phone.page(), "customer-report");
        phone.find("submit-ticket").click();
        phone.see(phone.find("just-opened"), "报修已收到");
        phone.see(phone.find("what-next").locator("li").first(), "前");
        var taps = (int) phone.page().evaluate("window.taps");
        assertTrue(taps <= MOST_TAPS, taps + " taps");
        Browser.picture(phone.page(), "customer-reported");
        var ticket = new Ticket(phone.find("ticket").getAttribute("data-id"), phone.find("ticket-number").textContent(), null);
        play.agent.phoneFix(ticket, true, true).statusCode(200);
        phone.see(phone.told("PhoneFixAttempted"), "客服在电话里帮您处理好了");
        play.agent.resolve(ticket, Reports.resolution("PHONE")).statusCode(200);
        phone.find("action-reopen").click();
        phone.type("reopen-reason", "又打不出来了");
        phone.find("reopen-submit").click();
        phone.seeAttribute(phone.find("status"), "data-status", "IN_PROGRESS");
        play.agent.resolve(ticket, Reports.resolution("PHONE")).statusCode(200);
        phone.see(phone.find("confirm-now"));
        Axe.assertNothingFoundAnywhere(phone, "a customer's ticket");

        // When
        var mailed = new Console(browser.phone("zh-CN"), gateway + "/tickets/" + ticket.id() + "?do=confirm");
        mailed.open();
        mailed.signIn("customer");
        mailed.find("confirm-submit").click();

        // Then
        mailed.see(mailed.find("survey-dialog"), "评价服务");
        mailed.find("survey-result").locator(".ant-rate-star").last().click();
        mailed.type("survey-comment", "很快，谢谢");
        Browser.picture(mailed.page(), "customer-rates");
        mailed.find("survey-submit").click();
        mailed.see(mailed.find("rated"));
        play.agent.look(ticket).body("status", equalTo("CLOSED")).body("surveyed", equalTo(true));
        mailed.open();
        mailed.see(mailed.find("too-late"), "不用再确认");
        mailed.page().navigate(gateway + "/tickets/" + ticket.id() + "?do=rate");
        mailed.see(mailed.find("too-late"), "已经评价过了");
        mailed.page().navigate(gateway + "/tickets?state=finished");
        mailed.see(mailed.page().locator("[data-testid=ticket-row][data-number='" + ticket.number() + "']"), "已完成");
    }

    @Test
    void theCustomerSeesWhoComesAndFindsWhatHeSigned() {
        // Given
        var visit = play.accepted(play.xingfu(), play.li, Window.in(Duration.ofMinutes(8)));
        var phone = signedIn(browser.phone("zh-CN"), "/tickets");
        var next = phone.page().locator("[data-testid=next-visit][data-number='" + visit.number() + "']");
        phone.see(next, "李工");
        phone.see(phone.page().locator("[data-testid=ticket-row][data-number='" + visit.ticket().number() + "']"), "李工");
        Browser.picture(phone.page(), "customer-service");
        next.locator("a").click();
        phone.see(phone.find("status"), "上门");
        phone.see(phone.page().locator("[data-testid=my-promise][data-kind=RESOLUTION_24H]"), PromiseNames.inChinese("RESOLUTION_24H"));
        play.li.depart(visit, true).statusCode(200);
        phone.see(phone.told("EngineerDeparted"), "李工");
        play.li.arrive(visit).statusCode(200);
        play.li.complete(visit).statusCode(200);
        var link = play.signatureLink(visit, play.li);

        // When
        play.signer.sign(link).statusCode(200);

        // Then
        phone.page().navigate(gateway + "/orders");
        phone.page().locator("[data-testid=order-row][data-number='" + visit.number() + "'] a").click();
        phone.see(phone.find("visit-done"), "更换打印头，试打正常");
        Axe.assertNothingFoundAnywhere(phone, "a signed order");
        phone.find("back").click();
        phone.see(phone.find("order-list"));
        phone.page().navigate(gateway + "/compensations");
        phone.see(phone.find("empty"), "没有补偿记录");
        Axe.assertNothingFoundAnywhere(phone, "compensation");
    }
}
