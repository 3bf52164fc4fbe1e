package org.gongdan.sla.hearing;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A rule too particular for data, called by its name: an event tells of something done, and the rule says by when it had to be done. */
public interface Judgement {

    String name();

    /** @return empty when the event is no case for it */
    Optional<Verdict> of(Body event);

    /** @param due when it had to be done. @param detail what is worth keeping about it */
    record Verdict(Instant due, Map<String, String> detail) {
    }
}
