package org.gongdan.ticket.customer;

import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A person at the customer's. */
@Entity
@Table(name = "contact")
class Contact {

    @Id
    UUID id;
    @Version
    long version;
    @Column(name = "customer_id")
    UUID customerId;
    @Column(name = "site_id")
    UUID siteId;
    String name;
    String salutation;
    String phone;
    String email;

    protected Contact() {
    }

    Contact(UUID id, UUID customerId, UUID siteId, String name, String salutation, String phone, String email) {
        this.id = id;
        this.customerId = customerId;
        this.siteId = siteId;
        this.name = name;
        this.salutation = salutation;
        this.phone = phone;
        this.email = email;
    }

    ContactEvent.ContactChanged changed(String address) {
        return new ContactEvent.ContactChanged(id, customerId, siteId, name, salutation, phone, email, address);
    }
}
