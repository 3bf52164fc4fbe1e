package org.gongdan.journeys;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What was promised to customers, as the supervisor sees it in sla-service. */
record Promises(Caller caller) {

    record Promise(String id, String kind, String status, Instant startedAt, Instant dueAt, Instant endedAt, Instant breachedAt) {
    }

    List<Promise> of(Ticket ticket) {
        return caller.get("/api/clocks", Map.of("ticketId", ticket.id())).statusCode(200).extract().jsonPath()
                .<Map<String, Object>>getList("items").stream()
                .map(clock -> new Promise((String) clock.get("id"), (String) clock.get("kind"), (String) clock.get("status"),
                        time(clock.get("startedAt")),
                        time(clock.get("dueAt")), time(clock.get("endedAt")), time(clock.get("breachedAt"))))
                .toList();
    }

    List<Promise> of(Ticket ticket, String kind) {
        return of(ticket).stream().filter(promise -> promise.kind().equals(kind)).toList();
    }

    Promise await(Ticket ticket, String kind, String status) {
        return Patience.one(kind + " of " + ticket.number() + " is " + status, () -> of(ticket, kind),
                promise -> promise.status().equals(status));
    }

    private static Instant time(Object text) {
        return text == null ? null : Instant.parse((String) text);
    }
}
