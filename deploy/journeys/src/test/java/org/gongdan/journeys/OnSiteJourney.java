package org.gongdan.journeys;

import static org.gongdan.journeys.Refusal.assertRefused;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

/** The engineer goes, arrives, works; the customer signs with his own hand (R10, R73–R82, R89). */
@OnPlatform
class OnSiteJourney {
    /** Whoever arrives now arrives five to ten minutes early. */
    private static final Duration ON_TARGET = Duration.ofMinutes(8);

    private final Play play;

    OnSiteJourney(Play play) {
        this.play = play;
    }

    @Test
    void nobodyLeavesUnprepared() {
        // Given
        var visit = play.accepted(play.newShop(), play.li, Window.in(ON_TARGET));

        // When
        var answer = play.li.depart(visit, false);

        // Then
        assertRefused(answer, 422, "not-ready-to-depart");
        play.li.depart(visit, true).statusCode(200).body("status", equalTo("DEPARTED"));
        play.story.await(visit.ticket(), "EngineerDeparted");
    }

    @Test
    void nobodyArrivesWithoutHavingLeft() {
        // Given
        var visit = play.accepted(play.newShop(), play.li, Window.in(ON_TARGET));

        // When
        var answer = play.li.arrive(visit);

        // Then
        assertRefused(answer, 409, "illegal-transition");
    }

    @Test
    void punctualityIsMeasuredAndTheArrivalPromiseKept() {
        // Given
        var visit = play.accepted(play.newShop(), play.li, Window.in(ON_TARGET));
        play.li.depart(visit, true).statusCode(200);

        // When
        play.li.arrive(visit).statusCode(200).body("punctuality", equalTo("ON_TARGET"));

        // Then
        assertEquals("ON_TARGET", play.story.await(visit.ticket(), "VisitStarted").data().get("punctuality"));
        play.promises.await(visit.ticket(), "ARRIVAL", "MET");
    }

    @Test
    void workEndsWithAnAnsweredChecklist() {
        // Given
        var visit = play.started(play.newShop(), play.li, Window.in(ON_TARGET));

        // When
        var answer = play.li.complete(visit, List.of(Map.of("item", "断电检查")));

        // Then
        assertRefused(answer, 422, "checklist-unanswered");
        play.li.complete(visit).statusCode(200).body("outcome", equalTo("FIXED"));
        play.story.await(visit.ticket(), "VisitCompleted");
    }

    @Test
    void theCustomerSignsWhatWasDoneByTheLinkOfHisMail() {
        // Given
        var visit = play.completed(play.newShop(), play.li, Window.in(ON_TARGET));
        var link = play.signatureLink(visit, play.li);
        var hash = play.signer.read(link).statusCode(200).body("number", equalTo(visit.number())).body("work", equalTo("更换打印头，试打正常"))
                .extract().jsonPath().getString("documentHash");

        // When
        play.signer.sign(link).statusCode(200).body("documentHash", equalTo(hash)).body("signedAt", notNullValue());

        // Then
        assertEquals(hash, play.story.await(visit.ticket(), "VisitSigned").data().get("documentHash"));
        play.dispatcher.look(visit).body("status", equalTo("SIGNED"));
    }

    @Test
    void aLinkSignsOnce() {
        // Given
        var visit = play.completed(play.newShop(), play.li, Window.in(ON_TARGET));
        var link = play.signatureLink(visit, play.li);
        play.signer.sign(link).statusCode(200);

        // When
        var again = play.signer.sign(link);

        // Then
        assertRefused(again, 410, "signature-used");
        assertRefused(play.signer.sign("/api/signatures/no-such-token"), 404, "not-found");
    }

    @Test
    void noAccountSignsForTheCustomer() {
        // Given
        var visit = play.completed(play.newShop(), play.li, Window.in(ON_TARGET));
        var link = play.signatureLink(visit, play.li);

        // When
        var answers = List.of(play.li, play.zhao).stream().map(engineer -> new Signer(engineer.caller()).sign(link)).toList();

        // Then
        answers.forEach(answer -> assertRefused(answer, 403, "signature-by-account"));
        assertRefused(new Signer(play.supervisor).sign(link), 403, "signature-by-account");
        assertRefused(new Signer(play.agent.caller()).sign(link), 403, "signature-by-account");
        play.dispatcher.look(visit).body("status", equalTo("COMPLETED"));
    }

    @Test
    void theLinkGoesToTheCustomerAndToNobodyElse() {
        // Given
        var visit = play.completed(play.newShop(), play.li, Window.in(ON_TARGET));

        // When
        var answer = play.li.sendSignatureLink(visit);

        // Then
        answer.statusCode(201).body("url", nullValue()).body("token", nullValue()).body("expiresAt", notNullValue());
        var token = play.signaturePageOf(visit.ticket()).replaceAll(".*/", "");
        assertFalse(EventLog.text(play.events.await("visit-events", "SignatureRequested", visit.id())).contains(token));
        var shown = play.supervisor.get("/api/notifications", Map.of("ticketId", visit.ticket().id())).statusCode(200).extract().asString();
        assertTrue(shown.contains("SIGNATURE_LINK") && !shown.contains(token), shown);
        assertRefused(play.zhao.sendSignatureLink(visit), 404, "not-found");
    }

    @Test
    void workThatIsNotDoneCannotBeSigned() {
        // Given
        var visit = play.started(play.newShop(), play.li, Window.in(ON_TARGET));

        // When
        var answer = play.li.sendSignatureLink(visit);

        // Then
        assertRefused(answer, 409, "illegal-transition");
    }
}
