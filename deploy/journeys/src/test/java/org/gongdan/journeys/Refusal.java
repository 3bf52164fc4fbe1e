package org.gongdan.journeys;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.response.ValidatableResponse;

/** How the platform says no: always an RFC 9457 problem, in Chinese unless asked otherwise. */
final class Refusal {

    private Refusal() {
    }

    static void assertRefused(ValidatableResponse answer, int status, String problem) {
        answer.statusCode(status).contentType(startsWith("application/problem+json")).body("type", equalTo("/problems/" + problem));
    }
}
