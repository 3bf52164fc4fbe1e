package org.gongdan.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;

/** The dispatcher plans on the board, the engineer goes through his day on the phone, and the roster says who is on duty. */
@OnPlatform
class BoardJourney {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter PICKED = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final int THUMB = 44;
    private static final int MOST_STOPS = 300;
    private static final int MOST_ENGINEERS = 20;

    @RegisterExtension
    final Browser browser = new Browser();

    private final Play play;
    private final String gateway;

    BoardJourney(Play play, Platform platform) {
        this.play = play;
        this.gateway = platform.gateway();
    }

    private Console signedIn(Page page, String name, String path) {
        return Console.signedIn(page, gateway, name, path);
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(SHANGHAI).toInstant();
    }

    private static String picked(LocalDate day, String time) {
        return day + " " + time;
    }

    private String duty() {
        var code = "D" + UUID.randomUUID().toString().replace("-", "").toUpperCase();
        play.supervisor.put("/api/duties/" + code, Map.of("name", "值班" + code.substring(0, 6), "responsibilities", "上门服务", "zone",
                "Asia/Shanghai")).statusCode(200);
        return code;
    }

    private String published(String duty, String person, Instant start, Instant end) {
        String shift = play.supervisor
                .post("/api/shifts", Map.of("duty", duty, "person", person, "startsAt", start.toString(), "endsAt", end.toString()))
                .statusCode(201).extract().path("id");
        play.supervisor.post("/api/shifts/" + shift + "/publish").statusCode(200);
        return shift;
    }

    private static Locator bar(Console console, Visit visit) {
        return console.page().locator("[data-testid=bar][data-id='" + visit.id() + "']");
    }

    private static Locator task(Console console, String shift) {
        return console.page().locator("[data-testid=roster-task][data-id='" + shift + "']");
    }

    private static void fitThumbs(Locator steps) {
        // A dialog grows until it is open.
        Patience.await("steps are as high as a thumb is wide").untilAsserted(() -> assertEquals(List.of(),
                steps.all().stream().filter(each -> each.boundingBox().height < THUMB).map(Locator::innerText).toList()));
    }

    /** Somebody by his user name; what is offered for it is left alone. */
    private static void person(Console console, String field, String name) {
        console.find(field).locator("input").fill(name);
        console.page().keyboard().press("Tab");
    }

    /** By the Tab key alone, to what is or lies in this. */
    private static void tabInto(Console console, String selector) {
        console.see(console.page().locator(selector));
        for (int stops = 0; stops < MOST_STOPS; stops++) {
            if ((boolean) console.page().evaluate("place => document.activeElement.closest(place) !== null", selector)) {
                return;
            }
            console.page().keyboard().press("Tab");
        }
        throw new AssertionError("no key leads to " + selector);
    }

    /** Tabs into a field and types over what stands there; Enter takes a time, or what is offered first. */
    private static void typed(Console console, String field, String text) {
        tabInto(console, field);
        console.page().keyboard().press("Control+A");
        console.page().keyboard().type(text);
        if (field.contains("start") || field.contains("engineer")) {
            console.page().keyboard().press("Enter");
        }
    }

    /** Draws with the mouse from the middle of one thing to the line of another. */
    private static void draw(Page page, Locator from, double x, double y) {
        var box = from.boundingBox();
        page.mouse().move(box.x + box.width / 2, box.y + box.height / 2);
        page.mouse().down();
        page.mouse().move(x, y, new Mouse.MoveOptions().setSteps(12));
        page.mouse().up();
    }

