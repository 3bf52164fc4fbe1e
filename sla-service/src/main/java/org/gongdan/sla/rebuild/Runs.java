package org.gongdan.sla.rebuild;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.gongdan.platform.event.EventJson;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Cuts records, in the order in which they were published, into runs in which each topic can be applied as a whole, as the service does it: in
 * a run no two topics, and no two partitions, tell of the same ticket. That saves nearly all of the transactions and keeps the order where it can matter.
 */
final class Runs {

    private final List<Map<String, List<ConsumerRecord<String, byte[]>>>> runs = new ArrayList<>();
    private final Map<String, String> placeOfTicket = new HashMap<>();
    private Map<String, List<ConsumerRecord<String, byte[]>>> run;

    private Runs() {
    }

    static List<Map<String, List<ConsumerRecord<String, byte[]>>>> of(List<ConsumerRecord<String, byte[]>> records) {
        Runs cut = new Runs();
        records.forEach(cut::add);
        return cut.runs;
    }

    private void add(ConsumerRecord<String, byte[]> record) {
        String ticket = ticket(record);
        String place = record.topic() + "-" + record.partition();
        if (run == null || !placeOfTicket.getOrDefault(ticket, place).equals(place)) {
            run = new LinkedHashMap<>();
            runs.add(run);
            placeOfTicket.clear();
        }
        placeOfTicket.put(ticket, place);
        run.computeIfAbsent(record.topic(), topic -> new ArrayList<>()).add(record);
    }

    private static String ticket(ConsumerRecord<String, byte[]> record) {
        try {
            JsonNode ticket = record.value() == null ? null : EventJson.mapper().readTree(record.value()).get("ticketId");
            return ticket == null ? String.valueOf(record.key()) : ticket.asText();
        } catch (IOException poison) {
            return String.valueOf(record.key());
        }
    }
}
