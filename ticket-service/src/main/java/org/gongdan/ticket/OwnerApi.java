package org.gongdan.ticket;

import java.time.Instant;
import java.util.List;

/** Views of who has which open tickets. */
final class OwnerApi {

    private OwnerApi() {
    }

    record OwnersView(List<OwnerLoad> items) {
    }

    /**
     * @param assignee user name, or an engineer's id; null: the open tickets that nobody has
     * @param open     open tickets
     * @param waiting  of them, those that wait for the customer, parts or somebody else
     * @param breached of them, those with a broken promise
     * @param nextDue  when the first of them is to be solved, or null
     */
    record OwnerLoad(String assignee, long open, long waiting, long breached, Instant nextDue) {
    }
}
