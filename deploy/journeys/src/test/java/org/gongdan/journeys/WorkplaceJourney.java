package org.gongdan.journeys;

import static org.hamcrest.Matchers.equalTo;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.Page;

/** The desk, the dispatcher and the engineer do their work in the console, the engineer on his phone. */
@OnPlatform
class WorkplaceJourney {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter PICKED = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    @RegisterExtension
    final Browser browser = new Browser();

    private final Play play;
    private final String gateway;

    WorkplaceJourney(Play play, Platform platform) {
        this.play = play;
        this.gateway = platform.gateway();
    }

    private Console signedIn(Page page, String name, String path) {
        return Console.signedIn(page, gateway, name, path);
    }

    private static String inHours(int hours) {
        return PICKED.format(LocalDateTime.now(SHANGHAI).plusHours(hours).withMinute(0));
    }

    @Test
    void theDeskHelpsFromAfarInVainAndAsksForAVisit() {
        // Given
        var ticket = play.reported(play.newShop());
        var desk = signedIn(browser.page(), "agent", "/tickets/" + ticket.id());
        desk.find("action-phoneFix").click();
        desk.find("phone-fix-submit").click();
        desk.see(desk.find("phone-fix-dialog"), "必须先征得客户同意");
        desk.find("phone-fix-agreed").check();
        desk.type("phone-fix-steps", "检查电源，重启打印服务");
        desk.option("phone-fix-succeeded", "未排除");
        desk.find("phone-fix-submit").click();
        desk.see(desk.told("PhoneFixAttempted"), "检查电源，重启打印服务");
        desk.find("action-remote").click();
        desk.type("remote-tool", "向日葵");
        desk.type("remote-scope", "打印设置");
        desk.type("remote-consent-by", "刘店长");
        desk.find("remote-present").check();
        Browser.picture(browser.page(), "desk-remote-dialog");
        desk.find("remote-submit").click();
        desk.see(desk.find("remote-panel"), "刘店长");
        desk.find("action-remote-step").click();
        desk.type("remote-step-action", "重装打印驱动");
        desk.type("remote-step-result", "仍无法打印");
        desk.find("remote-step-submit").click();
        desk.see(desk.find("remote-steps"), "重装打印驱动");
        desk.find("action-remote-end").click();
        desk.option("remote-end-succeeded", "未排除");
        desk.type("remote-end-result", "疑似打印头损坏");
        desk.find("remote-end-submit").click();
        desk.see(desk.told("RemoteSessionEnded"));

        // When
        desk.find("action-visit").click();
        desk.type("visit-need", "上门更换打印头");
        desk.find("request-visit-submit").click();

        // Then
        desk.seeAttribute(desk.find("status"), "data-status", "ON_SITE");
        desk.see(desk.told("VisitOrdered"));
        play.dispatcher.awaitOrder(ticket);
        desk.see(desk.find("clock-RESOLUTION_24H"), PromiseNames.inChinese("RESOLUTION_24H"));
        desk.find("clock-RESOLUTION_24H").click();
        desk.see(desk.find("clock-why"), "24");
        Browser.picture(browser.page(), "desk-ticket");
    }

    @Test
    void theDeskWaitsGoesOnAgreesOnMoreTimeAndAssigns() {
        // Given
        var ticket = play.reported(play.newShop());
        play.agent.caller().post(ticket.path() + "/acknowledge").statusCode(200);
        var desk = signedIn(browser.page(), "agent", "/tickets/" + ticket.id());
        desk.find("action-wait").click();
        desk.option("wait-reason", "等待客户");
        desk.type("wait-evidence", "店里今天盘点，明早再联系");
        desk.find("wait-submit").click();
        desk.see(desk.told("TicketWaiting"), "店里今天盘点");
        desk.seeAttribute(desk.find("clock-RESOLUTION_24H"), "data-status", "PAUSED");
        desk.find("action-resume").click();
        desk.see(desk.told("TicketResumed"));
        desk.find("action-extend").click();
        desk.type("extend-plan", "等新打印头到货后更换");
        desk.pick("extend-time", inHours(50));
        desk.type("extend-consent-by", "刘店长");
        desk.find("extend-submit").click();
        desk.see(desk.told("ExtensionAgreed"), "等新打印头到货后更换");

        // When
        desk.find("action-assign").click();
        desk.choose("assign-to", "李工");
        desk.find("assign-submit").click();

        // Then
        desk.see(desk.told("TicketAssigned"), "李工");
        var engineer = signedIn(browser.phone("zh-CN"), "engineer", "/tickets?scope=mine");
        engineer.see(engineer.page().locator("[data-number='" + ticket.number() + "']"));
    }

