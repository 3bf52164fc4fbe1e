package org.gongdan.notification.bell;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

/** Which events ring (the constant is the event's name), for whom, and what of them is kept: ids, codes and times, and no words that people wrote. */
enum Ring {

    TICKET_OPENED(Set.of(Ear.AGENTS), body -> "PORTAL".equals(Ear.text(body, "channel")), "priority"),
    TICKET_ASSIGNED(Set.of(Ear.ASSIGNEE), "by"),
    TICKET_HANDED_OVER(Set.of(Ear.OFFERED), "by"),
    HAND_OVER_ACCEPTED(Set.of(Ear.OWNER), "by"),
    HAND_OVER_REFUSED(Set.of(Ear.OWNER), "by"),
    TICKET_REOPENED(Set.of(Ear.OWNER)),
    MESSAGE_RECEIVED(Set.of(Ear.OWNER)),
    MESSAGE_SENT(Set.of(Ear.CUSTOMER)),
    TICKET_WAITING(Set.of(Ear.CUSTOMER), "reason"),
    TICKET_RESOLVED(Set.of(Ear.CUSTOMER), "method"),
    SURVEY_ANSWERED(EnumSet.of(Ear.OWNER, Ear.SUPERVISORS), Ring::dissatisfied),
    VISIT_REQUESTED(Set.of(Ear.SUPERVISORS), "by"),
    VISIT_SCHEDULED(EnumSet.of(Ear.ENGINEER, Ear.CUSTOMER), "windowStart", "windowEnd"),
    VISIT_RESCHEDULED(EnumSet.of(Ear.ENGINEER, Ear.CUSTOMER), "windowStart", "windowEnd"),
    VISIT_DELAYED(EnumSet.of(Ear.OWNER, Ear.CUSTOMER), "windowStart", "windowEnd"),
    VISIT_DECLINED(Set.of(Ear.SUPERVISORS)),
    VISIT_CANCELLED(Set.of(Ear.ENGINEER)),
    CUSTOMER_ABSENT(EnumSet.of(Ear.OWNER, Ear.SUPERVISORS)),
    VISIT_REFUSED(EnumSet.of(Ear.OWNER, Ear.SUPERVISORS)),
    VISIT_COMPLETED(Set.of(Ear.OWNER), "outcome"),
    SLA_WARNED(Set.of(Ear.OWNER), "kind", "dueAt", "percent"),
    SLA_BREACHED(EnumSet.of(Ear.OWNER, Ear.SUPERVISORS), "kind", "dueAt"),
    SLA_ESCALATED(Set.of(Ear.ESCALATED), "kind", "dueAt", "step");

    private static final int DISSATISFIED = 3;
    private static final Map<String, Ring> BY_EVENT = Arrays.stream(values()).collect(Collectors.toMap(Ring::event, ring -> ring));

    private final Set<Ear> ears;
    private final Predicate<JsonNode> when;
    private final List<String> fields;

    /** @param fields of the event's body that a note keeps */
    Ring(Set<Ear> ears, String... fields) {
        this(ears, body -> true, fields);
    }

    /** @param when of which events of the type that is true */
    Ring(Set<Ear> ears, Predicate<JsonNode> when, String... fields) {
        this.ears = ears;
        this.when = when;
        this.fields = List.of(fields);
    }

    /** @param event name without version. @return null for one that rings nowhere */
    static Ring of(String event) {
        return BY_EVENT.get(event);
    }

    /** {@code TICKET_OPENED} is {@code TicketOpened}. */
    String event() {
        return Arrays.stream(name().split("_")).map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    Set<Ear> ears() {
        return ears;
    }

    List<String> fields() {
        return fields;
    }

    boolean rings(JsonNode body) {
        return when.test(body);
    }

    Map<String, String> about(JsonNode body) {
        Map<String, String> about = new LinkedHashMap<>();
        fields.forEach(field -> {
            String value = Ear.text(body, field);
            if (value != null) {
                about.put(field, value);
            }
        });
        return about;
    }

    private static boolean dissatisfied(JsonNode body) {
        for (JsonNode score : body.path("scores")) {
            if (score.asInt() < DISSATISFIED) {
                return true;
            }
        }
        return false;
    }
}
