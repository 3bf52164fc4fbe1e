package org.gongdan.journeys;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.Page;

/** The manager's numbers: what was kept and why not, what customers are reported, and what they are owed (R3, R120, R146). */
@OnPlatform
class ManagerJourney {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @RegisterExtension
    final Browser browser = new Browser();

    private final Play play;
    private final String gateway;

    ManagerJourney(Play play, Platform platform) {
        this.play = play;
        this.gateway = platform.gateway();
    }

    private Console signedIn(Page page, String name) {
        var console = new Console(page, gateway);
        console.open();
        console.signIn(name);
        return console;
    }

    /** A contract that promises nearly nothing of time, and owes 100.00 for each time it is not kept. */
    private void contract(Shop shop) {
        var lead = play.supervisor;
        String agreement = lead.post("/api/agreements",
                Map.of("number", "HT-" + shop.customer().substring(0, 13), "type", "SLA", "customerId", shop.customer(), "name", "旺角运维合同"))
                .statusCode(201).extract().path("id");
        var content = Map.of("services",
                List.of(Map.of("name", "门店收银", "levels", List.of(Map.of("kind", "RESOLUTION_24H", "within", "PT3S")))),
                "exclusions", List.of(Map.of("name", "不可抗力", "cause", "FORCE_MAJEURE")), "compensation",
                Map.of("currency", "CNY", "monthlyFee", "12000.00", "breaches",
                        List.of(Map.of("kind", "RESOLUTION_24H", "fixed", "100.00"))));
        lead.post("/api/agreements/" + agreement + "/versions",
                Map.of("effectiveFrom", LocalDate.now(SHANGHAI).minusDays(1).toString(), "content", content)).statusCode(201);
        play.manager.post("/api/agreements/" + agreement + "/versions/1/activate").statusCode(200);
    }

    private Ticket broken(Shop shop) {
        contract(shop);
        var ticket = play.reported(shop);
        play.promises.await(ticket, "RESOLUTION_24H", "BREACHED");
        return ticket;
    }

    @Test
    void everyFigureLeadsToTheTicketsBehindIt() {
        // Given
        var shop = play.newShop();
        var ticket = broken(shop);
        play.agent.phoneFix(ticket, true, true).statusCode(200);
        play.agent.resolve(ticket, Reports.resolution("PHONE")).statusCode(200);
        play.agent.caller().post(ticket.path() + "/survey", Map.of("call", 5, "result", 2)).statusCode(200);
        var manager = signedIn(browser.page(), "manager");
        manager.see(manager.find("dashboard"));

        // When
        manager.page().navigate(gateway + "/dashboard?customer=" + shop.customer());

        // Then
        manager.see(manager.find("tile-broken"), "1");
        manager.see(manager.find("tile-satisfaction"), "3.50");
        manager.see(manager.find("figure-by").getByTestId("chart").locator("svg").first());
        Axe.assertNothingFoundAnywhere(manager, "dashboard");
        Browser.picture(manager.page(), "dashboard");
        manager.find("tile-broken").click();
        manager.see(manager.find("counted-row"), ticket.number());
        manager.see(manager.find("narrowed-to"), "未兑现");
        Axe.assertNothingFoundAnywhere(manager, "counted promises");
        manager.find("back").click();
        manager.find("figure-satisfaction").locator("a").last().click();
        manager.see(manager.find("counted-row"), "处理结果 2");
        manager.find("back").click();
        manager.find("figure-causes").locator("a").first().click();
        manager.find("counted-row").locator("a").first().click();
        manager.see(manager.find("ticket-number"), ticket.number());
    }

