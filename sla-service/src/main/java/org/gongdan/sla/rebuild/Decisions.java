package org.gongdan.sla.rebuild;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.gongdan.platform.event.Envelope;
import org.gongdan.platform.event.EventJson;
import org.gongdan.platform.event.EventTypes;
import org.gongdan.platform.tx.AppendTable;
import org.gongdan.sla.promise.SlaEvent;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What this service decided itself, read from its own topic: on which terms it promised, and when it warned, escalated and found a promise broken. */
final class Decisions {

    static final String TOPIC = "sla-events";
    static final String TABLE = """
            decision (event_id uuid not null, clock_id uuid not null, sequence bigint not null, fact text not null, at timestamptz, data jsonb, told uuid,
                primary key (event_id, fact))""";
    private static final AppendTable DECISION = AppendTable
            .of("decision", "event_id", "uuid", "clock_id", "uuid", "sequence", "bigint", "fact", "text",
                    "at", "timestamptz", "data", "jsonb", "told", "uuid")
            .once();
    /** Told of a clock, but no fact of it. */
    private static final String NEWS = "TOLD";

    private Decisions() {
    }

    /**
     * @param fact as clocks store it; {@code STARTED} holds the terms and what decided about them
     * @param at   null for STARTED and TOLD
     * @param told event of somebody else that made us decide: the fact stands among what was heard, and what we decided about it here; or null
     */
    record Decision(String fact, Instant at, ObjectNode data, UUID told) {

        Decision(String fact, Instant at, ObjectNode data) {
            this(fact, at, data, null);
        }
    }

    static void keep(Connection connection, List<ConsumerRecord<String, byte[]>> records) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            Envelope envelope = envelope(record);
            if (envelope != null) {
                of(envelope.type(), body(record)).forEach(decision -> rows.add(new Object[] {envelope.id(), UUID.fromString(record.key()),
                        envelope.sequence(),
                        decision.fact(), decision.at(), decision.data() == null ? null : decision.data().toString(), decision.told()}));
            }
        }
        DECISION.add(connection, rows);
    }

    static List<Decision> of(String type, ObjectNode body) {
        List<Decision> decisions = new ArrayList<>();
        if (body.has("terms") && !is(type, SlaEvent.PromiseRetermed.class)) {
            decisions.add(new Decision("STARTED", null, only(body, "terms", "about")));
        }
        if (is(type, SlaEvent.SlaWarned.class)) {
            decisions.add(new Decision("WARNED", at(body, "at"), only(body, "percent")));
        } else if (is(type, SlaEvent.SlaBreached.class)) {
            decisions.add(new Decision("BREACHED", at(body, "breachedAt"), only(body, "untold")));
        } else if (is(type, SlaEvent.SlaEscalated.class)) {
            decisions.add(new Decision("ESCALATED", at(body, "at"), only(body, "step", "role")));
        } else if (is(type, SlaEvent.PromiseRetermed.class)) {
            decisions.add(new Decision("RETERMED", at(body, "at"), only(body, "terms", "about"),
                    body.has("told") ? UUID.fromString(body.get("told").asText()) : null));
        } else if (is(type, SlaEvent.PromiseRecalendared.class)) {
            decisions.add(new Decision("RECALENDARED", at(body, "at"), only(body, "calendar")));
        } else if (decisions.isEmpty() && body.has("clockId")) {
            decisions.add(new Decision(NEWS, null, null));
        }
        return decisions;
    }

    private static boolean is(String type, Class<?> event) {
        return EventTypes.nameOf(event).equals(type);
    }

    private static Instant at(ObjectNode body, String field) {
        return Instant.parse(body.get(field).asText());
    }

    private static ObjectNode only(ObjectNode body, String... fields) {
        return body.deepCopy().retain(Arrays.asList(fields));
    }

    /** @return null for what is no event: nobody else can read it either */
    private static Envelope envelope(ConsumerRecord<String, byte[]> record) {
        try {
            return Envelope.from(record.headers());
        } catch (Envelope.BadEnvelope unreadable) {
            return null;
        }
    }

    private static ObjectNode body(ConsumerRecord<String, byte[]> record) {
        try {
            return (ObjectNode) EventJson.mapper().readTree(record.value());
        } catch (IOException e) {
            throw new IllegalStateException(
                    "our own event at " + record.topic() + "-" + record.partition() + "@" + record.offset() + " cannot be read", e);
        }
    }
}
