package org.gongdan.platform.event;

import java.util.UUID;

/**
 * Something that happened to one aggregate and that other services may hear of. Implemented by the records nested in a
 * service's sealed event interface; the record's components are the JSON body of the event.
 */
public interface Fact {

    /** Id of the aggregate the fact is about: the event's {@code subject} and its Kafka key. */
    UUID subject();

    /** Id of the customer concerned, or null when the fact concerns none. */
    UUID customerId();
}
