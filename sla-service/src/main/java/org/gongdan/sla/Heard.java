package org.gongdan.sla;

import java.util.Set;

import org.gongdan.platform.event.Envelope;

/** A fact another service told, and the kinds of promises it is about. */
public record Heard(Set<ClockKind> kinds, Recorded recorded) {

    public static Heard of(Envelope event, ClockFact fact, ClockKind... kinds) {
        return new Heard(Set.of(kinds), new Recorded(fact, event.sequence(), event.id()));
    }
}
