package org.gongdan.notification.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.gongdan.platform.security.Caller;
import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.helpers.test.AssertSubscriber;

class ScreensTest {

    private static final Caller AGENT = new Caller(UUID.randomUUID(), "agent", "客服", Set.of("agent"), Set.of());

    @Test
    void whoReadsForTheScreensFindsTheOneThatHasJustOpened() {
        // Given
        Screens screens = new Screens();
        List<Boolean> none = new ArrayList<>();

        // When
        var screen = screens.of(AGENT, () -> none.add(screens.none())).subscribe().withSubscriber(AssertSubscriber.create(1));

        // Then
        assertEquals(List.of(false), none);
        screen.cancel();
        assertEquals(true, screens.none());
        screens.stop(null);
    }
}
