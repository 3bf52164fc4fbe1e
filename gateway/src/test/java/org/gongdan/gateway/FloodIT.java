package org.gongdan.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

import jakarta.enterprise.inject.spi.CDI;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/**
 * An address that floods us is slowed down and nobody else. By {@link StubServices} it may be refused 200 times at once and then once a
 * second. That somebody has to wait is a least time, which a slow machine only makes longer.
 */
@QuarkusTest
@WithStubs
class FloodIT {

    private static final String MALFORMED = "GET /nothing HTTP/1.1\r\nHost: x\r\nx a: b\r\n\r\n";
    private static final String HONEST = "GET /nothing HTTP/1.1\r\nHost: x\r\n\r\n";
    private static final String ONCE = "GET /nothing HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

    private final long begin = System.nanoTime();

    @Test
    void refusalsOfOneAddressComeOnceASecondAfterMany() {
        // When
        var statuses = refusedOneAfterTheOther("127.0.0.51", 203);
        // Then
        assertEquals(Set.of(400), statuses);
        assertTrue(passed().compareTo(Duration.ofMillis(2_900)) >= 0, "took " + passed());
    }

    @Test
    void othersAreAnsweredWhileRefusalsAreHeldBack() {
        // Given
        var kept = Raw.from("127.0.0.52");
        var other = Raw.from("127.0.0.53");
        refusedOneAfterTheOther("127.0.0.52", 200);
        var held = IntStream.range(0, 20).mapToObj(number -> Raw.from("127.0.0.52").send(MALFORMED)).toList();
        // When
        var answers = IntStream.range(0, 20).boxed()
                .flatMap(number -> List.of(kept, Raw.from("127.0.0.52"), other).stream()
                        .map(client -> Raw.status(client.send(HONEST).some())))
                .toList();
        // Then
        assertEquals(IntStream.range(0, 60).mapToObj(number -> 404).toList(), answers);
        held.forEach(client -> assertEquals(400, Raw.status(client.untilClosed())));
    }

    @Test
    void connectionsOfOneAddressWaitForTheirTurnAfterMany() {
        // When
        var statuses = IntStream.range(0, 812).map(number -> status("127.0.0.54", ONCE)).boxed().collect(TreeSet::new, Set::add,
                Set::addAll);
        // Then
        assertEquals(Set.of(404), statuses);
        assertTrue(passed().compareTo(Duration.ofMillis(2_900)) >= 0, "took " + passed());
        assertEquals(404, status("127.0.0.55", ONCE));
    }

    /** One connection suffices: its requests are well-formed, and no service hears of them. */
    @Test
    void requestsThatNoServiceSeesWaitForTheirTurnAfterMany() {
        try (var client = Raw.from("127.0.0.57")) {
            // When
            var statuses = IntStream.range(0, 3500).map(number -> Raw.status(client.send(HONEST).some())).boxed().collect(TreeSet::new,
                    Set::add, Set::addAll);
            // Then
            assertEquals(Set.of(404), statuses);
            assertTrue(passed().compareTo(Duration.ofMillis(2_900)) >= 0, "took " + passed());
            try (var other = Raw.from("127.0.0.58")) {
                assertEquals(404, Raw.status(other.send(HONEST).some()));
            }
        }
    }

    /** Told so twenty times, he is told five times a second, and nobody reads what he sends ahead. */
    @Test
    void callerWhoDoesNotHeedThatHeAsksForTooMuchWaits() {
        // Given
        var authorization = "Host: x\r\nAuthorization: " + Client.authorization("pushing") + "\r\n";
        var request = "GET /api/tickets/1/story/stream HTTP/1.1\r\n" + authorization + "\r\n";
        var last = "GET /api/tickets/1/story/stream HTTP/1.1\r\nConnection: close\r\n" + authorization + "\r\n";
        var streams = IntStream.range(0, 10).mapToObj(number -> Raw.from("127.0.0.59").send(request)).toList();
        streams.forEach(Raw::some);
        try (var pushing = Raw.from("127.0.0.59")) {
            // When
            var answers = pushing.send(request.repeat(35) + last).untilClosed();
            // Then
            assertEquals(36, answers.split("HTTP/1.1 429 ", -1).length - 1);
            assertTrue(passed().compareTo(Duration.ofMillis(2_900)) >= 0, "took " + passed());
        }
        streams.forEach(Raw::close);
    }

    @Test
    void connectionsTooManyAreInTheEndClosedWithoutAWord() {
        // Given
        var clients = IntStream.range(0, 400).mapToObj(number -> Raw.from("127.0.0.56")).toList();
        var connections = CDI.current().select(Connections.class).get();
        await().until(() -> connections.open("127.0.0.56") == 400);
        // When
        var told = IntStream.iterate(0, number -> number + 1).map(number -> status("127.0.0.56", "")).takeWhile(status -> status == 429)
                .count();
        // Then
        assertTrue(told >= 200, told + " were told");
        assertEquals(404, Raw.status(clients.getFirst().send(HONEST).some()));
        clients.forEach(Raw::close);
    }

    private static Set<Integer> refusedOneAfterTheOther(String address, int times) {
        return IntStream.range(0, times).map(number -> status(address, MALFORMED)).boxed().collect(TreeSet::new, Set::add, Set::addAll);
    }

    private static int status(String address, String request) {
        try (var client = Raw.from(address)) {
            return client.tries(request) ? Raw.status(client.untilClosed()) : 0;
        }
    }

    private Duration passed() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
