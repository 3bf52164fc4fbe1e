package org.gongdan.notification.live;

import java.io.IOException;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.gongdan.platform.event.Envelope;
import org.gongdan.platform.event.EventJson;
import org.gongdan.platform.event.EventTypes;

/**
 * One event, as far as screens need to know it.
 *
 * @param event    its name without version
 * @param customer who may hear of it; null when it is our own business
 * @param ticket   it is about, or null
 * @param visit    it is about, or null
 */
record Happening(String event, UUID customer, UUID ticket, UUID visit) {

    private record About(UUID ticketId, UUID visitId) {
    }

    /** @throws IOException when its body, and Envelope.BadEnvelope when its headers cannot be read */
    static Happening of(ConsumerRecord<String, byte[]> record) throws IOException, Envelope.BadEnvelope {
        Envelope envelope = Envelope.from(record.headers());
        About about = record.value() == null ? new About(null, null) : EventJson.read(record.value(), About.class);
        return new Happening(EventTypes.withoutVersion(envelope.type()), envelope.customer(), about.ticketId(), about.visitId());
    }
}
