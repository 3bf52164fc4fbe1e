package org.gongdan.platform.inbox;

import java.time.Instant;
import java.util.UUID;

/**
 * One event that waits for an operator.
 *
 * @param sequence version of its aggregate after it
 * @param parked   since when it waits
 * @param error    why it was not applied, in the words of the program
 * @param payload  its body; null of a tombstone
 */
public record ParkedEvent(UUID id, String type, String source, Instant occurred, long sequence, UUID customer, Instant parked, String error,
        byte[] payload) {
}
