package org.gongdan.journeys;

import java.util.List;
import java.util.Map;

/** The story of a ticket as the desk reads it. */
record Story(Caller caller) {

    record Line(String type, String source, Map<String, Object> data) {
    }

    @SuppressWarnings("unchecked")
    List<Line> of(Ticket ticket) {
        return caller.get(ticket.path() + "/story").statusCode(200).extract().jsonPath().<Map<String, Object>>getList("items").stream()
                .map(line -> new Line((String) line.get("type"), (String) line.get("source"), (Map<String, Object>) line.get("data")))
                .toList();
    }

    List<Line> of(Ticket ticket, String type) {
        return of(ticket).stream().filter(line -> line.type().equals(type)).toList();
    }

    Line await(Ticket ticket, String type) {
        return Patience.one(type + " in the story of " + ticket.number(), () -> of(ticket, type), line -> true);
    }
}