    @Test
    void theMonthIsReportedAndItsCustomerReadsIt() {
        // Given
        var month = YearMonth.now(SHANGHAI).minusMonths(1);
        var title = "幸福超市 %d年%d月服务报告".formatted(month.getYear(), month.getMonthValue());
        var manager = signedIn(browser.page(), "manager");
        manager.page().navigate(gateway + "/reports/monthly");
        manager.find("draft-report").click();
        manager.page().locator(".ant-modal [data-testid=customer]").click();
        manager.page().keyboard().type("幸福超市");
        manager.page().locator(".ant-select-dropdown:visible .ant-select-item-option").getByText("幸福超市").first().click();
        manager.find("draft-submit").click();
        manager.see(manager.page().locator("h1"), title);
        Axe.assertNothingFoundAnywhere(manager, "monthly report");

        // When
        manager.find("report-release").click();
        manager.type("release-comment", "上月服务平稳，感谢配合。");
        manager.find("release-submit").click();

        // Then
        manager.seeAttribute(manager.find("report-status").first(), "data-status", "RELEASED");
        var told = new Mailbox(play.platform, "customer@xingfu.example").await("【服务月报】",
                "%d年%d月".formatted(month.getYear(), month.getMonthValue()));
        assertTrue(told.text().contains(manager.page().url()), told.toString());
        var excel = manager.page().waitForDownload(() -> manager.find("report-xlsx").click());
        assertTrue(excel.suggestedFilename().endsWith(".xlsx"), excel.suggestedFilename());
        manager.page().navigate(gateway + "/reports/monthly?status=RELEASED");
        manager.see(manager.find("report-row").first(), title);
        Axe.assertNothingFoundAnywhere(manager, "monthly reports");
        var customer = signedIn(browser.phone("zh-CN"), "customer");
        customer.page().navigate(gateway + "/reports/monthly");
        customer.find("report-row").first().click();
        customer.see(customer.find("report-comment"), "上月服务平稳");
        var pdf = customer.page().waitForDownload(() -> customer.find("report-pdf").click());
        assertTrue(pdf.suggestedFilename().endsWith(".pdf"), pdf.suggestedFilename());
        Browser.picture(customer.page(), "my-report");
    }

    @Test
    void whatAContractOwesIsDecidedByTwo() {
        // Given
        var shop = play.newShop();
        var ticket = broken(shop);
        Patience.await("a compensation is owed").until(() -> play.manager.get("/api/compensations", Map.of("customerId", shop.customer()))
                .statusCode(200).extract().jsonPath().getList("items").size() == 1);
        var list = gateway + "/compensations?customer=" + shop.customer();
        var supervisor = signedIn(browser.phone("zh-CN"), "supervisor");
        supervisor.page().navigate(list);
        supervisor.find("compensation-row").click();
        supervisor.find("compensation-exclude").click();
        supervisor.find("exclude-cause").click();
        supervisor.page().locator(".ant-select-dropdown:visible .ant-select-item-option").getByText("不可抗力").click();
        supervisor.type("exclude-reason", "台风登陆，全市停工停业");
        supervisor.type("exclude-evidence", "市气象局通告");
        supervisor.find("exclude-submit").click();
        supervisor.seeAttribute(supervisor.find("compensation-status"), "data-status", "EXCLUSION_PROPOSED");
        Browser.picture(supervisor.page(), "compensation-phone");

        // When
        var manager = signedIn(browser.page(), "manager");
        manager.page().navigate(list);
        manager.see(manager.find("compensation-row"), ticket.number());
        Axe.assertNothingFoundAnywhere(manager, "compensations");
        manager.find("compensation-row").click();
        manager.see(manager.find("compensation-history"), "证据：市气象局通告");
        manager.find("compensation-reject").click();
        manager.type("reject-exclusion-reason", "通告只涉及外环以外");
        manager.find("reject-exclusion-submit").click();

        // Then
        manager.seeAttribute(manager.find("compensation-status"), "data-status", "OWED");
        manager.find("compensation-approve").click();
        manager.find("approve-submit").click();
        manager.seeAttribute(manager.find("compensation-status"), "data-status", "APPROVED");
        manager.see(manager.find("compensation-amount"), "100.00 CNY");
        play.mailOf(ticket).await("【服务补偿】", "¥100.00", ticket.number());
        Axe.assertNothingFoundAnywhere(manager, "compensation");
        manager.page().navigate(list + "&month=" + YearMonth.now(SHANGHAI));
        var statement = manager.page().waitForDownload(() -> manager.find("statement-pdf").click());
        assertTrue(statement.suggestedFilename().endsWith(".pdf"), statement.suggestedFilename());
    }
}
