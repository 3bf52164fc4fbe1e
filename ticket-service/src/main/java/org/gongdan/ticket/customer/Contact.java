package org.gongdan.ticket.customer;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.gongdan.platform.problem.DomainException.Rejected;
import org.gongdan.platform.text.SearchForm;

/** A person at the customer's. Once erased, only the id is left, so that old tickets still name the same nobody. */
@Entity
@Table(name = "contact")
class Contact implements Withdrawable {

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
    @Enumerated(EnumType.STRING)
    Language language;
    /** The phone number whatever way it was typed, with its extension, as RFC 3966 writes it; null in rows from before numbers were checked. */
    @Column(name = "phone_number")
    String phoneNumber;
    short form;
    @Column(name = "withdrawn_at")
    Instant withdrawnAt;
    @Column(name = "erased_at")
    Instant erasedAt;

    protected Contact() {
    }

    Contact(UUID id, UUID customerId, UUID siteId, String name, String salutation, String phone, String phoneNumber, String email,
            Language language) {
        this.id = id;
        this.customerId = customerId;
        this.siteId = siteId;
        this.name = name;
        this.salutation = salutation;
        this.phone = phone;
        this.phoneNumber = phoneNumber;
        this.form = SearchForm.VERSION;
        this.email = email;
        this.language = language;
    }

    ContactEvent.ContactChanged changed(String address) {
        return new ContactEvent.ContactChanged(id, customerId, siteId, name, salutation, phone, phoneNumber, email, address, language);
    }

    boolean isErased() {
        return erasedAt != null;
    }

    void mustNotBeErased() {
        if (isErased()) {
            throw new Rejected("contact-erased");
        }
    }

    /** What is null stays. @param phoneNumber the new phone as RFC 3966 writes it. @param withoutEmail he has no mail address any more */
    record Change(String name, String salutation, String phone, String phoneNumber, String email, boolean withoutEmail, UUID siteId,
            Language language) {
    }

    /** @return false when all is as before */
    boolean change(Change change) {
        String nextName = Given.or(change.name(), name);
        String nextSalutation = Given.or(change.salutation(), salutation);
        String nextPhone = Given.or(change.phone(), phone);
        String nextEmail = change.withoutEmail() ? null : Given.or(change.email(), email);
        UUID nextSite = Given.or(change.siteId(), siteId);
        Language nextLanguage = Given.or(change.language(), language);
        boolean changed = !(nextName.equals(name) && nextSalutation.equals(salutation) && nextPhone.equals(phone)
                && Objects.equals(nextEmail, email) && Objects.equals(nextSite, siteId) && nextLanguage == language);
        if (change.phone() != null) {
            phoneNumber = change.phoneNumber();
            form = SearchForm.VERSION;
        }
        name = nextName;
        salutation = nextSalutation;
        phone = nextPhone;
        email = nextEmail;
        siteId = nextSite;
        language = nextLanguage;
        return changed;
    }

    /** What is known of the person is gone for good. */
    CustomerEvent.ContactErased erase(Grounds because, Instant at, String by) {
        name = null;
        salutation = null;
        phone = null;
        phoneNumber = null;
        email = null;
        language = null;
        form = SearchForm.VERSION;
        erasedAt = at;
        return new CustomerEvent.ContactErased(customerId, id, because, at, by);
    }

    @Override
    public Instant withdrawnAt() {
        return withdrawnAt;
    }

    @Override
    public CustomerEvent withdrawnNow(Instant at, String by) {
        withdrawnAt = at;
        return new CustomerEvent.ContactWithdrawn(customerId, id, at, by);
    }

    @Override
    public CustomerEvent reinstatedNow(Instant at, String by) {
        withdrawnAt = null;
        return new CustomerEvent.ContactReinstated(customerId, id, at, by);
    }
}
