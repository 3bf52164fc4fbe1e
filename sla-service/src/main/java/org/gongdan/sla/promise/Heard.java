package org.gongdan.sla.promise;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** A fact another service told, and the kinds of promises it is about. */
public record Heard(Set<String> kinds, Recorded recorded) {

    public Heard about(Set<String> others) {
        return new Heard(others, recorded);
    }

    public static Set<String> kinds(Collection<Heard> facts) {
        return facts.stream().flatMap(heard -> heard.kinds().stream()).collect(Collectors.toSet());
    }
}
