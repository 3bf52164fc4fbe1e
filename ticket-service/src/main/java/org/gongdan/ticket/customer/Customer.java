package org.gongdan.ticket.customer;

import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.gongdan.platform.text.SearchForm;

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
    /** The name in the form texts are compared in. */
    String words;
    short form;

    protected Customer() {
    }

    Customer(UUID id, String name, CustomerLevel level) {
        this.id = id;
        this.name = name;
        this.level = level;
        this.words = SearchForm.of(name);
        this.form = SearchForm.VERSION;
    }

    CustomerEvent.CustomerRegistered registered() {
        return new CustomerEvent.CustomerRegistered(id, name, level);
    }
}
