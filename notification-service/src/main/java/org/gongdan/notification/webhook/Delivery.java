package org.gongdan.notification.webhook;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** One event on its way to one webhook, as its readers see it; it is written by {@link Webhooks} and by the loop that carries it. */
@Entity
@Table(name = "webhook_delivery")
class Delivery {

    /** {@code CANCELLED}: the webhook was disabled before its turn came. */
    enum DeliveryState {
        PENDING, DELIVERED, FAILED, CANCELLED
    }

    @Id
    UUID id;
    @Column(name = "webhook_id")
    UUID webhookId;
    @Column(name = "event_id")
    UUID eventId;
    String type;
    @Enumerated(EnumType.STRING)
    DeliveryState status;
    int attempts;
    @Column(name = "next_try_at")
    Instant nextTryAt;
    @Column(name = "last_status")
    Integer lastStatus;
    @Column(name = "last_error")
    String lastError;
    @Column(name = "created_at")
    Instant createdAt;
    @Column(name = "delivered_at")
    Instant deliveredAt;

    protected Delivery() {
    }
}
