package org.gongdan.sla.kind;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.gongdan.platform.event.Fact;
import org.gongdan.platform.event.Topic;

/** What others hear of the kinds of promises themselves. */
@Topic("sla-events")
public sealed interface KindEvent extends Fact {

    String kind();

    /** A kind has a code and no id, and keys are ids: the same code always makes the same one. */
    @Override
    default UUID subject() {
        return UUID.nameUUIDFromBytes(("promise kind " + kind()).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    default UUID customerId() {
        return null;
    }

    /** From here on the kind is called so, in Chinese and in English: it is new here, or was called otherwise before. */
    record PromiseKindDescribed(String kind, String zh, String en) implements KindEvent {
    }
}
