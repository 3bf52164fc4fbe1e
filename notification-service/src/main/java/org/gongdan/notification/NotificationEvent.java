package org.gongdan.notification;

import java.time.Instant;
import java.util.UUID;

import org.gongdan.platform.event.Fact;
import org.gongdan.platform.event.Topic;

/** Everything other services hear of messages: whom they reached and whom not. They carry no address and no text. */
@Topic("notification-events")
public sealed interface NotificationEvent extends Fact {

    record NotificationDelivered(UUID notificationId, UUID ticketId, UUID customerId, Template template, Channel channel,
            Instant at) implements NotificationEvent {
        @Override
        public UUID subject() {
            return notificationId;
        }
    }

    record NotificationFailed(UUID notificationId, UUID ticketId, UUID customerId, Template template, Channel channel, Reason reason,
            Instant at) implements NotificationEvent {
        @Override
        public UUID subject() {
            return notificationId;
        }
    }
}
