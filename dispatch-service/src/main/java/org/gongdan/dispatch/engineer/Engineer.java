package org.gongdan.dispatch.engineer;

import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.gongdan.platform.text.UserName;

/** Somebody who visits customers. */
@Entity
@Table(name = "engineer")
public class Engineer {

    public static final String USERNAME = "[A-Za-z0-9][A-Za-z0-9._@-]{0,99}";

    @Id
    UUID id;
    @Version
    long version;
    String name;
    String phone;
    /** By which he signs in, and which the roster calls him by; null when it is not known. */
    String username;

    protected Engineer() {
    }

    Engineer(UUID id, String name, String phone, String username) {
        this.id = id;
        this.name = name;
        this.phone = phone;
        this.username = UserName.of(username);
    }

    /** What is null stays as it is. */
    void change(String name, String phone, String username) {
        this.name = name == null ? this.name : name;
        this.phone = phone == null ? this.phone : phone;
        this.username = username == null ? this.username : UserName.of(username);
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    public String username() {
        return username;
    }
}
