package org.gongdan.ticket.customer;

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
}
