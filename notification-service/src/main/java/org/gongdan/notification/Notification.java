package org.gongdan.notification;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A message as its readers see it; it is written by {@link Notifications} and by the loop that sends it. */
@Entity
@Table(name = "notification")
public class Notification {

    @Id
    UUID id;
    @Enumerated(EnumType.STRING)
    Template template;
    @Enumerated(EnumType.STRING)
    Audience audience;
    @Enumerated(EnumType.STRING)
    Channel channel;
    @Column(name = "customer_id")
    UUID customerId;
    @Column(name = "ticket_id")
    UUID ticketId;
    String recipient;
    String subject;
    String body;
    @Enumerated(EnumType.STRING)
    Status status;
    boolean waiting;
    int attempts;
    @Column(name = "created_at")
    Instant createdAt;
    @Column(name = "sent_at")
    Instant sentAt;
    String error;

    protected Notification() {
    }
}
