package org.gongdan.journeys;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who runs the platform looks after it in the console: how it is, what waits for him, who did what, and who is told. */
@OnPlatform
class AdministratorJourney {

    @RegisterExtension
    final Browser browser = new Browser();

    private final Play play;
    private final String gateway;

    AdministratorJourney(Play play, Platform platform) {
        this.play = play;
        this.gateway = platform.gateway();
    }

    private Console administrator() {
        var console = new Console(browser.page(), gateway);
        console.open();
        console.signIn("admin");
        return console;
    }

    @Test
    void theAdministratorFindsWhoDidWhatAndThatTheBookIsWhole() {
        // Given
        var ticket = play.reported(play.newShop());
        play.agent.caller().post(ticket.path() + "/acknowledge").statusCode(200);
        var admin = administrator();
        admin.page().navigate(gateway + "/admin/health");
        admin.see(admin.page().locator("[data-testid=health-service][data-service=sla-service] [data-testid=health-parked]"));
        Browser.picture(admin.page(), "admin-health");
        admin.page().navigate(gateway + "/admin/parked");
        admin.see(admin.find("empty").or(admin.find("parked-list")));
        Browser.picture(admin.page(), "admin-parked");

        // When
        admin.page().navigate(gateway + "/admin/audit");
        admin.type("filter-about", ticket.number());

        // Then
        admin.see(admin.find("audit-row").nth(0), "受理工单");
        admin.see(admin.find("audit-row").nth(1), "登记工单");
        admin.see(admin.find("audit-row").nth(1), "王坐席");
        admin.find("verify").click();
        admin.see(admin.page().locator("[data-testid=verdict][data-service=ticket-service][data-intact=true]"), "完整");
        Browser.picture(admin.page(), "admin-audit");
        admin.find("audit-row").nth(1).locator("a").click();
        admin.see(admin.find("ticket-number"), ticket.number());
    }

    @Test
    void theAdministratorSetsUpAWebhookAndLooksAtWhatWasTold() {
        try (var receiver = new WebhookReceiver(0)) {
            // Given
            var admin = administrator();
            admin.page().navigate(gateway + "/admin/webhooks");
            admin.find("create-webhook").click();
            admin.type("webhook-url", receiver.url());
            admin.option("webhook-whose", "全部客户");
            admin.choose("webhook-events", "工单已取消");
            // The list of events stays open for more of them until something else is clicked.
            admin.find("webhook-url").click();
            admin.find("webhook-submit").click();
            var secret = admin.find("secret").textContent();
            admin.find("secret-kept").click();
            admin.find("secret-close").click();

            // When
            admin.find("webhook-test").click();

            // Then
            admin.see(admin.find("delivery-row"), "已送达");
            admin.see(admin.find("delivery-row"), "对方回答 204");
            assertTrue(receiver.await("WebhookTested").isSignedWith(secret), secret);
            Browser.picture(admin.page(), "admin-webhook");
            admin.find("webhook-pause").click();
            admin.seeAttribute(admin.find("webhook-status"), "data-status", "PAUSED");
            admin.find("webhook-resume").click();
            admin.seeAttribute(admin.find("webhook-status"), "data-status", "ACTIVE");
            admin.find("webhook-remove").click();
            admin.find("webhook-remove-submit").click();
            admin.see(admin.find("create-webhook"));
            admin.page().navigate(gateway + "/admin/notifications");
            admin.see(admin.find("message-row").first().or(admin.find("empty")));
            Browser.picture(admin.page(), "admin-notifications");
        }
    }
}
