package org.gongdan.ticket.customer;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A store, school or office of a customer. */
@Entity
@Table(name = "site")
class Site implements Withdrawable {

    @Id
    UUID id;
    @Column(name = "customer_id")
    UUID customerId;
    String name;
    String address;
    @Column(name = "withdrawn_at")
    Instant withdrawnAt;

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

    /** @param newName null: it stays. @param newAddress null: it stays. @return false when all is as before */
    boolean change(String newName, String newAddress) {
        String nextName = Given.or(newName, name);
        String nextAddress = Given.or(newAddress, address);
        boolean changed = !nextName.equals(name) || !nextAddress.equals(address);
        name = nextName;
        address = nextAddress;
        return changed;
    }

    @Override
    public Instant withdrawnAt() {
        return withdrawnAt;
    }

    @Override
    public CustomerEvent withdrawnNow(Instant at, String by) {
        withdrawnAt = at;
        return new CustomerEvent.SiteWithdrawn(customerId, id, at, by);
    }

    @Override
    public CustomerEvent reinstatedNow(Instant at, String by) {
        withdrawnAt = null;
        return new CustomerEvent.SiteReinstated(customerId, id, at, by);
    }
}
