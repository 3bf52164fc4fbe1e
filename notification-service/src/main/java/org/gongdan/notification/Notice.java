package org.gongdan.notification;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Something to be told.
 *
 * @param customerId whom it concerns, or null when it is our own business
 * @param contactId   who is told, or null: then the ticket's contact, or nobody in particular for supervisors
 * @param usefulUntil nobody wants to hear it later
 * @param data        what the template needs beyond ticket and contact
 */
public record Notice(Template template, UUID customerId, UUID ticketId, UUID contactId, Instant usefulUntil, Map<String, Object> data) {
}
