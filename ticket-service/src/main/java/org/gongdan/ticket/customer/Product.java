package org.gongdan.ticket.customer;

import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A product a customer has in use. */
@Entity
@Table(name = "product")
class Product {

    @Id
    UUID id;
    @Column(name = "customer_id")
    UUID customerId;
    @Column(name = "site_id")
    UUID siteId;
    String name;
    String serial;

    protected Product() {
    }

    Product(UUID id, UUID customerId, UUID siteId, String name, String serial) {
        this.id = id;
        this.customerId = customerId;
        this.siteId = siteId;
        this.name = name;
        this.serial = serial;
    }

    CustomerEvent.ProductInstalled installed() {
        return new CustomerEvent.ProductInstalled(customerId, id, siteId, name, serial);
    }
}
