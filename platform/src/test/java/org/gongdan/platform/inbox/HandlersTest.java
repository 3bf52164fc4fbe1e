package org.gongdan.platform.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import org.gongdan.platform.event.Envelope;
import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;

class HandlersTest {

    private final List<List<String>> calls = new ArrayList<>();
    private final Handlers handlers = new Handlers()
            .onAll(LampLit.class, (work, events) -> note(events.stream().map(event -> event.fact().name()).toList()))
            .on(LampBroken.class, (work, event) -> note(List.of(event.fact().name())));

    record LampLit(String name) {
    }

    record LampBroken(String name) {
    }

    @Test
    void eventsThatFollowEachOtherAreHandedOverAtOnce() throws IOException {
        // Given
        List<Message> poll = List.of(lit("a"), lit("b"), broken("c"), broken("d"), lit("e"));
        // When
        applyAll(handlers.runs(poll, message -> false));
        // Then
        assertEquals(List.of(List.of("a", "b"), List.of("c"), List.of("d"), List.of("e")), calls);
    }

    @Test
    void anEventThatMustWaitIsNobodysCompany() throws IOException {
        // Given
        Message parked = lit("b");
        // When
        List<List<Message>> runs = handlers.runs(List.of(lit("a"), parked, lit("c"), lit("d")), message -> message == parked);
        // Then
        assertEquals(List.of(1, 1, 2), runs.stream().map(List::size).toList());
        assertEquals(parked, runs.get(1).getFirst());
    }

    @Test
    void anUnreadableBodyFailsTheRunBeforeItHasAnEffect() {
        // Given
        Message garbage = message("LampLit.v1", "not json");
        // When
        assertThrows(IOException.class, () -> handlers.apply(null, Arrays.asList(lit("a"), garbage)));
        // Then
        assertEquals(List.of(), calls);
    }

    private void applyAll(List<List<Message>> runs) throws IOException {
        for (List<Message> run : runs) {
            handlers.apply(null, run).await().indefinitely();
        }
    }

    private Uni<Void> note(List<String> names) {
        calls.add(names);
        return Uni.createFrom().voidItem();
    }

    private static Message lit(String name) {
        return message("LampLit.v1", "{\"name\":\"" + name + "\"}");
    }

    private static Message broken(String name) {
        return message("LampBroken.v1", "{\"name\":\"" + name + "\"}");
    }

    private static Message message(String type, String body) {
        UUID id = UUID.randomUUID();
        return new Message(id.toString(), new Envelope(id, type, "/lamps", id, Instant.EPOCH, 1, null, null),
                body.getBytes(StandardCharsets.UTF_8));
    }
}