    @Test
    void theDispatcherSeesWhoIsFreeAndSendsHim() {
        // Given
        var day = LocalDate.now(SHANGHAI).plusDays(1);
        var taken = play.scheduled(play.newShop(), play.li, new Window(at(day, 10), at(day, 11)));
        published(duty(), "engineer2", at(day, 9), at(day, 12));
        var visit = play.ordered(play.newShop());
        var board = signedIn(browser.page(), "dispatcher", "/board?day=" + day);
        board.see(bar(board, taken), "10:00");
        var waiting = board.page().locator("[data-testid=waiting-visit][data-number='" + visit.number() + "']");
        board.see(waiting, "旺角便利店");
        Browser.picture(board.page(), "dispatcher-board");
        var line = bar(board, taken).boundingBox();
        var area = board.find("schedule-board").boundingBox();
        waiting.dragTo(board.find("schedule-board"),
                new Locator.DragToOptions().setTargetPosition(line.x + line.width + 6 - area.x, line.y + 10 - area.y));
        board.see(board.find("schedule-engineer"), "李工");
        board.seeAttribute(board.find("occupancy"), "data-fit", "free");
        board.pick("schedule-start", picked(day, "10:30"));
        board.seeAttribute(board.find("occupancy"), "data-fit", "busy");
        board.find("schedule-submit").click();
        board.see(board.find("problem"), "已有其他上门服务");
        Browser.picture(board.page(), "dispatcher-board-busy");
        board.pick("schedule-start", picked(day, "14:00"));
        board.choose("schedule-engineer", "赵工");
        board.seeAttribute(board.find("occupancy"), "data-fit", "offDuty");
        board.find("schedule-submit").click();
        board.see(board.find("problem"), "按排班，该工程师此时不上班");
        board.find("schedule-off-duty").check();
        board.find("schedule-submit").click();
        board.see(bar(board, visit), "14:00");

        // When
        var box = bar(board, visit).boundingBox();
        draw(board.page(), bar(board, visit), box.x + box.width / 2, bar(board, taken).boundingBox().y + 8);

        // Then
        board.see(board.find("reassign-dialog"), "14:00");
        board.type("reassign-reason", "赵工临时请假");
        board.find("reassign-submit").click();
        Patience.await("the other engineer goes").untilAsserted(
                () -> play.dispatcher.look(visit).body("engineerName", equalTo("李工")).body("windowStart", equalTo(at(day, 14).toString())));
        bar(board, visit).locator("button").press("Enter");
        board.see(board.find("visit-drawer"), "赵工临时请假");
        board.find("visit-drawer").getByTestId("visit-reschedule").click();
        board.pick("reschedule-start", picked(day, "17:00"));
        board.type("reschedule-reason", "客户下午外出");
        board.type("reschedule-consent", "刘店长");
        board.find("reschedule-submit").click();
        board.see(bar(board, visit), "17:00");
    }

    @Test
    void theDispatcherPlansByKeysAlone() {
        // Given
        var day = YearMonth.now(SHANGHAI).plusMonths(2).atDay(20);
        var taken = play.scheduled(play.newShop(), play.zhao, new Window(at(day, 10), at(day, 12)));
        var visit = play.ordered(play.newShop());
        var board = signedIn(browser.page(), "dispatcher", "/board?day=" + day);
        board.see(bar(board, taken), "10:00");
        board.see(board.page().locator("[data-testid=waiting-visit][data-number='" + visit.number() + "']"));
        var keys = board.page().keyboard();
        tabInto(board, "[data-testid=waiting-visit][data-number='" + visit.number() + "'] button");
        keys.press("Enter");
        typed(board, "[data-testid=schedule-start]", picked(day, "10:30"));
        typed(board, "[data-testid=schedule-engineer]", "赵工");
        board.seeAttribute(board.find("occupancy"), "data-fit", "busy");
        tabInto(board, "[data-testid=schedule-submit]");
        keys.press("Enter");
        board.see(board.find("problem"), "已有其他上门服务");
        typed(board, "[data-testid=schedule-start]", picked(day, "14:00"));
        board.seeAttribute(board.find("occupancy"), "data-fit", "free");
        tabInto(board, "[data-testid=schedule-submit]");
        keys.press("Enter");
        board.see(bar(board, visit), "14:00");
        tabInto(board, "[data-testid=bar][data-id='" + visit.id() + "']");
        keys.press("Shift+ArrowLeft");
        keys.press("Shift+ArrowLeft");
        keys.press("ArrowLeft");
        board.see(board.find("board-told"), "赵工，" + picked(day, "11:45"));
        board.see(board.find("board-told"), "时间冲突");
        board.see(board.find("bar-ghost"));
        Browser.picture(board.page(), "dispatcher-board-keys");
        keys.press("Escape");
        board.see(board.find("board-told"), "没有改动：赵工，" + picked(day, "14:00"));
        assertThat(board.find("bar-ghost")).isHidden();
        keys.press("ArrowRight");
        board.see(board.find("board-told"), "赵工，" + picked(day, "14:15"));
        board.see(board.find("board-told"), "空闲");

        // When
        keys.press("Enter");

        // Then
        typed(board, "[data-testid=reschedule-reason]", "客户下午开会");
        typed(board, "[data-testid=reschedule-consent]", "刘店长");
        tabInto(board, "[data-testid=reschedule-submit]");
        keys.press("Enter");
        board.see(bar(board, visit), "14:15");
        tabInto(board, "[data-testid=bar][data-id='" + visit.id() + "']");
        for (var row = 0; row < MOST_ENGINEERS && !board.find("board-told").textContent().startsWith("李工"); row++) {
            keys.press("ArrowUp");
        }
        for (var row = 0; row < MOST_ENGINEERS && !board.find("board-told").textContent().startsWith("李工"); row++) {
            keys.press("ArrowDown");
        }
        board.see(board.find("board-told"), "李工，" + picked(day, "14:15"));
        keys.press("Enter");
        board.see(board.find("reassign-dialog"), "14:15");
        typed(board, "[data-testid=reassign-reason]", "赵工临时请假");
        tabInto(board, "[data-testid=reassign-submit]");
        keys.press("Enter");
        Patience.await("the other engineer goes").untilAsserted(
                () -> play.dispatcher.look(visit).body("engineerName", equalTo("李工"))
                        .body("windowStart", equalTo(day.atTime(14, 15).atZone(SHANGHAI).toInstant().toString())));
    }

