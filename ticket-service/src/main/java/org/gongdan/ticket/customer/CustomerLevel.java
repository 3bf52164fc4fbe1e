package org.gongdan.ticket.customer;

/** How much attention a customer gets. */
public enum CustomerLevel {
    STANDARD, IMPORTANT, STRATEGIC
}
