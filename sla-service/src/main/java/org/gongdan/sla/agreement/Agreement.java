package org.gongdan.sla.agreement;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.gongdan.platform.text.SearchForm;

/** A contract; what it says stands in its dated versions. */
@Entity
@Table(name = "agreement")
public class Agreement {

    @Id
    UUID id;
    @Version
    long version;
    String number;
    /** The number in the form texts are compared in. */
    @Column(name = "number_form")
    String numberForm;
    short form;
    @Enumerated(EnumType.STRING)
    AgreementType type;
    @Column(name = "customer_id")
    UUID customerId;
    String name;
    String zone;
    int versions;
    int activations;
    @Column(name = "created_by")
    String createdBy;
    @Column(name = "created_at")
    Instant createdAt;

    protected Agreement() {
    }

    /** @param customerId whom it serves; null for an OLA or supplier contract that serves everybody */
    static Agreement make(UUID id, String number, AgreementType type, UUID customerId, String name, ZoneId zone, Instant now, String by) {
        Agreement agreement = new Agreement();
        agreement.id = id;
        agreement.number = number;
        agreement.numberForm = SearchForm.of(number);
        agreement.form = SearchForm.VERSION;
        agreement.type = type;
        agreement.customerId = customerId;
        agreement.name = name;
        agreement.zone = zone.getId();
        agreement.createdAt = now;
        agreement.createdBy = by;
        return agreement;
    }

    int nextVersion() {
        return ++versions;
    }

    /** Two versions activated at the same time collide here. */
    void activated() {
        activations++;
    }

    ZoneId zone() {
        return ZoneId.of(zone);
    }
}
