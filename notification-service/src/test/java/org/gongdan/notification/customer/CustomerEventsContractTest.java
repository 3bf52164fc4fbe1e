package org.gongdan.notification.customer;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;

import org.gongdan.notification.customer.CustomerEvents.ContactReinstated;
import org.gongdan.notification.customer.CustomerEvents.ContactWithdrawn;
import org.gongdan.notification.customer.CustomerEvents.CustomerChanged;
import org.gongdan.notification.customer.CustomerEvents.CustomerRegistered;
import org.gongdan.notification.customer.CustomerEvents.Named;
import org.gongdan.platform.event.EventJson;
import org.gongdan.platform.event.EventTypes;
import org.gongdan.testing.EventContracts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CustomerEventsContractTest {

    private static final EventContracts TICKET = EventContracts.of("ticket-service");

    @ParameterizedTest
    @ValueSource(classes = {CustomerRegistered.class, CustomerChanged.class})
    void weCanReadWhatCustomersAreCalled(Class<? extends Named> type) throws IOException {
        for (byte[] body : TICKET.bodies(EventTypes.nameOf(type))) {
            Named customer = EventJson.read(body, type);
            assertNotNull(customer.customerId());
            assertNotNull(customer.name());
        }
    }

    @Test
    void weCanReadWhoLeftAndCameBack() throws IOException {
        for (byte[] body : TICKET.bodies("ContactWithdrawn.v1")) {
            assertNotNull(EventJson.read(body, ContactWithdrawn.class).contactId());
        }
        for (byte[] body : TICKET.bodies("ContactReinstated.v1")) {
            assertNotNull(EventJson.read(body, ContactReinstated.class).contactId());
        }
    }
}
