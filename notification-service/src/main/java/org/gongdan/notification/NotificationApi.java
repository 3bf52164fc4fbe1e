package org.gongdan.notification;

import java.time.Instant;
import java.util.UUID;

import org.gongdan.platform.security.Mask;

/** Views of messages. */
final class NotificationApi {

    private NotificationApi() {
    }

    record NotificationView(UUID id, UUID ticketId, UUID customerId, Template template, Channel channel, String recipient, String subject,
            String body,
            Status status, boolean waiting, int attempts, Instant createdAt, Instant sentAt, String error) {

        static NotificationView of(Notification notification) {
            return new NotificationView(notification.id, notification.ticketId, notification.customerId, notification.template,
                    notification.channel,
                    Mask.email(notification.recipient), notification.subject, notification.body, notification.status, notification.waiting,
                    notification.attempts, notification.createdAt, notification.sentAt, notification.error);
        }
    }
}
