package org.gongdan.dispatch.contact;

import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

/** Whom a visit leads to, as ticket-service says; changed by its events only ({@link ContactEvents}), so it is read only here. */
@Entity
@Immutable
@Table(name = "contact")
public class Contact {

    @Id
    UUID id;
    String name;
    String salutation;
    String phone;
    @Column(name = "phone_number")
    String phoneNumber;
    String address;

    protected Contact() {
    }

    public String name() {
        return name;
    }

    public String salutation() {
        return salutation;
    }

    public String phone() {
        return phone;
    }

    /** What to dial, as RFC 3966 writes it; null when it is not known. */
    public String phoneNumber() {
        return phoneNumber;
    }

    public String address() {
        return address;
    }
}
