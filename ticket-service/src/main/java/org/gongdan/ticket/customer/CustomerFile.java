package org.gongdan.ticket.customer;

import java.util.List;

/** A customer with all that belongs to it (R124). */
record CustomerFile(Customer customer, List<Site> sites, List<Contact> contacts, List<Product> products) {
}