    @Test
    void theEngineerGoesThroughHisDayAndTellsWhenHeArrived() {
        // Given
        var visit = play.scheduled(play.newShop(), play.li, Window.in(Duration.ofMinutes(8)));
        var phone = signedIn(browser.phone("zh-CN"), "engineer", "/day");
        var card = phone.page().locator("[data-testid=day-visit][data-number='" + visit.number() + "']");
        phone.see(card, "刘海燕");
        phone.see(card, "旺角便利店");
        assertTrue(card.getByTestId("day-map").getAttribute("href").startsWith("https://uri.amap.com/"));
        Browser.picture(phone.page(), "engineer-day");
        fitThumbs(card.locator("button, a"));
        card.getByTestId("visit-accept").click();
        card.getByTestId("visit-depart").click();
        phone.see(phone.find("depart-submit"));
        fitThumbs(phone.page().locator(".ant-modal-footer button"));
        for (var tick : new String[] {"appearanceOk", "identityCardOk", "badgeOk", "toolScanned"}) {
            phone.find("depart-" + tick).check();
        }
        phone.find("depart-submit").click();
        phone.seeAttribute(card, "data-status", "DEPARTED");
        card.getByTestId("visit-later").click();
        phone.pick("arrive-at", PICKED.format(LocalDateTime.now(SHANGHAI).minusHours(3)));
        phone.find("arrive-submit").click();
        phone.see(phone.find("problem"), "这一步不可能更早");

        // When
        phone.pick("arrive-at", PICKED.format(LocalDateTime.now(SHANGHAI)));
        phone.find("arrive-submit").click();

        // Then
        phone.seeAttribute(card, "data-status", "STARTED");
        card.getByTestId("visit-complete").click();
        phone.type("check-item-0", "断电检查");
        phone.option("check-done-0", "已完成");
        phone.type("complete-work", "更换打印头，试打正常");
        phone.option("complete-outcome", "故障已排除");
        phone.find("complete-submit").click();
        card.getByTestId("visit-signature").click();
        play.signer.sign(Signer.behind(play.signaturePageOf(visit.ticket()))).statusCode(200);
        phone.page().reload();
        card.getByTestId("visit-submission").click();
        phone.seeAttribute(card, "data-status", "SUBMITTED");
        Axe.assertNothingFoundAnywhere(phone, "/day");
    }

