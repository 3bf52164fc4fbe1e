package org.gongdan.ticket.customer;

import org.gongdan.platform.tx.Work;

import io.smallrye.mutiny.Uni;

/** A part of this service that keeps something of a person beside the contact itself: a name in a story, a ticket for him. Asked before he is erased. */
public interface Keeping {

    /** Refuses while the person is needed, and locks what could come to need him. */
    default Uni<Void> letGo(Work work, Person person) {
        return Uni.createFrom().voidItem();
    }

    /** Deletes what is kept of him. */
    default Uni<Void> forget(Work work, Person person) {
        return Uni.createFrom().voidItem();
    }
}
