package org.gongdan.sla.agreement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.gongdan.platform.problem.DomainException.Conflict;

/** The active versions of one agreement in time. The version that began last is in force until its last day; days are those of the agreement's zone. */
record VersionTimeline(List<Span> active, ZoneId zone) {

    Optional<Span> inForce(Instant at) {
        return inForce(at.atZone(zone).toLocalDate());
    }

    Optional<Span> inForce(LocalDate day) {
        return active.stream().filter(span -> !span.from().isAfter(day)).max(Comparator.comparing(Span::from))
                .filter(span -> span.reaches(day));
    }

    /**
     * A version may follow an open-ended one, which then ends the day before, but not overlap one with a last day, and it may not take
     * days that have passed from another version: what was promised on them was promised by that one.
     *
     * @throws Conflict when it does
     */
    void mustAccept(Span fresh, LocalDate today) {
        for (Span other : active) {
            Span first = other.from().isBefore(fresh.from()) ? other : fresh;
            Span second = first == other ? fresh : other;
            if (first.from().equals(second.from()) || first.to() != null && first.reaches(second.from())) {
                throw new Conflict("version-overlaps", fresh.number(), other.number());
            }
        }
        Optional<Span> replaced = inForce(fresh.from());
        if (replaced.isPresent() && fresh.from().isBefore(today)) {
            throw new Conflict("version-rewrites-the-past", fresh.number(), replaced.get().number(), today.toString());
        }
    }
}
