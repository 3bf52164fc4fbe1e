package org.gongdan.dispatch.engineer;

import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** Somebody who visits customers. */
@Entity
@Table(name = "engineer")
public class Engineer {

    @Id
    UUID id;
    @Version
    long version;
    String name;
    String phone;

    protected Engineer() {
    }

    Engineer(UUID id, String name, String phone) {
        this.id = id;
        this.name = name;
        this.phone = phone;
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }
}
