package org.gongdan.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The desk works in the browser: signs in, opens a ticket, and watches its story grow while others work on it. */
@OnPlatform
class ConsoleJourney {
    private static final DateTimeFormatter PICKED = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    @RegisterExtension
    final Browser browser = new Browser();

    private final Play play;
    private final String gateway;

    ConsoleJourney(Play play, Platform platform) {
        this.play = play;
        this.gateway = platform.gateway();
    }

    @Test
    void theDeskOpensATicketAndSeesItsStoryGrow() {
        // Given
        var console = new Console(browser.page(), gateway);
        var name = "浏览器演练店" + UUID.randomUUID().toString().substring(0, 8);
        play.agent.register(name);
        console.open();
        console.signIn("agent");
        console.see(console.find("account-name"), "王坐席");
        console.find("nav-open").click();
        console.choose("customer", name);
        console.choose("siteId", "徐家汇店");
        console.choose("contactId", "刘店长");
        console.type("summary", "扫码枪没有反应");
        console.pick("expectedBy", PICKED.format(LocalDateTime.now(ZoneId.of("Asia/Shanghai")).plusHours(7)));
        console.find("submit-ticket").click();
        console.see(console.find("ticket-summary"), "扫码枪没有反应");
        console.see(console.told("TicketOpened"), "工单已登记");
        console.seeAttribute(console.find("live"), "data-link", "live");
        var ticket = new Ticket(console.find("ticket").getAttribute("data-id"), console.find("ticket-number").textContent(), null);

        // When
        play.agent.phoneFix(ticket, true, false).statusCode(200);

        // Then
        console.see(console.told("PhoneFixAttempted"), "未能解决");
        console.find("tab-all").click();
        console.see(console.told("PromiseMade").first());
        console.seeAttribute(console.find("promise-EXPECTED_TIME"), "data-state", "running");
        console.changeLanguage();
        console.see(console.told("TicketOpened"), "Ticket");
        play.agent.requestVisit(ticket, Map.of("need", "Replace the scanner")).statusCode(200);
        console.see(console.told("VisitRequested"), "Replace the scanner");
        console.see(console.told("VisitOrdered"));
        // The choice is kept in the account, which others sign in with, too.
        console.changeLanguage();
        console.seeAttribute(console.find("status"), "data-status", "ON_SITE");
        console.signOut();
        assertEquals(401, browser.page().request().get(gateway + "/bff/me").status());
    }

    @Test
    void whoIsNotSignedInSeesTheLandingPageOnly() {
        // Given
        var ticket = play.reported(play.newShop());
        var console = new Console(browser.page(), gateway);

        // When
        browser.page().navigate(gateway + "/tickets/" + ticket.id());

        // Then
        console.see(console.find("landing"));
    }

    @Test
    void aLinkInAMailLeadsToItsTicketThroughTheSignIn() {
        // Given
        var ticket = play.reported(play.xingfu());
        play.agent.acknowledge(ticket).statusCode(200);
        var mail = play.mailOf(ticket).await("【开始处理】", ticket.number());
        var link = gateway + "/tickets/" + ticket.id();
        assertTrue(mail.text().contains(link) && mail.html().contains("href=\"" + link + "\""), mail.toString());
        var page = browser.page();
        page.navigate(play.platform.mailPage());
        page.locator("#list button").getByText("【开始处理】" + ticket.number()).click();
        Browser.photograph(page, "mail-page");
        var seen = new ArrayList<String>();

        // When
        var console = new Console(page.waitForPopup(() -> page.frameLocator("#frame").getByText("查看工单").click()), gateway);
        console.see(console.find("landing"));
        console.page().onFrameNavigated(frame -> seen.add(frame.url()));
        console.signIn("customer");

        // Then
        console.see(console.find("ticket-number"), ticket.number());
        assertTrue(seen.contains(link), "the gateway comes back to the very address: " + seen);
    }

    @Test
    void noTokenReachesTheBrowser() {
        // Given
        var console = new Console(browser.page(), gateway);
        console.open();

        // When
        console.signIn("agent");

        // Then
        var cookies = browser.page().context().cookies(gateway);
        assertTrue(cookies.stream().anyMatch(cookie -> cookie.name.contains("gongdan")), cookies.toString());
        assertTrue(cookies.stream().allMatch(cookie -> cookie.httpOnly && !cookie.value.startsWith("eyJhbGciOiJSUzI1NiI")),
                "cookies must be encrypted and out of scripts' reach");
        assertEquals("{}", browser.page().evaluate(
                "JSON.stringify(Object.fromEntries([...Object.entries(localStorage), ...Object.entries(sessionStorage)].filter(([, "
                        + "value]) => value.includes('eyJ'))))"));
    }

    @Test
    void aCookieAloneChangesNothing() {
        // Given
        var console = new Console(browser.page(), gateway);
        console.open();
        console.signIn("agent");
        var ticket = play.reported(play.newShop());

        // When
        var answer = browser.page().request().post(gateway + ticket.path() + "/acknowledge");

        // Then
        assertEquals(403, answer.status());
    }
}
