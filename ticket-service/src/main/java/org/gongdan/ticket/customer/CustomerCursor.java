package org.gongdan.ticket.customer;

import java.util.UUID;

import org.gongdan.platform.input.Values;

/** Where a page of the search ended. */
record CustomerCursor(String name, UUID id) {

    static final CustomerCursor START = new CustomerCursor("", new UUID(0, 0));
    private static final int UUID_LENGTH = 36;

    static CustomerCursor parse(String key) {
        return new CustomerCursor(key.substring(UUID_LENGTH + 1), Values.id(key.substring(0, UUID_LENGTH)));
    }

    static String of(Customer customer) {
        return customer.id + " " + customer.name;
    }
}
