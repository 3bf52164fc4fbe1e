package org.gongdan.platform.inbox;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Which events of a poll wait behind parked ones, or begin to wait because this version does not know their type, and which tombstones overtake. */
final class Places {

    private final Set<Message> waiting = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Message> behind = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Message> overtaking = Collections.newSetFromMap(new IdentityHashMap<>());

    private Places() {
    }

    /** @param parked keys with parked events; changed as the poll goes by */
    static Places of(List<Message> poll, Set<String> parked, Handlers handlers) {
        Places places = new Places();
        for (Message message : poll) {
            boolean handled = handlers.handles(message.envelope().type());
            if (handled && message.isTombstone()) {
                if (parked.remove(message.key())) {
                    places.overtaking.add(message);
                }
            } else if (!handled || parked.contains(message.key())) {
                places.waiting.add(message);
                if (!parked.add(message.key())) {
                    places.behind.add(message);
                }
            }
        }
        return places;
    }

    boolean waits(Message message) {
        return waiting.contains(message);
    }

    /** Whether it waits for another, not for a later version. */
    boolean isBehind(Message message) {
        return behind.contains(message);
    }

    boolean overtakes(Message message) {
        return overtaking.contains(message);
    }

    boolean isAlone(Message message) {
        return waits(message) || overtakes(message);
    }
}
