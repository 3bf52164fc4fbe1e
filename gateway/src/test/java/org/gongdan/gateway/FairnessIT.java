package org.gongdan.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.IntStream;

import jakarta.enterprise.inject.spi.CDI;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/** One caller leaves room for the others. */
@QuarkusTest
@WithStubs
class FairnessIT {

    private static final String STREAM = "GET /api/tickets/1/story/stream HTTP/1.1\r\n";

    /** Calls that hang up go on ending for a moment, their connections to the service with them; and whoever kept his place would be found here. */
    @AfterEach
    void everyPlaceIsGivenBack() {
        var slots = CDI.current().select(Slots.class).get();
        await().until(slots::isEmpty);
    }

    @Test
    void oneCallerHasSoManyCallsOfAServiceAtOnceAndOthersTheirs() {
        // Given
        var calls = open(63, "grabbing", "GET /api/tickets/1/never HTTP/1.1\r\n");
        var slots = CDI.current().select(Slots.class).get();
        await().until(() -> slots.waiting("ticket-service for grabbing") == 60);
        // When
        var refused = Client.bearer("grabbing").get("/api/tickets");
        // Then
        assertEquals("too-many-calls", code(refused));
        assertEquals("1", refused.headers().firstValue("Retry-After").orElseThrow());
        assertEquals(200, Client.bearer("sharing").get("/api/tickets").statusCode());
        assertEquals(200, Client.bearer("grabbing").get("/api/visits").statusCode(), "another service");
        calls.forEach(Raw::close);
        await().until(() -> Client.bearer("grabbing").get("/api/tickets").statusCode() == 200);
    }

    @Test
    void callsBeyondThatWaitForTheEarlierOnes() {
        // Given
        var calls = open(3, "patient", "GET /api/tickets/1/never HTTP/1.1\r\n");
        var slots = CDI.current().select(Slots.class).get();
        await().until(() -> slots.taken("ticket-service for patient") == 3);
        var waiting = open(2, "patient", "GET /api/tickets HTTP/1.1\r\n");
        await().until(() -> slots.waiting("ticket-service for patient") == 2);
        // When
        calls.getFirst().close();
        // Then
        waiting.forEach(call -> assertEquals(200, Raw.status(call.some())));
        calls.forEach(Raw::close);
        waiting.forEach(Raw::close);
    }

    @Test
    void whoHangsUpLeavesTheLine() {
        // Given
        var calls = open(3, "leaving", "GET /api/tickets/1/never HTTP/1.1\r\n");
        var slots = CDI.current().select(Slots.class).get();
        await().until(() -> slots.taken("ticket-service for leaving") == 3);
        var waiting = open(1, "leaving", "GET /api/tickets HTTP/1.1\r\n").getFirst();
        await().until(() -> slots.waiting("ticket-service for leaving") == 1);
        // When
        waiting.close();
        // Then
        await().until(() -> slots.waiting("ticket-service for leaving") == 0);
        calls.forEach(Raw::close);
        await().until(() -> slots.taken("ticket-service for leaving") == 0);
    }

    @Test
    void whoWaitsInVainIsTold() {
        // Given
        var calls = open(3, "stuck", "GET /api/tickets/1/never HTTP/1.1\r\n");
        var slots = CDI.current().select(Slots.class).get();
        await().until(() -> slots.taken("ticket-service for stuck") == 3);
        // When
        var refused = Client.bearer("stuck").get("/api/tickets");
        // Then
        assertEquals("too-many-calls", code(refused));
        calls.forEach(Raw::close);
    }

    @Test
    void onePersonHasSoManyEventStreams() {
        // Given
        var streams = open(10, "watching", STREAM);
        streams.forEach(Raw::some);
        // When
        var refused = Client.bearer("watching").get("/api/tickets/1/story/stream");
        // Then
        assertEquals(429, refused.statusCode());
        assertEquals("too-many-streams", code(refused));
        assertEquals(200, Client.bearer("watching").get("/api/tickets").statusCode(), "calls are counted apart");
        streams.getFirst().close();
        await().until(() -> {
            try (var again = open(1, "watching", STREAM).getFirst()) {
                return Raw.status(again.some()) == 200;
            }
        });
        streams.forEach(Raw::close);
    }

    @Test
    void oneAddressHasSoManyEventStreams() {
        // Given
        var persons = IntStream.range(0, 5).mapToObj(person -> "crowd-" + person).toList();
        var streams = persons.stream().flatMap(person -> openFrom("127.0.0.41", 8, person, STREAM).stream()).toList();
        streams.forEach(Raw::some);
        // When
        var refused = openFrom("127.0.0.41", 1, "crowd-last", STREAM).getFirst();
        var elsewhere = openFrom("127.0.0.42", 1, "crowd-last", STREAM).getFirst();
        // Then
        assertEquals(429, Raw.status(refused.some()));
        assertEquals(200, Raw.status(elsewhere.some()));
        streams.forEach(Raw::close);
        refused.close();
        elsewhere.close();
    }

    @Test
    void strangersOfOneAddressHaveFewCallsAtOnce() {
        // Given
        var half = "POST /api/signatures/abc HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{";
        var strangers = IntStream.range(0, 8).mapToObj(number -> Raw.from("127.0.0.43").send(half)).toList();
        var slots = CDI.current().select(Slots.class).get();
        await().until(() -> slots.taken("dispatch-service for 127.0.0.43") == 8);
        // When
        try (var oneMore = Raw.from("127.0.0.43").send(half)) {
            var refused = oneMore.some();
            // Then
            assertEquals(429, Raw.status(refused), refused);
            assertEquals(200, Client.anonymous().post("/api/signatures/abc", "{}").statusCode(), "another address");
        } finally {
            strangers.forEach(Raw::close);
        }
    }

    @Test
    void strangersOfAllAddressesTogetherLeaveRoomForThoseWhoSignedIn() {
        // Given
        var half = "POST /api/signatures/abc HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{";
        var strangers = IntStream.range(0, 48).mapToObj(number -> Raw.from("127.0.1." + (1 + number)).send(half)).toList();
        var slots = CDI.current().select(Slots.class).get();
        await().until(() -> slots.taken("dispatch-service for strangers") == 48);
        // When
        try (var oneMore = Raw.from("127.0.1.99").send(half)) {
            var refused = oneMore.some();
            // Then
            assertEquals(429, Raw.status(refused), refused);
            assertEquals(200, Client.bearer("signed-in").get("/api/visits").statusCode());
        } finally {
            strangers.forEach(Raw::close);
        }
    }

    private static List<Raw> open(int count, String subject, String requestLine) {
        return openFrom("127.0.0.1", count, subject, requestLine);
    }

    private static List<Raw> openFrom(String address, int count, String subject, String requestLine) {
        var request = requestLine + "Host: x\r\nAuthorization: " + Client.authorization(subject) + "\r\n\r\n";
        return IntStream.range(0, count).mapToObj(number -> Raw.from(address).send(request)).toList();
    }

    private static String code(HttpResponse<String> answer) {
        var type = Client.json(answer).getString("type");
        return type.substring(Math.max(type.lastIndexOf(':'), type.lastIndexOf('/')) + 1);
    }
}
