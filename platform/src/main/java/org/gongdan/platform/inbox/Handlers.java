package org.gongdan.platform.inbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

import org.gongdan.platform.event.EventJson;
import org.gongdan.platform.event.EventTypes;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/**
 * What one consumer does with each type of event it knows; types it does not know are skipped. A handler works in the session it is
 * given, in one sequential chain, and throws a domain exception when the event cannot be applied.
 */
public final class Handlers {

    private final Map<String, Handler<?>> byType = new LinkedHashMap<>();

    private record Handler<T>(Class<T> type, BiFunction<Mutiny.Session, Received<T>, Uni<?>> effect) {

        Uni<?> apply(Mutiny.Session session, Message message) throws IOException {
            if (message.payload() == null) {
                return effect.apply(session, new Received<>(message.envelope(), null, null));
            }
            T fact = EventJson.read(message.payload(), type);
            return effect.apply(session, new Received<>(message.envelope(), fact, new String(message.payload(), StandardCharsets.UTF_8)));
        }
    }

    /** Handles version 1 (or the version in the record's name) of the event the record is named after. */
    public <T> Handlers on(Class<T> fact, BiFunction<Mutiny.Session, Received<T>, Uni<?>> effect) {
        byType.put(EventTypes.nameOf(fact), new Handler<>(fact, effect));
        return this;
    }

    /** Names of the events with a handler, for example {@code TicketOpened.v1}. */
    public Set<String> types() {
        return byType.keySet();
    }

    boolean knows(String type) {
        return byType.containsKey(type);
    }

    /** @throws IOException when the body does not fit the handler's record */
    Uni<Void> apply(Mutiny.Session session, Message message) throws IOException {
        return byType.get(message.envelope().type()).apply(session, message).replaceWithVoid();
    }
}
