package org.gongdan.dispatch.engineer;

import java.util.UUID;

import org.gongdan.platform.event.Fact;
import org.gongdan.platform.event.Topic;

/** What engineers are called: personal data, so it goes the one way personal data go. The topic is compacted; a tombstone erases an engineer. */
@Topic("contact-events")
public sealed interface EngineerEvent extends Fact {

    UUID engineerId();

    @Override
    default UUID subject() {
        return engineerId();
    }

    /** He is our own man: no customer is concerned. */
    @Override
    default UUID customerId() {
        return null;
    }

    /** @param username by which he signs in, and by which others name him as owner of a ticket; null when it is not known */
    record EngineerChanged(UUID engineerId, String name, String username) implements EngineerEvent {
    }
}
