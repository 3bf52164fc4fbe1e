package org.gongdan.journeys;

import java.util.Map;

import io.restassured.response.ValidatableResponse;

/** Somebody of the customer's with an account for the portal. */
record Customer(Caller caller) {

    ValidatableResponse open(Map<String, ?> report) {
        return caller.post("/api/tickets", report);
    }

    ValidatableResponse look(Ticket ticket) {
        return caller.get(ticket.path());
    }

    ValidatableResponse confirm(Ticket ticket) {
        return caller.post(ticket.path() + "/confirm");
    }

    ValidatableResponse reopen(Ticket ticket, String reason) {
        return caller.post(ticket.path() + "/reopen", Map.of("reason", reason));
    }

    ValidatableResponse answerSurvey(Ticket ticket, Map<String, ?> answers) {
        return caller.post(ticket.path() + "/survey", answers);
    }
}
