package org.gongdan.journeys;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.Page;

/** The customer opens the link of his mail on his phone and signs with his finger (R10). */
@OnPlatform
class SignPageJourney {
    private static final Duration ON_TARGET = Duration.ofMinutes(8);

    @RegisterExtension
    final Browser browser = new Browser();

    private final Play play;
    private final String gateway;

    SignPageJourney(Play play, Platform platform) {
        this.play = play;
        this.gateway = platform.gateway();
    }

    private static void draw(Page phone) {
        var pad = phone.getByTestId("pad");
        pad.scrollIntoViewIfNeeded();
        var box = pad.boundingBox();
        phone.mouse().move(box.x + 40, box.y + 120);
        phone.mouse().down();
        for (int step = 1; step <= 24; step++) {
            phone.mouse().move(box.x + 40 + step * 10, box.y + 100 + 50 * Math.sin(step / 2.0));
        }
        phone.mouse().up();
    }

    @Test
    void theCustomerReadsAndSignsOnHisPhoneAndTheLinkIsUsedUp() {
        // Given
        var visit = play.completed(play.newShop(), play.li, Window.in(ON_TARGET));
        var link = gateway + play.signaturePage(visit, play.li);
        var phone = browser.phone("zh-CN");
        var page = new Console(phone, link);
        page.open();
        page.see(page.find("sign-number"), visit.number());
        page.see(page.find("sign-document"), "更换打印头，试打正常");
        page.see(page.find("checklist"), "断电检查");
        draw(phone);
        page.type("signer-name", "刘海燕");
        Browser.picture(phone, "sign-before");

        // When
        page.find("sign-submit").click();

        // Then
        page.see(page.find("signed-name"), "刘海燕");
        Browser.picture(phone, "sign-after");
        var order = phone.waitForDownload(() -> page.find("order-pdf").click());
        assertEquals("已签服务单 " + visit.number() + ".pdf", order.suggestedFilename());
        play.dispatcher.look(visit).body("status", equalTo("SIGNED"));
        play.story.await(visit.ticket(), "VisitSigned");
        page.open();
        page.seeAttribute(page.find("sign-closed"), "data-why", "used");
        var again = phone.waitForDownload(() -> page.find("order-pdf").click());
        assertEquals("已签服务单 " + visit.number() + ".pdf", again.suggestedFilename());
        Browser.picture(phone, "sign-used");
    }

    @Test
    void aBrokenConnectionLosesNoSignature() {
        // Given
        var visit = play.completed(play.newShop(), play.li, Window.in(ON_TARGET));
        var phone = browser.phone("en-US");
        var page = new Console(phone, gateway + play.signaturePage(visit, play.li));
        page.open();
        page.see(page.find("sign-form"), "Your signature");
        draw(phone);
        page.type("signer-name", "刘海燕");
        phone.context().setOffline(true);
        page.find("sign-submit").click();
        page.see(page.find("sign-offline"));
        Browser.picture(phone, "sign-offline");

        // When
        phone.context().setOffline(false);

        // Then
        page.see(page.find("signed-name"), "刘海燕");
        play.dispatcher.look(visit).body("status", equalTo("SIGNED"));
    }

    @Test
    void whoCannotDrawSignsByKeysAlone() {
        // Given
        var visit = play.completed(play.newShop(), play.li, Window.in(ON_TARGET));
        var phone = browser.secondDevice();
        var page = new Console(phone, gateway + play.signaturePage(visit, play.li));
        page.open();
        page.see(page.find("sign-form"));
        page.tabTo("pad-typed");
        phone.keyboard().press("Enter");
        phone.keyboard().type("刘海燕");

        // When
        page.tabTo("sign-submit");
        phone.keyboard().press("Enter");

        // Then
        page.see(page.find("signed-name"), "刘海燕");
        page.see(page.find("sign-next"), "确认故障已经解决");
        play.dispatcher.look(visit).body("status", equalTo("SIGNED"));
    }

    @Test
    void anEngineerCannotSignWithHisSession() {
        // Given
        var visit = play.completed(play.newShop(), play.li, Window.in(ON_TARGET));
        var link = play.signaturePage(visit, play.li);
        var console = new Console(browser.page(), gateway);
        console.open();
        console.signIn("engineer");

        // When
        browser.page().navigate(gateway + link);

        // Then
        console.seeAttribute(console.find("sign-closed"), "data-why", "staff");
        var status = browser.page()
                .evaluate("path => fetch(path, {method: 'POST', headers: {'Content-Type': 'application/json', 'X-Gongdan-Csrf': '1'},"
                        + " body: JSON.stringify({signerName: '李工', strokes: 'M1 1L90 90'})}).then(answer => answer.status)",
                        Signer.behind(link));
        assertEquals(403, status);
        play.dispatcher.look(visit).body("status", equalTo("COMPLETED"));
    }

    @Test
    void aLinkThatWasNeverSentLeadsNowhereAndTellsNobody() {
        // Given
        var phone = browser.phone("zh-CN");
        var page = new Console(phone, gateway + "/sign/no-such-token");

        // When
        var answer = phone.navigate(page.address());

        // Then
        page.seeAttribute(page.find("sign-closed"), "data-why", "unknown");
        assertEquals("no-referrer", answer.headerValue("referrer-policy"));
        assertTrue(answer.headerValue("content-security-policy").contains("default-src 'self'"));
    }
}
