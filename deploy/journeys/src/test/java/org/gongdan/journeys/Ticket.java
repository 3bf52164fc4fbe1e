package org.gongdan.journeys;

import io.restassured.response.ValidatableResponse;

record Ticket(String id, String number, Shop shop) {

    static Ticket of(Shop shop, ValidatableResponse opened) {
        var body = opened.statusCode(201).extract().jsonPath();
        return new Ticket(body.getString("id"), body.getString("number"), shop);
    }

    String path() {
        return "/api/tickets/" + id;
    }
}
