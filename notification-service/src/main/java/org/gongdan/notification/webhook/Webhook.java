package org.gongdan.notification.webhook;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.gongdan.platform.problem.DomainException.Conflict;
import org.gongdan.platform.problem.DomainException.IllegalTransition;

/** An address of a customer's system that is told of events. */
@Entity
@Table(name = "webhook")
class Webhook {

    /** {@code PAUSED}: by its owner, what happens meanwhile waits; {@code DISABLED}: by us, since nothing reached it. */
    enum WebhookState {
        ACTIVE, PAUSED, DISABLED
    }

    @Id
    UUID id;
    @Version
    long version;
    @Column(name = "customer_id")
    UUID customerId;
    String url;
    String[] events;
    String secret;
    @Enumerated(EnumType.STRING)
    WebhookState status;
    @Column(name = "disabled_reason")
    String disabledReason;
    @Column(name = "created_at")
    Instant createdAt;
    @Column(name = "created_by")
    String createdBy;
    @Column(name = "last_success_at", insertable = false, updatable = false)
    Instant lastSuccessAt;

    protected Webhook() {
    }

    Webhook(UUID id, UUID customerId, String url, Set<String> events, String secret, Instant now, String by) {
        this.id = id;
        this.customerId = customerId;
        this.url = url;
        this.events = events.toArray(String[]::new);
        this.secret = secret;
        this.status = WebhookState.ACTIVE;
        this.createdAt = now;
        this.createdBy = by;
    }

    /** What is null stays. */
    void change(String newUrl, Set<String> newEvents) {
        url = newUrl == null ? url : newUrl;
        events = newEvents == null ? events : newEvents.toArray(String[]::new);
    }

    void pause() {
        if (status != WebhookState.ACTIVE) {
            throw new IllegalTransition("webhook", id, status, WebhookState.PAUSED.name());
        }
        status = WebhookState.PAUSED;
    }

    void resume() {
        if (status == WebhookState.ACTIVE) {
            throw new IllegalTransition("webhook", id, status, WebhookState.ACTIVE.name());
        }
        status = WebhookState.ACTIVE;
        disabledReason = null;
    }

    /** What is sent to it now leaves now. */
    void mustBeActive() {
        if (status != WebhookState.ACTIVE) {
            throw new Conflict(status == WebhookState.PAUSED ? "webhook-paused" : "webhook-disabled");
        }
    }
}
