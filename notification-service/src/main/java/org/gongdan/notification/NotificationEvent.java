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

    /** @param customerId null when the webhook heard all customers' events */
    record WebhookDisabled(UUID webhookId, UUID customerId, Why reason, Instant at) implements NotificationEvent {

        public enum Why {
            /** The receiver said that it does not exist any more. */
            GONE,
            /** Nothing could be delivered during the whole schedule. */
            UNREACHABLE
        }

        @Override
        public UUID subject() {
            return webhookId;
        }
    }
}
