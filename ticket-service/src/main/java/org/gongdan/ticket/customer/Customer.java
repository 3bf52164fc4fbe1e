package org.gongdan.ticket.customer;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
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
class Customer implements Withdrawable {

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
    @Column(name = "withdrawn_at")
    Instant withdrawnAt;

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

    /** @param newName null: it stays. @param newLevel null: it stays. @return nothing when all is as before */
    Optional<CustomerEvent> change(String newName, CustomerLevel newLevel, Instant at, String by) {
        String nextName = Given.or(newName, name);
        CustomerLevel nextLevel = Given.or(newLevel, level);
        if (nextName.equals(name) && nextLevel == level) {
            return Optional.empty();
        }
        name = nextName;
        words = SearchForm.of(nextName);
        form = SearchForm.VERSION;
        level = nextLevel;
        return Optional.of(new CustomerEvent.CustomerChanged(id, name, level, at, by));
    }

    @Override
    public Instant withdrawnAt() {
        return withdrawnAt;
    }

    @Override
    public CustomerEvent withdrawnNow(Instant at, String by) {
        withdrawnAt = at;
        return new CustomerEvent.CustomerWithdrawn(id, at, by);
    }

    @Override
    public CustomerEvent reinstatedNow(Instant at, String by) {
        withdrawnAt = null;
        return new CustomerEvent.CustomerReinstated(id, at, by);
    }
}
