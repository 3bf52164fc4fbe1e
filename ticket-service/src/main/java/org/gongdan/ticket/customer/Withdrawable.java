package org.gongdan.ticket.customer;

import java.time.Instant;
import java.util.Optional;

/** What is offered no more and refused in new reports once it is withdrawn; what names it stays readable, open tickets go on, and it can come back. */
interface Withdrawable {

    /** Null while it is offered. */
    Instant withdrawnAt();

    CustomerEvent withdrawnNow(Instant at, String by);

    CustomerEvent reinstatedNow(Instant at, String by);

    /** @return nothing when it is withdrawn already */
    default Optional<CustomerEvent> withdraw(Instant at, String by) {
        return withdrawnAt() == null ? Optional.of(withdrawnNow(at, by)) : Optional.empty();
    }

    /** @return nothing when it is offered already */
    default Optional<CustomerEvent> reinstate(Instant at, String by) {
        return withdrawnAt() == null ? Optional.empty() : Optional.of(reinstatedNow(at, by));
    }
}
