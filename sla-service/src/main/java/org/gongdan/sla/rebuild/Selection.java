package org.gongdan.sla.rebuild;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** What is rebuilt. @param customer only this one's; null: everything */
record Selection(UUID customer) {

    static final Selection EVERYTHING = new Selection(null);

    /** What we promise among ourselves names no customer: what we decided about that belongs to everybody, and finds its clock or none. */
    boolean holds(ConsumerRecord<String, byte[]> record) {
        Header owner = record.headers().lastHeader("ce_customer");
        if (customer == null || owner == null || owner.value() == null) {
            return customer == null || record.topic().equals(Decisions.TOPIC);
        }
        return customer.toString().equals(new String(owner.value(), StandardCharsets.UTF_8));
    }
}
