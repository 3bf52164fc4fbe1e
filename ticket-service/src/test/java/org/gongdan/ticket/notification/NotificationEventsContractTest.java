package org.gongdan.ticket.notification;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;

import org.gongdan.platform.event.EventJson;
import org.gongdan.testing.EventContracts;
import org.junit.jupiter.api.Test;

class NotificationEventsContractTest {

    /** Some messages concern no ticket; at least one example of each event does. */
    @Test
    void whatNotificationPublishesCanBeRead() throws IOException {
        EventContracts contracts = EventContracts.of("notification-service");
        boolean delivered = false;
        for (byte[] example : contracts.bodies("NotificationDelivered.v1")) {
            delivered |= EventJson.read(example, NotificationEvents.NotificationDelivered.class).ticketId() != null;
        }
        boolean failed = false;
        for (byte[] example : contracts.bodies("NotificationFailed.v1")) {
            failed |= EventJson.read(example, NotificationEvents.NotificationFailed.class).ticketId() != null;
        }
        assertTrue(delivered && failed);
    }
}
