package org.gongdan.notification.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.gongdan.platform.input.Line;
import org.gongdan.platform.problem.DomainException.InvalidInput;

/** Requests and views of webhooks. */
final class WebhookApi {

    private WebhookApi() {
    }

    /** @param customerId whose events it hears; without it: the caller's own customer, for administrators everybody's */
    record RegisterWebhook(@NotNull @Line(max = 2000) String url, @NotEmpty @Size(max = 50) List<@NotNull @Line(max = 100) String> events,
            UUID customerId) {

        Set<String> knownEvents() {
            return known(events);
        }
    }

    /** What is not given stays. */
    record ChangeWebhook(@Line(max = 2000) String url, @Size(min = 1, max = 50) List<@NotNull @Line(max = 100) String> events) {

        Set<String> knownEvents() {
            return events == null ? null : known(events);
        }
    }

    private static Set<String> known(List<String> events) {
        for (String event : events) {
            if (!WebhookEvents.names().contains(event)) {
                throw new InvalidInput("events", "unknown-event", event, String.join(", ", WebhookEvents.names()));
            }
        }
        return new TreeSet<>(events);
    }

    /** @param events names of what can be subscribed to */
    record SubscribableView(List<String> events) {
    }

    record WebhookView(UUID id, long version, UUID customerId, String url, List<String> events, Webhook.WebhookState status,
            String disabledReason, Instant createdAt,
            String createdBy, Instant lastSuccessAt) {

        static WebhookView of(Webhook webhook) {
            return new WebhookView(webhook.id, webhook.version, webhook.customerId, webhook.url, List.of(webhook.events), webhook.status,
                    webhook.disabledReason,
                    webhook.createdAt, webhook.createdBy, webhook.lastSuccessAt);
        }
    }

    /**
     * The answer to a registration, the only one that holds the secret. It is kept nowhere: the repetition of a registration is answered without.
     *
     * @param secretShown true in the answer to a repetition: the first answer held the secret. Who lost it deletes the webhook and registers anew
     */
    record RegisteredWebhook(UUID id, String secret, UUID customerId, String url, List<String> events, Boolean secretShown) {

        static RegisteredWebhook of(Webhook webhook) {
            return new RegisteredWebhook(webhook.id, webhook.secret, webhook.customerId, webhook.url, List.of(webhook.events), null);
        }

        static RegisteredWebhook withoutSecret(Webhook webhook) {
            return new RegisteredWebhook(webhook.id, null, webhook.customerId, webhook.url, List.of(webhook.events), true);
        }
    }

    record DeliveryView(UUID id, UUID eventId, String type, Delivery.DeliveryState status, int attempts, Instant nextTryAt,
            Integer lastStatus, String lastError,
            Instant createdAt, Instant deliveredAt) {

        static DeliveryView of(Delivery delivery) {
            return new DeliveryView(delivery.id, delivery.eventId, delivery.type, delivery.status, delivery.attempts, delivery.nextTryAt,
                    delivery.lastStatus,
                    delivery.lastError, delivery.createdAt, delivery.deliveredAt);
        }
    }
}
