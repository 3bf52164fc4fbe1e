package org.gongdan.journeys;

import static org.gongdan.journeys.Refusal.assertRefused;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

/** The desk tries to help by phone and from afar before anybody is sent (R42–R45, R23–R26). */
@OnPlatform
class DeskJourney {
    private static final Map<String, ?> NEED = Map.of("need", "上门检查打印机");

    private final Play play;

    DeskJourney(Play play) {
        this.play = play;
    }

    @Test
    void theDeskAsksForKnownFixesWithTheCallersWords() {
        // When
        var found = play.agent.knownFixes("按下结账键后打印机无反应，指示灯闪红");

        // Then
        assertTrue(found.getList("items") != null, found.prettify());
    }

    @Test
    void noVisitBeforeHelpWasTried() {
        // Given
        var ticket = play.reported(play.newShop());

        // When
        var answer = play.agent.requestVisit(ticket, NEED);

        // Then
        assertRefused(answer, 422, "visit-needs-attempt");
        play.agent.acknowledge(ticket).statusCode(200);
        assertRefused(play.agent.requestVisit(ticket, NEED), 422, "visit-needs-attempt");
        assertEquals(List.of(), play.dispatcher.orders(ticket));
    }

    @Test
    void whatColleaguesWriteToEachOtherNeverReachesTheCustomer() {
        // Given
        var ticket = play.reported(play.xingfu());
        var words = "内部：先拖一拖";
        play.agent.acknowledge(ticket).statusCode(200);
        play.supervisor.post(ticket.path() + "/priority", Map.of("priority", "P2", "reason", words)).statusCode(200);
        play.agent.caller().post(ticket.path() + "/wait", Map.of("reason", "PARTS", "evidence", words)).statusCode(200);
        play.agent.caller().post(ticket.path() + "/resume").statusCode(200);
        play.agent.caller().post(ticket.path() + "/hand-over", Map.of("to", "技术中心", "reason", words)).statusCode(200);

        // When
        var story = play.liu.caller().get(ticket.path() + "/story");

        // Then
        story.statusCode(200).body(not(containsString(words))).body("items.type",
                hasItems("TicketOpened", "TicketPrioritized", "TicketWaiting", "TicketResumed"));
        play.erp.caller().get(ticket.path() + "/story").statusCode(200).body(not(containsString(words)));
        play.liu.caller().get("/api/clocks", Map.of("ticketId", ticket.id())).statusCode(200).body(not(containsString(words)));
        assertEquals(words, play.story.await(ticket, "TicketWaiting").data().get("evidence"));
    }

    @Test
    void aRecordedReasonToSkipHelpAllowsAVisit() {
        // Given
        var ticket = play.reported(play.newShop());
        play.agent.acknowledge(ticket).statusCode(200);

        // When
        var answer = play.agent.requestVisit(ticket, Map.of("need", "更换屏幕", "skipReason", "屏幕碎裂，电话无法处理"));

        // Then
        answer.statusCode(200).body("status", equalTo("ON_SITE"));
        play.dispatcher.look(play.dispatcher.awaitOrder(ticket)).body("skipReason", equalTo("屏幕碎裂，电话无法处理"));
    }

    @Test
    void aPhoneFixThatFailsIsToldAndAllowsAVisit() {
        // Given
        var ticket = play.reported(play.newShop());

        // When
        play.agent.phoneFix(ticket, true, false).statusCode(200);

        // Then
        assertEquals(false, play.story.await(ticket, "PhoneFixAttempted").data().get("succeeded"));
        play.agent.requestVisit(ticket, NEED).statusCode(200);
    }

    @Test
    void helpByPhoneNeedsTheCallersAgreement() {
        // Given
        var ticket = play.reported(play.newShop());

        // When
        var answer = play.agent.phoneFix(ticket, false, true);

        // Then
        assertRefused(answer, 422, "phone-help-not-agreed");
    }

    @Test
    void aRemoteSessionKeepsConsentStepsAndResult() {
        // Given
        var ticket = play.reported(play.newShop());
        play.agent.phoneFix(ticket, true, false).statusCode(200);
        var session = play.agent.startRemote(ticket, Reports.remoteSession()).statusCode(201).extract().jsonPath().getString("id");
        play.agent.logStep(ticket, session, "重装打印驱动", "仍无法打印").statusCode(201);

        // When
        play.agent.endRemote(ticket, session, false, "疑似打印头损坏").statusCode(200);

        // Then
        play.agent.caller().get(ticket.path() + "/remote-sessions/" + session).statusCode(200)
                .body("consentBy", equalTo("刘店长")).body("steps[0].action", equalTo("重装打印驱动")).body("steps[0].by", equalTo("agent"))
                .body("result", equalTo("疑似打印头损坏")).body("succeeded", equalTo(false));
        assertEquals(1, play.story.await(ticket, "RemoteSessionEnded").data().get("steps"));
    }

    @Test
    void nobodyConnectsWithoutConsentAndPresence() {
        // Given
        var ticket = play.reported(play.newShop());

        // When
        var answer = play.agent.startRemote(ticket, Reports.without(Reports.remoteSession(), "consent"));

        // Then
        assertRefused(answer, 422, "remote-needs-consent");
        assertRefused(play.agent.startRemote(ticket, Reports.with(Reports.remoteSession(), "customerPresent", false)), 422,
                "remote-needs-presence");
        assertRefused(new Agent(play.supervisor).startRemote(ticket, Reports.remoteSession()), 403, "forbidden");
    }

    @Test
    void aSessionWithoutStepsCannotEnd() {
        // Given
        var ticket = play.reported(play.newShop());
        var session = play.agent.startRemote(ticket, Reports.remoteSession()).statusCode(201).extract().jsonPath().getString("id");

        // When
        var answer = play.agent.endRemote(ticket, session, false, "什么也没做");

        // Then
        assertRefused(answer, 422, "remote-needs-steps");
    }

    @Test
    void aTicketNobodyWorkedOnCannotBeResolved() {
        // Given
        var ticket = play.reported(play.newShop());

        // When
        var answer = play.agent.resolve(ticket, Reports.resolution("PHONE"));

        // Then
        assertRefused(answer, 409, "illegal-transition");
    }
}