    @Test
    void anArrivalAMonthEarlyIsAskedBack() {
        // Given
        var visit = play.accepted(play.newShop(), play.li, Window.in(Duration.ofDays(30)));
        play.li.depart(visit, true).statusCode(200);
        var phone = signedIn(browser.phone("zh-CN"), "engineer", "/day");
        var card = phone.page().locator("[data-testid=day-visit][data-number='" + visit.number() + "']");

        // When
        card.getByTestId("visit-arrive").click();

        // Then
        phone.see(phone.find("arrive-sure"));
        play.li.look(visit).body("status", equalTo("DEPARTED"));
        Browser.picture(phone.page(), "engineer-arrival-asked");
        phone.find("arrive-sure").click();
        phone.seeAttribute(card, "data-status", "STARTED");
    }

    @Test
    void theRosterIsPlannedPublishedAndSwapped() {
        // Given
        var code = "R" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();
        var month = YearMonth.now(SHANGHAI).plusMonths(1);
        var planner = signedIn(browser.page(), "supervisor", "/admin/engineers");
        planner.see(planner.find("engineer-row").first(), "engineer");
        planner.find("new-duty").click();
        planner.type("duty-code", code);
        planner.type("duty-name", "现场值班" + code);
        planner.type("duty-responsibilities", "上门服务，随叫随到");
        planner.option("duty-when", "全天 24 小时");
        Browser.picture(planner.page(), "duty-dialog");
        planner.find("duty-submit").click();
        planner.see(planner.page().locator("[data-testid=duty-row][data-code=" + code + "]"), "全天 24 小时");
        planner.page().navigate(gateway + "/roster?duty=" + code + "&month=" + month);
        planner.find("roster-rotation").click();
        person(planner, "member-person-0", "engineer2");
        Browser.picture(planner.page(), "roster-rotation");
        planner.find("rotation-submit").click();
        planner.see(planner.find("shift").first());
        planner.seeAttribute(planner.find("shift").first(), "data-status", "DRAFTED");
        planner.see(planner.find("gaps"), "值班人数不足");
        planner.find("roster-publish").click();
        planner.find("publish-submit").click();
        planner.see(planner.find("problem"), "人数不足");
        planner.find("publish-accept").check();
        planner.find("publish-submit").click();
        planner.seeAttribute(planner.find("shift").first(), "data-status", "PUBLISHED");
        Browser.picture(planner.page(), "roster-month");
        var zhao = signedIn(browser.phone("zh-CN"), "engineer2", "/roster?duty=" + code + "&month=" + month);
        zhao.find("shift").first().click();
        zhao.find("shift-swap").click();
        person(zhao, "swap-colleague", "engineer");
        zhao.type("swap-reason", "孩子生病");
        zhao.find("swap-submit").click();
        zhao.seeAttribute(zhao.find("shift-status"), "data-status", "SWAP_ASKED");
        var li = signedIn(browser.phone("zh-CN"), "engineer", "/roster?duty=" + code);
        var asked = li.find("roster-task").filter(new Locator.FilterOptions().setHasText("孩子生病"));
        li.see(asked);
        Browser.picture(li.page(), "roster-task");
        asked.getByTestId("shift-acceptSwap").click();

        // When
        planner.page().reload();
        planner.find("roster-task").filter(new Locator.FilterOptions().setHasText("孩子生病")).getByTestId("shift-approveSwap").click();

        // Then
        planner.see(planner.page().locator("[data-testid=shift][data-person=engineer]").first());
        var swapped = play.supervisor.get("/api/shifts", Map.of("duty", code, "person", "engineer")).statusCode(200).extract().jsonPath();
        assertEquals(1, swapped.getList("items").size());
        play.events.await("roster-events", "ShiftSwapped", swapped.getString("items[0].id"));
    }

    @Test
    void whoLeavesWritesTheNoteAndWhoComesAcceptsIt() {
        // Given
        var code = duty();
        var change = Instant.now().plusSeconds(1800);
        var leaving = published(code, "agent", Instant.now().minusSeconds(60), change);
        published(code, "engineer", change, change.plusSeconds(1800));
        var desk = signedIn(browser.page(), "agent", "/roster?duty=" + code);
        task(desk, leaving).getByTestId("shift-writeHandover").click();
        desk.type("handover-note", "一切正常，一件未完");
        desk.type("handover-item-0", "旺角便利店等备件");
        Browser.picture(desk.page(), "roster-handover");
        desk.find("handover-submit").click();

        // When
        var li = signedIn(browser.phone("zh-CN"), "engineer", "/roster?duty=" + code);
        task(li, leaving).getByTestId("shift-acceptHandover").click();

        // Then
        Patience.await("it is handed over").untilAsserted(
                () -> play.supervisor.get("/api/shifts/" + leaving + "/handover").body("status", equalTo("ACCEPTED")).body("answeredBy",
                        equalTo("engineer")));
    }

