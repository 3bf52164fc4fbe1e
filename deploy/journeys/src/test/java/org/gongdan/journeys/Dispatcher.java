package org.gongdan.journeys;

import static org.hamcrest.Matchers.oneOf;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.restassured.response.ValidatableResponse;

/** 周调度: decides who visits whom and when. */
record Dispatcher(Caller caller) {

    /** The order that dispatch-service makes of a request, once it has heard of it. */
    Visit awaitOrder(Ticket ticket) {
        var order = Patience.one("visit ordered for " + ticket.number(), () -> orders(ticket), visit -> true);
        return new Visit((String) order.get("id"), (String) order.get("number"), ticket);
    }

    List<Map<String, Object>> orders(Ticket ticket) {
        return caller.get("/api/visits", Map.of("ticketId", ticket.id())).statusCode(200).extract().jsonPath().getList("items");
    }

    ValidatableResponse look(Visit visit) {
        return caller.get(visit.path());
    }

    ValidatableResponse schedule(Visit visit, Engineer engineer, Window window) {
        return schedule(visit, engineer, window, Map.of());
    }

    ValidatableResponse schedule(Visit visit, Engineer engineer, Window window, Map<String, String> headers) {
        return caller.post(visit.path() + "/schedule",
                Map.of("engineerId", engineer.id(), "windowStart", window.start().toString(), "windowEnd", window.end().toString()),
                headers);
    }

    ValidatableResponse reschedule(Visit visit, Window window, String reason, String consentBy) {
        return caller.post(visit.path() + "/reschedule",
                Map.of("windowStart", window.start().toString(), "windowEnd", window.end().toString(), "reason", reason, "consentBy",
                        consentBy));
    }

    ValidatableResponse cancel(Visit visit, String reason) {
        return caller.post(visit.path() + "/cancel", Map.of("reason", reason));
    }

    ValidatableResponse sendSignatureLink(Visit visit) {
        return caller.post(visit.path() + "/signature-link");
    }

    /** In the next journey nobody is on duty any more, and by no roster are the two engineers off duty. */
    void endDuties() {
        for (var person : List.of("agent", "engineer", "engineer2")) {
            var ahead = caller.get("/api/shifts", Map.of("person", person, "from", Instant.now().toString(), "limit", 200)).statusCode(200)
                    .extract().jsonPath().<String>getList("items.findAll { it.status != 'WITHDRAWN' && it.status != 'DRAFTED' }.id");
            ahead.forEach(shift -> caller.post("/api/shifts/" + shift + "/withdraw", Map.of("reason", "演练结束"))
                    // Or it has ended since it was listed.
                    .statusCode(oneOf(200, 409)));
        }
    }

    /** Both engineers are free again for the next journey. */
    void callOffWhatIsLeft() {
        var open = caller.get("/api/visits", Map.of("status", List.of("SCHEDULED", "ACCEPTED", "DEPARTED", "STARTED"), "limit", 200))
                .statusCode(200).extract().jsonPath().<String>getList("items.id");
        open.forEach(visit -> caller.post("/api/visits/" + visit + "/cancel", Map.of("reason", "演练结束")).statusCode(200));
    }
}
