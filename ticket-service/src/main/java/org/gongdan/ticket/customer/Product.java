package org.gongdan.ticket.customer;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A product a customer has in use. */
@Entity
@Table(name = "product")
class Product implements Withdrawable {

    @Id
    UUID id;
    @Column(name = "customer_id")
    UUID customerId;
    @Column(name = "site_id")
    UUID siteId;
    String name;
    String serial;
    @Column(name = "withdrawn_at")
    Instant withdrawnAt;

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

    /** Null in the place of a name, serial number or site: it stays. @return nothing when all is as before */
    Optional<CustomerEvent> change(String newName, String newSerial, UUID newSite, Instant at, String by) {
        String nextName = Given.or(newName, name);
        String nextSerial = Given.or(newSerial, serial);
        UUID nextSite = Given.or(newSite, siteId);
        if (nextName.equals(name) && Objects.equals(nextSerial, serial) && Objects.equals(nextSite, siteId)) {
            return Optional.empty();
        }
        name = nextName;
        serial = nextSerial;
        siteId = nextSite;
        return Optional.of(new CustomerEvent.ProductChanged(customerId, id, siteId, name, serial, at, by));
    }

    @Override
    public Instant withdrawnAt() {
        return withdrawnAt;
    }

    @Override
    public CustomerEvent withdrawnNow(Instant at, String by) {
        withdrawnAt = at;
        return new CustomerEvent.ProductWithdrawn(customerId, id, at, by);
    }

    @Override
    public CustomerEvent reinstatedNow(Instant at, String by) {
        withdrawnAt = null;
        return new CustomerEvent.ProductReinstated(customerId, id, at, by);
    }
}
