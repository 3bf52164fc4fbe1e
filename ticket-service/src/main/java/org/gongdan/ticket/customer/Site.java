package org.gongdan.ticket.customer;

import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A store, school or office of a customer. */
@Entity
@Table(name = "site")
class Site {

    @Id
    UUID id;
    @Column(name = "customer_id")
    UUID customerId;
    String name;
    String address;

    protected Site() {
    }

    Site(UUID id, UUID customerId, String name, String address) {
        this.id = id;
        this.customerId = customerId;
        this.name = name;
        this.address = address;
    }

    CustomerEvent.SiteChanged changed() {
        return new CustomerEvent.SiteChanged(customerId, id, name);
    }
}
