package org.gongdan.journeys;

import static org.gongdan.journeys.Refusal.assertRefused;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

/** The fault is gone: classified, confirmed by the customer, closed; both promises are kept and the customer says how it was. */
@OnPlatform
class ClosingJourney {
    private static final Duration ON_TARGET = Duration.ofMinutes(8);
    private static final Map<String, ?> ANSWERS = Map.of("call", 5, "punctuality", 5, "skill", 4, "comment", "师傅很耐心");

    private final Play play;

    ClosingJourney(Play play) {
        this.play = play;
    }

    @Test
    void theCustomersConfirmationClosesATicketWhoseVisitIsSigned() {
        // Given
        var ticket = play.resolved(play.xingfu(), play.li, Window.in(ON_TARGET));

        // When
        play.liu.confirm(ticket).statusCode(200).body("status", equalTo("CLOSED"));

        // Then
        play.agent.look(ticket).body("resolution.category", equalTo("硬件/打印机")).body("resolution.method", equalTo("ON_SITE"));
        assertEquals("customer", play.story.await(ticket, "TicketClosed").data().get("confirmedBy"));
        play.promises.await(ticket, "RESOLUTION_24H", "MET");
        play.promises.await(ticket, "EXPECTED_TIME", "MET");
        assertEquals(List.of(), play.story.of(ticket, "SlaBreached"));
    }

    @Test
    void theCustomerIsToldEveryStepByMailOnce() {
        // Given
        var ticket = play.reported(play.newShop());
        play.mailOf(ticket).await("已受理", ticket.number());

        // When
        play.agent.acknowledge(ticket).statusCode(200);
        play.agent.waitFor(ticket, "PARTS", "供应商说周五到").statusCode(200);
        play.agent.resume(ticket).statusCode(200);
        play.agent.resolve(ticket, Reports.resolution("REMOTE")).statusCode(200);
        play.agent.confirm(ticket, Map.of("confirmedBy", "刘店长（电话）")).statusCode(200);

        // Then
        for (var step : List.of("开始处理", "等待", "恢复处理", "已解决", "工单关闭")) {
            play.mailOf(ticket).await("【" + step + "】", ticket.number());
            assertEquals(1, play.mailOf(ticket).with("【" + step + "】").size(), step);
        }
        assertEquals(List.of(), play.mailOf(ticket).with("供应商说周五到"));
    }

    @Test
    void whatTheCustomerDoesHimselfHeIsNotTold() {
        // Given
        var ticket = play.triedInVain(play.xingfu());
        play.agent.resolve(ticket, Reports.resolution("REMOTE")).statusCode(200);

        // When
        play.liu.reopen(ticket, "又打不出来了").statusCode(200);
        play.agent.resolve(ticket, Reports.resolution("REMOTE")).statusCode(200);
        play.liu.confirm(ticket).statusCode(200);

        // Then
        Patience.await("both solutions are told").untilAsserted(() -> assertEquals(2, play.mailOf(ticket).with("【已解决】").size()));
        play.story.await(ticket, "TicketClosed");
        assertEquals(List.of(), play.mailOf(ticket).with("【重新处理】"));
        assertEquals(List.of(), play.mailOf(ticket).with("【工单关闭】"));
    }

    @Test
    void aSurveyIsAnsweredOnceAfterTheFix() {
        // Given
        var ticket = play.resolved(play.xingfu(), play.li, Window.in(ON_TARGET));
        play.liu.confirm(ticket).statusCode(200);

        // When
        play.liu.answerSurvey(ticket, ANSWERS).statusCode(200).body("surveyed", equalTo(true));

        // Then
        assertEquals(Map.of("call", 5, "punctuality", 5, "skill", 4), play.story.await(ticket, "SurveyAnswered").data().get("scores"));
        assertRefused(play.liu.answerSurvey(ticket, ANSWERS), 422, "already-surveyed");
    }

    @Test
    void nobodyIsAskedHowItWasBeforeTheFix() {
        // Given
        var ticket = play.reported(play.xingfu());

        // When
        var answer = play.liu.answerSurvey(ticket, ANSWERS);

        // Then
        assertRefused(answer, 409, "illegal-transition");
        assertRefused(play.liu.answerSurvey(ticket, Map.of("skill", 6)), 400, "invalid-input");
    }

    @Test
    void onlyAVerifiedFixResolves() {
        // Given
        var ticket = play.triedInVain(play.newShop());

        // When
        var answer = play.agent.resolve(ticket, Reports.with(Reports.resolution("REMOTE"), "verifiedWithCustomer", false));

        // Then
        assertRefused(answer, 422, "fix-not-verified");
        assertRefused(play.agent.resolve(ticket, Reports.without(Reports.resolution("REMOTE"), "category")), 400, "invalid-input");
    }

    @Test
    void onlyTheCustomerConfirms() {
        // Given
        var ticket = play.triedInVain(play.xingfu());
        play.agent.resolve(ticket, Reports.resolution("REMOTE")).statusCode(200);

        // When
        var answer = new Agent(play.li.caller()).confirm(ticket, Map.of());

        // Then
        assertRefused(answer, 403, "forbidden");
        assertRefused(play.agent.confirm(ticket, Map.of()), 403, "confirmation-needs-customer");
        assertRefused(play.foreigner.confirm(ticket), 404, "not-found");
        play.agent.confirm(ticket, Map.of("confirmedBy", "刘店长（电话）")).statusCode(200).body("status", equalTo("CLOSED"));
    }

    @Test
    void aFixThatDoesNotHoldIsReopenedAndItsPromiseRunsAgain() {
        // Given
        var ticket = play.triedInVain(play.xingfu());
        play.agent.resolve(ticket, Reports.resolution("REMOTE")).statusCode(200);
        play.promises.await(ticket, "RESOLUTION_24H", "MET");

        // When
        play.liu.reopen(ticket, "又打不出来了").statusCode(200).body("status", equalTo("IN_PROGRESS"));

        // Then
        play.promises.await(ticket, "RESOLUTION_24H", "RUNNING");
        play.story.await(ticket, "TicketReopened");
    }

    @Test
    void whatIsClosedStaysClosedEvenWhenAnOldRequestComesLate() {
        // Given
        var ticket = play.resolved(play.xingfu(), play.li, Window.in(ON_TARGET));
        play.liu.confirm(ticket).statusCode(200);
        var request = play.events.await("ticket-events", "VisitRequested", ticket.id());

        // When
        play.events.repeat(request, "dispatch-service");

        // Then
        assertEquals(1, play.dispatcher.orders(ticket).size());
        assertRefused(play.agent.requestVisit(ticket, Map.of("need", "再来一次")), 409, "illegal-transition");
        assertRefused(play.liu.reopen(ticket, "反悔"), 409, "illegal-transition");
    }
}
