package org.gongdan.sla.agreement;

import java.time.LocalDate;

import org.gongdan.platform.tx.Work;

import io.smallrye.mutiny.Uni;

/** Something that begins with the approval of a version, in its transaction. */
public interface Activation {

    /** @param from first day of the version, or today when that has passed */
    Uni<Void> of(Work work, InForce version, LocalDate from);
}
