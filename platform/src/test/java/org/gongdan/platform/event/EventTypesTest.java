package org.gongdan.platform.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.UUID;

import org.junit.jupiter.api.Test;

class EventTypesTest {

    @Topic("lamp-events")
    interface LampEvent extends Fact {
        @Override
        default UUID subject() {
            return new UUID(0, 1);
        }

        @Override
        default UUID customerId() {
            return null;
        }
    }

    record LampLit() implements LampEvent {
    }

    record LampLitV2() implements LampEvent {
    }

    record LampSoldAsTV() implements LampEvent {
    }

    record V2() implements LampEvent {
    }

    record Stray() {
    }

    @Test
    void aRecordIsVersionOneUnlessItsNameSaysOtherwise() {
        assertEquals("LampLit.v1", EventTypes.nameOf(LampLit.class));
        assertEquals("LampLit.v2", EventTypes.nameOf(LampLitV2.class));
        assertEquals("LampSoldAsTV.v1", EventTypes.nameOf(LampSoldAsTV.class));
        assertEquals("V2.v1", EventTypes.nameOf(V2.class));
    }

    @Test
    void theTopicIsThatOfTheInterface() {
        assertEquals("lamp-events", EventTypes.topicOf(LampLit.class));
    }

    @Test
    void aRecordWithoutTopicIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> EventTypes.topicOf(Stray.class));
    }
}
