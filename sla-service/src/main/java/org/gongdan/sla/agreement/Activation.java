package org.gongdan.sla.agreement;

import java.time.LocalDate;

import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Something that begins with the approval of a version, in its transaction. */
public interface Activation {

    /** @param from first day of the version, or today when that has passed */
    Uni<Void> of(Mutiny.Session session, InForce version, LocalDate from);
}
