package org.gongdan.notification.webhook;

import java.util.UUID;

/**
 * A delivery that this process carries now.
 *
 * @param claim   proves that this process still holds it
 * @param attempt number of tries before this one
 */
record Parcel(UUID id, UUID claim, UUID webhookId, UUID eventId, String url, String secret, String body, int attempt) {
}
