package org.gongdan.ticket.customer;

import java.time.Instant;
import java.util.UUID;

import org.gongdan.platform.event.Fact;
import org.gongdan.platform.event.Topic;

/** What other services hear about customers; nothing personal. */
@Topic("customer-events")
public sealed interface CustomerEvent extends Fact {

    @Override
    default UUID subject() {
        return customerId();
    }

    record CustomerRegistered(UUID customerId, String name, CustomerLevel level) implements CustomerEvent {
    }

    record SiteChanged(UUID customerId, UUID siteId, String name) implements CustomerEvent {
    }

    record ProductInstalled(UUID customerId, UUID productId, UUID siteId, String name, String serial) implements CustomerEvent {
    }

    record CustomerChanged(UUID customerId, String name, CustomerLevel level, Instant at, String by) implements CustomerEvent {
    }

    record CustomerWithdrawn(UUID customerId, Instant at, String by) implements CustomerEvent {
    }

    record CustomerReinstated(UUID customerId, Instant at, String by) implements CustomerEvent {
    }

    record SiteWithdrawn(UUID customerId, UUID siteId, Instant at, String by) implements CustomerEvent {
    }

    record SiteReinstated(UUID customerId, UUID siteId, Instant at, String by) implements CustomerEvent {
    }

    record ProductChanged(UUID customerId, UUID productId, UUID siteId, String name, String serial, Instant at, String by)
            implements
                CustomerEvent {
    }

    record ProductWithdrawn(UUID customerId, UUID productId, Instant at, String by) implements CustomerEvent {
    }

    record ProductReinstated(UUID customerId, UUID productId, Instant at, String by) implements CustomerEvent {
    }

    record ContactWithdrawn(UUID customerId, UUID contactId, Instant at, String by) implements CustomerEvent {
    }

    record ContactReinstated(UUID customerId, UUID contactId, Instant at, String by) implements CustomerEvent {
    }

    /** The personal data are gone; ids only, and kept, so that who restores a backup knows whom to erase again. */
    record ContactErased(UUID customerId, UUID contactId, Grounds because, Instant at, String by) implements CustomerEvent {
    }
}
