package org.gongdan.ticket.remote;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** One step of a remote session: what was done, with what result. */
@Entity
@Table(name = "remote_step")
class RemoteStep {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;
    @Column(name = "session_id")
    UUID sessionId;
    Instant at;
    String by;
    String action;
    String result;

    protected RemoteStep() {
    }

    RemoteStep(UUID sessionId, Instant at, String by, String action, String result) {
        this.sessionId = sessionId;
        this.at = at;
        this.by = by;
        this.action = action;
        this.result = result;
    }
}
