package org.gongdan.journeys;

/** @param number what people call it */
record Visit(String id, String number, Ticket ticket) {

    String path() {
        return "/api/visits/" + id;
    }
}
