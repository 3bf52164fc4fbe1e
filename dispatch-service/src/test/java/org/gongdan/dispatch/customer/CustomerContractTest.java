package org.gongdan.dispatch.customer;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;

import org.gongdan.dispatch.customer.CustomerEvents.CustomerChanged;
import org.gongdan.dispatch.customer.CustomerEvents.CustomerRegistered;
import org.gongdan.dispatch.customer.CustomerEvents.SiteChanged;
import org.gongdan.platform.event.EventJson;
import org.gongdan.testing.EventContracts;
import org.junit.jupiter.api.Test;

/** ticket-service's examples hold what we read. */
class CustomerContractTest {

    private static final EventContracts TICKET = EventContracts.of("ticket-service");

    @Test
    void customersAreTheSameWithTheirNewNames() throws IOException {
        for (byte[] body : TICKET.bodies("CustomerRegistered.v1")) {
            CustomerRegistered customer = EventJson.read(body, CustomerRegistered.class);
            assertNotNull(customer.customerId());
            assertNotNull(customer.name());
        }
        for (byte[] body : TICKET.bodies("CustomerChanged.v1")) {
            CustomerChanged customer = EventJson.read(body, CustomerChanged.class);
            assertNotNull(customer.customerId());
            assertNotNull(customer.name());
        }
    }

    @Test
    void sitesHaveNames() throws IOException {
        for (byte[] body : TICKET.bodies("SiteChanged.v1")) {
            SiteChanged site = EventJson.read(body, SiteChanged.class);
            assertNotNull(site.siteId());
            assertNotNull(site.name());
        }
    }
}
