package org.gongdan.ticket.customer;

import java.util.List;

/** A customer that answers a question. @param callers his contacts who call from the number that was asked for */
record FoundCustomer(Customer customer, List<Contact> callers) {
}
