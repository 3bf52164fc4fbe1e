package org.gongdan.journeys;

import static org.hamcrest.Matchers.equalTo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.Locator;

/** Who leads sees what is in danger and who took it up, what contracts promise, and which time counts. */
@OnPlatform
class SupervisorJourney {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private static final String NOTICE = """
            {"year": 2027, "days": [{"name": "元旦", "date": "2027-01-01", "isOffDay": true}, {"name": "元旦", "date": "2027-01-03", "isOffDay": false}]}""";

    @RegisterExtension
    final Browser browser = new Browser();

    private final Play play;
    private final String gateway;

    SupervisorJourney(Play play, Platform platform) {
        this.play = play;
        this.gateway = platform.gateway();
    }

    private Console signedIn(String name) {
        var console = new Console(browser.page(), gateway);
        console.open();
        console.signIn(name);
        return console;
    }

    private static Locator of(Console console, String testId, Ticket ticket) {
        return console.page().locator("[data-testid=" + testId + "][data-ticket='" + ticket.id() + "']").first();
    }

    private static String some(String name) {
        return name + UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void theSupervisorSeesWhatIsInDangerAndAnswersAnEscalation() {
        // Given
        var ticket = play.reported(play.agent.register(some("风险演练店")), Instant.now().plus(Duration.ofSeconds(50)));
        var console = signedIn("supervisor");
        console.find("nav-risk").click();
        console.see(of(console, "risk-row", ticket), "还剩");
        console.see(of(console, "risk-row", ticket), ticket.number());
        Browser.picture(console.page(), "risk-due");
        console.find("risk-ESCALATIONS").click();
        console.see(of(console, "escalation-row", ticket), "值班工程师");

        // When
        of(console, "escalation-row", ticket).getByTestId("escalation-take").click();
        console.type("answer-note", "已打电话给刘店长，李工一小时内到");
        console.find("answer-submit").click();

        // Then
        console.option("escalation-states", "已答复");
        console.see(of(console, "escalation-row", ticket), "已打电话给刘店长");
        Browser.picture(console.page(), "risk-escalations");
        console.find("risk-BROKEN").click();
        console.see(of(console, "risk-row", ticket), PromiseNames.inChinese("EXPECTED_TIME"));
        console.find("risk-UNOWNED").click();
        console.see(console.find("owned-row").first());
        console.find("risk-LOADS").click();
        console.see(console.find("risk-shown"), "人员负荷");
        Axe.assertNothingFoundAnywhere(console, "risk wall");
        console.find("risk-BROKEN").click();
        of(console, "risk-row", ticket).locator("a").first().click();
        console.see(console.find("ticket-number"), ticket.number());
    }

    @Test
    void aContractIsWrittenLookedAtAndPutInForce() {
        // Given
        var customer = some("合同演练店");
        var ticket = play.reported(play.agent.register(customer));
        play.promises.await(ticket, "RESOLUTION_24H", "RUNNING");
        var number = some("HT-");
        var console = signedIn("manager");
        console.find("nav-contracts").click();
        console.find("make-contract").click();
        console.type("contract-number", number);
        console.type("contract-name", "收银系统运维");
        console.page().getByTestId("make-contract-dialog").getByTestId("customer").click();
        console.page().keyboard().type(customer);
        console.page().locator(".ant-select-dropdown:visible .ant-select-item-option").getByText(customer).click();
        console.find("make-contract-submit").click();
        console.see(console.find("version-form"));
        console.find("effective-from").click();
        console.page().keyboard().type(LocalDate.now(SHANGHAI).toString());
        console.page().keyboard().press("Enter");
        console.type("service-0-name", "收银系统");
        console.choose("level-0-0-priority", "P1");
        console.choose("level-0-0-kind", PromiseNames.inChinese("RESOLUTION_24H"));
        console.type("level-0-0-amount", "4");
        Browser.picture(console.page(), "contract-form");
        console.find("what-if").click();
        console.see(console.find("what-if-row"), PromiseNames.inChinese("RESOLUTION_24H"));
        console.page().keyboard().press("Escape");
        console.find("save-version").click();
        console.see(console.find("contract-text"), "4 小时内");

        // When
        console.find("activate").click();
        console.option("apply-to", "也用于未结的承诺");
        console.type("contract-reason", "客户已签字");
        console.find("activate-submit").click();

        // Then
        console.see(console.page().locator("[data-testid=version-row][data-standing=current]"), "正在执行");
        play.story.await(ticket, "SlaExtended");
        console.find("write-version").click();
        console.type("level-0-0-amount", "6");
        console.find("effective-from").click();
        console.page().keyboard().type(LocalDate.now(SHANGHAI).plusDays(30).toString());
        console.page().keyboard().press("Enter");
        console.find("save-version").click();
        console.choose("compare-with", "第 1 版");
        console.see(console.find("difference"), "6 小时内");
        Axe.assertNothingFoundAnywhere(console, "contract");
        console.find("simulate").click();
        console.find("run-simulation").click();
        console.see(console.find("simulation-sum"));
        Browser.picture(console.page(), "contract-simulation");
    }

    @Test
    void aNoticeOfHolidaysIsPutIntoACalendarAfterItsEffectWasSeen() {
        // Given
        var name = some("shop-");
        var console = signedIn("manager");
        console.find("nav-calendars").click();
        console.find("make-calendar").click();
        console.type("calendar-name", name);
        console.type("calendar-title", "门店营业时间");
        console.find("make-calendar-submit").click();
        console.see(console.find("calendar-form"));
        console.find("add-day").click();
        console.find("day-date").click();
        console.page().keyboard().type("2027-03-08");
        console.page().keyboard().press("Enter");
        console.type("day-name", "店庆");
        console.find("day-submit").click();
        console.find("look-calendar").click();
        console.see(console.find("changed-day"), "店庆");
        console.find("save-calendar").click();
        console.seeAttribute(console.find("calendar"), "data-revision", "2");

        // When
        console.find("import-notice").click();
        console.type("notice-text", NOTICE);
        console.find("check-notice").click();
        console.see(console.page().locator("[data-testid=changed-day][data-date='2027-01-03']"), "上班");
        console.find("save-calendar").click();

        // Then
        console.seeAttribute(console.find("calendar"), "data-revision", "3");
        console.choose("calendar-year", "2027");
        console.see(console.page().locator(".day[data-date='2027-01-01']"), "休");
        console.see(console.page().locator(".day[data-date='2027-01-03']"), "班");
        Axe.assertNothingFoundAnywhere(console, "calendar");
        Browser.picture(console.page(), "calendar-year");
        console.option("calendar-view", "到期计算");
        console.see(console.find("due-at"), "到期");
        console.page().navigate(gateway + "/calendars/" + name + "?view=due&from=2026-12-31T17:00&amount=2");
        console.see(console.find("due-at"), "2027-01-03 10:00");
        Browser.picture(console.page(), "calendar-due");
        console.option("calendar-view", "历次版本");
        console.see(console.find("revision-row").first(), "导入 2027 年放假通知");
    }

    @Test
    void theSupervisorSeesWhatNewWordsChangeBeforeHePublishesThem() {
        // Given
        var title = some("冷柜不停机");
        var words = Map.of("title", title, "symptom", "压缩机不停", "cause", "温控板失灵", "fix", "更换温控板");
        String article = play.agent.caller().post("/api/articles", words).statusCode(201).extract().path("id");
        play.supervisor.post("/api/articles/" + article + "/publish").statusCode(200);
        play.agent.caller().put("/api/articles/" + article, Map.of("title", title, "symptom", "压缩机不停", "cause", "温控板失灵", "fix",
                "更换温控板，并清洗冷凝器")).statusCode(200);
        var console = signedIn("supervisor");
        console.page().navigate(gateway + "/review/articles?open=" + article);

        // When
        console.see(console.find("difference").locator("ins").first(), "清洗");

        // Then
        console.seeAttribute(console.find("draft-compared"), "data-changed", "1");
        Browser.picture(console.page(), "article-difference");
        console.find("draft-publish").click();
        Patience.await("it is published").untilAsserted(() -> play.supervisor.get("/api/articles/" + article).body("status",
                equalTo("PUBLISHED")));
        console.page().navigate(gateway + "/review/articles");
        console.see(console.find("draft-list").or(console.find("empty")).first());
    }

    @Test
    void theSupervisorSaysWhyAPromiseWasBroken() {
        // Given
        var ticket = play.reported(play.agent.register(some("超时演练店")), Instant.now().plusSeconds(8));
        play.promises.await(ticket, "EXPECTED_TIME", "BREACHED");
        var console = signedIn("supervisor");
        console.page().navigate(gateway + "/review/causes");
        var row = console.find("breach-row").filter(new Locator.FilterOptions().setHasText(ticket.number()));

        // When
        row.getByTestId("breach-tell").click();
        console.choose("cause-select", "人手不足");
        console.type("cause-note", "当天两人请假，已增加一班");
        console.find("cause-submit").click();

        // Then
        console.see(row.getByTestId("breach-cause"), "人手不足");
        console.see(row.getByTestId("breach-cause"), "已增加一班");
        Browser.picture(console.page(), "breach-cause");
    }
}
