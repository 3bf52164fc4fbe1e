package org.gongdan.ticket.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;

class StoryWatchTest {

    private static final UUID TICKET = UUID.randomUUID();
    private final StoryWatch watch = new StoryWatch();
    private final AtomicInteger reads = new AtomicInteger();

    @Test
    void howeverManyFollowATicketAWakeIsReadOnce() {
        // Given
        var streams = java.util.stream.IntStream.range(0, 40).mapToObj(number -> follow()).toList();
        int before = reads.get();
        // When
        watch.wake(TICKET);
        // Then
        assertEquals(before + 1, reads.get());
        assertEquals(40, watch.streams());
        streams.forEach(AssertSubscriber::cancel);
        assertEquals(0, watch.streams());
    }

    @Test
    void aWakeOfAnotherTicketIsNoReasonToLook() {
        // Given
        follow();
        int before = reads.get();
        // When
        watch.wake(UUID.randomUUID());
        // Then
        assertEquals(before, reads.get());
    }

    private AssertSubscriber<List<Story.Line>> follow() {
        return watch.of(TICKET).onItem()
                .transformToUniAndConcatenate(wake -> watch.look(TICKET, true, wake, () -> Uni.createFrom().item(() -> {
                    reads.incrementAndGet();
                    return List.<Story.Line>of();
                }))).subscribe().withSubscriber(AssertSubscriber.create(Long.MAX_VALUE));
    }
}
