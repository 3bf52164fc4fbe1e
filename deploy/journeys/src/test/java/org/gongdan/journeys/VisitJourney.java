package org.gongdan.journeys;

import static org.gongdan.journeys.Refusal.assertRefused;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

/** Somebody must go there: the order, its engineer and window, and who is told (R46–R58, R68). */
@OnPlatform
class VisitJourney {
    private static final Duration AHEAD = Duration.ofHours(3);

    private final Play play;

    VisitJourney(Play play) {
        this.play = play;
    }

    @Test
    void aRequestBecomesAServiceOrder() {
        // Given
        var ticket = play.triedInVain(play.newShop());

        // When
        play.agent.requestVisit(ticket, Map.of("need", "上门更换打印头")).statusCode(200);

        // Then
        var visit = play.dispatcher.awaitOrder(ticket);
        Patience.await("name, phone, address and need are on the order").untilAsserted(() -> play.dispatcher.look(visit).statusCode(200)
                .body("status", equalTo("ORDERED")).body("need", equalTo("上门更换打印头")).body("contactName", equalTo("刘海燕"))
                .body("phone", equalTo("138****34")).body("address", equalTo("上海市徐汇区漕溪北路100号")).body("missing.size()", equalTo(0)));
        play.story.await(ticket, "VisitOrdered");
        play.agent.look(ticket).body("visitId", equalTo(visit.id())).body("status", equalTo("ON_SITE"));
    }

    @Test
    void theWindowReachesStoryPromiseAndCustomer() {
        // Given
        var visit = play.ordered(play.newShop());
        var window = Window.in(AHEAD);

        // When
        play.dispatcher.schedule(visit, play.li, window).statusCode(200).body("status", equalTo("SCHEDULED")).body("engineerName",
                equalTo("李工"));

        // Then
        assertEquals(window.start().toString(), play.story.await(visit.ticket(), "VisitScheduled").data().get("windowStart"));
        assertEquals(window.start(), play.promises.await(visit.ticket(), "ARRIVAL", "RUNNING").dueAt());
        var mail = play.mailOf(visit.ticket()).await("上门预约", visit.ticket().number());
        assertTrue(mail.text().contains(window.sentence()) && mail.text().contains(Window.sentenceEnd()), mail.toString());
        assertTrue(mail.text().contains("李工"), mail.toString());
    }

    @Test
    void anEngineerIsNotInTwoPlaces() {
        // Given
        var window = Window.in(AHEAD);
        play.scheduled(play.newShop(), play.li, window);
        var second = play.ordered(play.newShop());

        // When
        var answer = play.dispatcher.schedule(second, play.li, window.later(Duration.ofMinutes(30)));

        // Then
        assertRefused(answer, 409, "engineer-busy");
        play.dispatcher.look(second).body("status", equalTo("ORDERED"));
        play.dispatcher.schedule(second, play.zhao, window.later(Duration.ofMinutes(30))).statusCode(200);
    }

    @Test
    void onlyDispatchersPlan() {
        // Given
        var visit = play.ordered(play.newShop());

        // When
        var answer = new Dispatcher(play.li.caller()).schedule(visit, play.li, Window.in(AHEAD));

        // Then
        assertRefused(answer, 403, "forbidden");
        assertRefused(new Dispatcher(play.agent.caller()).schedule(visit, play.li, Window.in(AHEAD)), 403, "forbidden");
        assertRefused(new Dispatcher(play.liu.caller()).schedule(visit, play.li, Window.in(AHEAD)), 403, "forbidden");
        assertRefused(new Dispatcher(play.liu.caller()).look(visit), 404, "not-found");
    }

    @Test
    void whoPlansOnAnOldStateIsTold() {
        // Given
        var visit = play.ordered(play.newShop());
        var seen = play.dispatcher.look(visit).extract().header("ETag");
        play.dispatcher.schedule(visit, play.li, Window.in(AHEAD)).statusCode(200);

        // When
        var answer = play.dispatcher.schedule(visit, play.zhao, Window.in(AHEAD), Map.of("If-Match", seen));

        // Then
        assertRefused(answer, 412, "stale-version");
    }

