package org.gongdan.ticket.customer;

import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A company we work for; its id is the id of its organization in Keycloak, so that tokens name it directly. */
@Entity
@Table(name = "customer")
class Customer {

    @Id
    UUID id;
    @Version
    long version;
    String name;
    @Enumerated(EnumType.STRING)
    CustomerLevel level;

    protected Customer() {
    }

    Customer(UUID id, String name, CustomerLevel level) {
        this.id = id;
        this.name = name;
        this.level = level;
    }

    CustomerEvent.CustomerRegistered registered() {
        return new CustomerEvent.CustomerRegistered(id, name, level);
    }
}
