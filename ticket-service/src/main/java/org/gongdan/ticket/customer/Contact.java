package org.gongdan.ticket.customer;

import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.gongdan.platform.text.SearchForm;

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
    /** The phone number whatever way it was typed, with its extension, as RFC 3966 writes it; null in rows from before numbers were checked. */
    @Column(name = "phone_number")
    String phoneNumber;
    short form;

    protected Contact() {
    }

    Contact(UUID id, UUID customerId, UUID siteId, String name, String salutation, String phone, String phoneNumber, String email) {
        this.id = id;
        this.customerId = customerId;
        this.siteId = siteId;
        this.name = name;
        this.salutation = salutation;
        this.phone = phone;
        this.phoneNumber = phoneNumber;
        this.form = SearchForm.VERSION;
        this.email = email;
    }

    ContactEvent.ContactChanged changed(String address) {
        return new ContactEvent.ContactChanged(id, customerId, siteId, name, salutation, phone, phoneNumber, email, address);
    }
}