    @Test
    void aVisitIsItsEngineersOwn() {
        // Given
        var visit = play.scheduled(play.newShop(), play.li, Window.in(AHEAD));

        // When
        var answer = play.zhao.accept(visit);

        // Then
        assertRefused(answer, 404, "not-found");
        assertRefused(play.zhao.look(visit), 404, "not-found");
        Patience.await("whom to call is on the order")
                .untilAsserted(() -> play.li.look(visit).statusCode(200).body("phone", equalTo("13800001234")));
        play.li.accept(visit).statusCode(200).body("status", equalTo("ACCEPTED"));
    }

    @Test
    void aDeclinedVisitIsOpenForAnotherEngineer() {
        // Given
        var visit = play.scheduled(play.newShop(), play.li, Window.in(AHEAD));

        // When
        play.li.decline(visit, "没有该型号的配件").statusCode(200).body("status", equalTo("ORDERED"));

        // Then
        assertEquals("没有该型号的配件", play.story.await(visit.ticket(), "VisitDeclined").data().get("reason"));
        // The customer still expects somebody.
        play.promises.await(visit.ticket(), "ARRIVAL", "RUNNING");
        play.dispatcher.schedule(visit, play.zhao, Window.in(AHEAD)).statusCode(200).body("engineerName", equalTo("赵工"));
    }

    @Test
    void anotherWindowNeedsReasonAndConsentAndTheCustomerIsTold() {
        // Given
        var visit = play.accepted(play.newShop(), play.li, Window.in(AHEAD));
        var window = Window.in(AHEAD.plusHours(20));

        // When
        play.dispatcher.reschedule(visit, window, "配件明天到货", "刘店长").statusCode(200).body("status", equalTo("SCHEDULED"));

        // Then
        var mail = play.mailOf(visit.ticket()).await("上门改约", "配件明天到货");
        assertTrue(mail.text().contains(window.sentence()), mail.toString());
        assertRefused(play.dispatcher.reschedule(visit, window, "客户太多，忙不过来", "刘店长"), 422, "reason-blames-customers");
        assertRefused(play.dispatcher.reschedule(visit, window, "配件明天到货", ""), 400, "invalid-input");
    }

    @Test
    void aVisitCalledOffGivesTheTicketBackToTheDesk() {
        // Given
        var visit = play.scheduled(play.newShop(), play.li, Window.in(AHEAD));

        // When
        play.dispatcher.cancel(visit, "客户自行修好").statusCode(200);

        // Then
        Patience.await("the desk has the ticket again")
                .untilAsserted(() -> play.agent.look(visit.ticket()).body("status", equalTo("IN_PROGRESS")));
        play.promises.await(visit.ticket(), "ARRIVAL", "VOID");
    }

    @Test
    void aRequestHeardTwiceIsOneOrderAndAWindowHeardTwiceIsToldOnce() {
        // Given
        var visit = play.scheduled(play.newShop(), play.li, Window.in(AHEAD));
        play.mailOf(visit.ticket()).await("上门预约");
        play.promises.await(visit.ticket(), "ARRIVAL", "RUNNING");
        play.story.await(visit.ticket(), "VisitScheduled");
        var scheduled = play.events.await("visit-events", "VisitScheduled", visit.id());

        // When
        play.events.repeat(play.events.await("ticket-events", "VisitRequested", visit.ticket().id()), "dispatch-service");
        for (var service : new String[] {"ticket-service", "sla-service", "notification-service"}) {
            play.events.repeat(scheduled, service);
        }

        // Then
        assertEquals(1, play.dispatcher.orders(visit.ticket()).size());
        assertEquals(1, play.story.of(visit.ticket(), "VisitScheduled").size());
        assertEquals(1, play.promises.of(visit.ticket(), "ARRIVAL").size());
        assertEquals(1, play.mailOf(visit.ticket()).with("上门预约").size());
    }
}
