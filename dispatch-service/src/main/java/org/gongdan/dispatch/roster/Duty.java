package org.gongdan.dispatch.roster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.gongdan.platform.event.EventJson;

/** What somebody is on duty for, such as the desk or being on call: what he is responsible for, and when somebody must be (R142, R178). */
@Entity
@Table(name = "duty")
public class Duty {

    static final String CODE = "[A-Z][A-Z0-9_]{0,39}";

    @Id
    String code;
    @Version
    long version;
    String name;
    String responsibilities;
    String zone;
    String hours;
    int needed;
    @Column(name = "changed_by")
    String changedBy;
    @Column(name = "changed_at")
    Instant changedAt;

    protected Duty() {
    }

    Duty(String code) {
        this.code = code;
    }

    /** @return the code somebody means who typed it in small or full-width letters; null of null */
    static String meant(String typed) {
        return typed == null ? null : Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
    }

    /** @param hours of the week; none: around the clock. @param needed people at the same time */
    void describe(String name, String responsibilities, ZoneId zone, List<Hours> hours, int needed, String by, Instant now) {
        this.name = name;
        this.responsibilities = responsibilities;
        this.zone = zone.getId();
        this.hours = EventJson.write(hours);
        this.needed = needed;
        this.changedBy = by;
        this.changedAt = now;
    }

    WallClock wall() {
        return new WallClock(ZoneId.of(zone));
    }

    Coverage coverage() {
        return new Coverage(hours(), needed, wall());
    }

    List<Hours> hours() {
        try {
            return List.of(EventJson.read(hours.getBytes(StandardCharsets.UTF_8), Hours[].class));
        } catch (IOException e) {
            throw new IllegalStateException("stored hours are unreadable", e);
        }
    }
}
