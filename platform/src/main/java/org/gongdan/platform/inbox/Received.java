package org.gongdan.platform.inbox;

import org.gongdan.platform.event.Envelope;

/**
 * One event as a handler sees it.
 *
 * @param envelope CloudEvents attributes
 * @param fact     body, read into the consumer's own record; null for a tombstone
 * @param body     body as it came, JSON; null for a tombstone
 */
public record Received<T>(Envelope envelope, T fact, String body) {
}
