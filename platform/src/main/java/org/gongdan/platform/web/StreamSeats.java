package org.gongdan.platform.web;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gongdan.platform.problem.DomainException;

/** How many event streams one person or system has open in this process. */
@ApplicationScoped
public class StreamSeats {

    private final int perPerson;
    private final Map<UUID, Integer> taken = new ConcurrentHashMap<>();

    StreamSeats(@ConfigProperty(name = "gongdan.streams-per-person") int perPerson) {
        this.perPerson = perPerson;
    }

    /** @throws DomainException.TooMany when all of his are taken */
    public void take(UUID person) {
        taken.merge(person, 1, (have, more) -> {
            if (have >= perPerson) {
                throw new DomainException.TooMany("too-many-streams", perPerson);
            }
            return have + more;
        });
    }

    public void free(UUID person) {
        taken.computeIfPresent(person, (who, have) -> have == 1 ? null : have - 1);
    }
}