    @Test
    void whoComesDoesNotAcceptANoteThatIsNotComplete() {
        // Given
        var code = duty();
        var change = Instant.now().plusSeconds(1800);
        var leaving = published(code, "agent", Instant.now().minusSeconds(60), change);
        published(code, "engineer", change, change.plusSeconds(1800));
        play.agent.caller().put("/api/shifts/" + leaving + "/handover", Map.of("note", "一切正常", "items", List.of())).statusCode(200);
        var li = signedIn(browser.phone("zh-CN"), "engineer", "/roster?duty=" + code);

        // When
        task(li, leaving).getByTestId("shift-refuseHandover").click();
        li.type("refuseHandover-reason", "旺角便利店的备件没有写");
        li.find("refuseHandover-submit").click();

        // Then
        Patience.await("the note is refused").untilAsserted(
                () -> play.supervisor.get("/api/shifts/" + leaving + "/handover").body("status", equalTo("REFUSED")));
    }

    @Test
    void aSwapIsDeclinedAndAShiftIsReplacedAndWithdrawn() {
        // Given
        var code = duty();
        var start = Instant.now().plus(Duration.ofDays(2)).truncatedTo(ChronoUnit.HOURS);
        var shift = published(code, "engineer2", start, start.plus(Duration.ofHours(8)));
        play.zhao.caller().post("/api/shifts/" + shift + "/swap", Map.of("colleague", "engineer", "reason", "孩子生病")).statusCode(200);
        var li = signedIn(browser.phone("zh-CN"), "engineer", "/roster?duty=" + code);
        li.see(task(li, shift).getByTestId("shift-declineSwap"));
        fitThumbs(task(li, shift).locator("button"));
        task(li, shift).getByTestId("shift-declineSwap").click();
        Patience.await("the swap is declined")
                .untilAsserted(() -> play.supervisor.get("/api/shifts/" + shift).body("status", equalTo("PUBLISHED")));
        var planner = signedIn(browser.page(), "supervisor", "/roster?duty=" + code + "&month=" + YearMonth.from(start.atZone(SHANGHAI)));
        planner.page().locator("[data-testid=shift][data-person=engineer2]").first().click();

        // When
        planner.find("shift-replace").click();
        person(planner, "replace-person", "engineer");
        planner.type("replace-reason", "赵工请假");
        planner.find("replace-submit").click();

        // Then
        planner.see(planner.page().locator("[data-testid=shift][data-person=engineer]").first());
        planner.page().navigate(gateway + "/roster?duty=" + code + "&month=" + YearMonth.from(start.atZone(SHANGHAI)));
        planner.page().locator("[data-testid=shift][data-person=engineer]").first().click();
        planner.find("shift-withdraw").click();
        planner.type("withdraw-reason", "当天停业");
        planner.find("withdraw-submit").click();
        Patience.await("it is withdrawn").untilAsserted(() -> play.supervisor.get("/api/shifts", Map.of("duty", code, "person", "engineer"))
                .body("items.status", hasItem("WITHDRAWN")));
    }

    @Test
    void whoCannotGoSaysSoAndTheVisitWaitsAgain() {
        // Given
        var day = LocalDate.now(SHANGHAI).plusDays(1);
        var visit = play.scheduled(play.newShop(), play.zhao, new Window(at(day, 15), at(day, 16)));
        var phone = signedIn(browser.phone("zh-CN"), "engineer2", "/day?day=" + day);
        var card = phone.page().locator("[data-testid=day-visit][data-number='" + visit.number() + "']");

        // When
        card.getByTestId("visit-decline").click();
        phone.type("decline-reason", "车坏在路上");
        phone.find("decline-submit").click();

        // Then
        assertThat(card).isHidden();
        var board = signedIn(browser.page(), "dispatcher", "/board?day=" + day);
        board.see(board.page().locator("[data-testid=waiting-visit][data-number='" + visit.number() + "']"));
    }
}
