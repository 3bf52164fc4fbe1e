package org.gongdan.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.Locator;

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

    @Test
    void theAdministratorReadsWhyAnEventIsParkedAndReplaysIt() {
        // Given
        var order = play.ordered(play.newShop());
        var lost = UUID.randomUUID();
        var visit = UUID.randomUUID();
        play.events.say(play.events.await("visit-events", "VisitOrdered", order.id()), "VisitCancelled.v1", visit,
                "{\"visitId\":\"%s\",\"ticketId\":\"%s\",\"customerId\":\"%s\",\"reason\":\"已另约\",\"at\":\"%s\"}".formatted(visit, lost,
                        order.ticket().shop().customer(), Instant.now().truncatedTo(ChronoUnit.SECONDS)));
        var admin = administrator();
        admin.page().navigate(gateway + "/admin/parked");
        var row = admin.page().locator("[data-testid=parked-row][data-key='" + visit + "']");
        admin.see(row, "所指的内容不存在");
        row.getByTestId("parked-open").click();
        admin.see(admin.find("parked-drawer").getByTestId("parked-event"), "上门已取消");
        Axe.assertNothingFound(admin.page(), "a parked event");
        admin.find("parked-replay").click();
        admin.type("replay-reason", "先看看工单是否已补录");
        admin.find("replay-submit").click();
        admin.seeAttribute(admin.find("replay-outcome"), "data-done", "false");
        admin.find("replay-close").click();

        // When
        new Databases(play.platform).bringBack(lost, order.ticket().id());
        admin.page().navigate(gateway + "/admin/parked");
        row.getByTestId("parked-open").click();
        admin.find("parked-replay").click();
        admin.type("replay-reason", "工单已从备份恢复");
        admin.find("replay-submit").click();

        // Then
        admin.seeAttribute(admin.find("replay-outcome"), "data-done", "true");
        admin.find("replay-close").click();
        assertThat(row).isHidden();
        admin.page().navigate(gateway + "/admin/audit");
        admin.type("filter-about", visit.toString());
        admin.see(admin.find("audit-row").first(), "重放停放的事件");
    }

    @Test
    void theAdministratorRegistersAnEngineerAndCorrectsHim() {
        // Given
        var name = "钱工" + UUID.randomUUID().toString().substring(0, 4);
        var admin = administrator();
        admin.page().navigate(gateway + "/admin/engineers");
        admin.find("register-engineer").click();
        admin.type("engineer-name", name);
        admin.type("engineer-phone", "13912345678");
        admin.find("engineer-submit").click();
        var row = admin.find("engineer-row").filter(new Locator.FilterOptions().setHasText(name));
        admin.see(row, "13912345678");

        // When
        row.getByTestId("change-engineer").click();
        admin.type("engineer-phone", "13987654321");
        admin.type("engineer-username", "qian-" + UUID.randomUUID().toString().substring(0, 8));
        admin.find("engineer-submit").click();

        // Then
        admin.see(row, "13987654321");
        admin.see(row, "qian-");
    }

    @Test
    void theManagerLooksUpWhatSomebodyDid() {
        // Given
        var ticket = play.reported(play.newShop());
        play.supervisor.post(ticket.path() + "/priority", Map.of("priority", "P2", "reason", "已有备用机")).statusCode(200);
        var manager = new Console(browser.page(), gateway);
        manager.open();
        manager.signIn("manager");
        manager.page().navigate(gateway + "/admin/audit");

        // When
        manager.type("filter-person", "supervisor");
        manager.type("filter-about", ticket.number());

        // Then
        manager.see(manager.find("audit-row").first(), "调整优先级");
        manager.see(manager.find("audit-row").first(), "陈主管");
    }
}
