package org.gongdan.sla.customer;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;

import org.gongdan.platform.event.EventJson;
import org.gongdan.testing.EventContracts;
import org.junit.jupiter.api.Test;

class CustomerEventsContractTest {

    @Test
    void whatWeReadIsInTheProducersExamples() throws IOException {
        for (byte[] body : EventContracts.of("ticket-service").bodies("CustomerRegistered.v1")) {
            CustomerEvents.CustomerRegistered customer = EventJson.read(body, CustomerEvents.CustomerRegistered.class);
            assertNotNull(customer.customerId());
            assertNotNull(customer.name());
        }
    }

    @Test
    void aChangedCustomerIsTheSameWithHisNewName() throws IOException {
        for (byte[] body : EventContracts.of("ticket-service").bodies("CustomerChanged.v1")) {
            CustomerEvents.CustomerChanged customer = EventJson.read(body, CustomerEvents.CustomerChanged.class);
            assertNotNull(customer.customerId());
            assertNotNull(customer.name());
        }
    }
}