    @Test
    void theDispatcherPlansAndTheEngineerGoesThereWithHisPhone() {
        // Given
        var visit = play.ordered(play.agent.register("手机演练店" + UUID.randomUUID().toString().substring(0, 8)));
        var dispatcher = signedIn(browser.page(), "dispatcher", "/visits");
        dispatcher.see(dispatcher.page().locator("[data-number='" + visit.number() + "']"), "待安排");
        Browser.picture(browser.page(), "dispatcher-visits");
        dispatcher.page().locator("[data-number='" + visit.number() + "'] a").first().click();
        dispatcher.find("visit-schedule").click();
        dispatcher.choose("schedule-engineer", "李工");
        dispatcher.pick("schedule-start", PICKED.format(LocalDateTime.now(SHANGHAI).plusMinutes(9)));
        dispatcher.find("schedule-submit").click();
        dispatcher.seeAttribute(dispatcher.find("visit-status"), "data-status", "SCHEDULED");
        dispatcher.see(dispatcher.find("visit-sentence"), "之间为您提供上门服务");

        // When
        var engineer = signedIn(browser.phone("zh-CN"), "engineer", "/visits");
        engineer.page().locator("[data-number='" + visit.number() + "'] a").first().click();
        engineer.find("visit-accept").click();
        engineer.find("visit-depart").click();
        engineer.find("depart-submit").click();
        engineer.see(engineer.find("problem"), "出发前请确认");
        Browser.picture(engineer.page(), "engineer-depart");
        for (var tick : new String[] {"appearanceOk", "identityCardOk", "badgeOk", "toolScanned"}) {
            engineer.find("depart-" + tick).check();
        }
        engineer.find("depart-submit").click();
        engineer.find("visit-arrive").click();
        engineer.find("visit-complete").click();
        engineer.type("check-item-0", "断电检查");
        engineer.option("check-done-0", "已完成");
        engineer.find("check-add").click();
        engineer.type("check-item-1", "与客户一起试打小票");
        engineer.option("check-done-1", "已完成");
        engineer.type("complete-work", "更换打印头，试打正常");
        engineer.option("complete-outcome", "故障已排除");
        Browser.picture(engineer.page(), "engineer-complete");
        engineer.find("complete-submit").click();

        // Then
        engineer.seeAttribute(engineer.find("visit-status"), "data-status", "COMPLETED");
        engineer.see(engineer.find("visit-done"), "更换打印头，试打正常");
        Browser.picture(engineer.page(), "engineer-visit");
        play.dispatcher.look(visit).body("status", equalTo("COMPLETED"));
        engineer.find("visit-signature").click();
        play.signaturePageOf(visit.ticket());
    }

    @Test
    void theEngineerReportsADelayAfterCallingTheCustomer() {
        // Given
        var visit = play.accepted(play.newShop(), play.li, Window.in(Duration.ofHours(3)));
        var engineer = signedIn(browser.phone("zh-CN"), "engineer", "/visits/" + visit.id());

        // When
        engineer.find("visit-delay").click();
        engineer.pick("delay-start", inHours(6));
        engineer.choose("delay-reason", "交通拥堵");
        engineer.find("report-delay-submit").click();

        // Then
        engineer.see(engineer.find("visit-sentence"));
        play.story.await(visit.ticket(), "VisitDelayed");
        play.promises.await(visit.ticket(), "NOTICE_OF_DELAY", "MET");
    }
}
