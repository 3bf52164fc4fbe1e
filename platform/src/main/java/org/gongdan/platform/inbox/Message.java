package org.gongdan.platform.inbox;

import org.gongdan.platform.event.Envelope;

/** An event with its body as it came; the body is null for a tombstone. */
record Message(String key, Envelope envelope, byte[] payload) {

    boolean isTombstone() {
        return payload == null;
    }
}
