package org.gongdan.platform.inbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;

import org.gongdan.platform.event.EventJson;
import org.gongdan.platform.event.EventTypes;
import org.gongdan.platform.tx.Work;

import io.smallrye.mutiny.Uni;

/**
 * What one consumer does with each type of event it handles; other types that were known when this version was built are passed over. A handler works in
 * the transaction it is given, in one sequential chain, and throws a domain exception when the event cannot be applied.
 */
public final class Handlers {

    private final Map<String, Handler<?>> byType = new LinkedHashMap<>();

    /** @param together whether events of the type that follow each other are handed over at once */
    private record Handler<T>(Class<T> type, boolean together, BiFunction<Work, List<Received<T>>, Uni<?>> effect) {

        Uni<?> apply(Work work, List<Message> messages) throws IOException {
            List<Received<T>> events = new ArrayList<>(messages.size());
            for (Message message : messages) {
                events.add(message.payload() == null ? new Received<>(message.envelope(), null, null)
                        : new Received<>(message.envelope(), EventJson.read(message.payload(), type),
                                new String(message.payload(), StandardCharsets.UTF_8)));
            }
            return effect.apply(work, events);
        }
    }

    /** Handles version 1 (or the version in the record's name) of the event the record is named after. */
    public <T> Handlers on(Class<T> fact, BiFunction<Work, Received<T>, Uni<?>> effect) {
        return add(new Handler<>(fact, false, (work, events) -> effect.apply(work, events.getFirst())));
    }

    /**
     * The same for events that come in numbers and whose effects are written by one statement, however many they are: those that follow
     * each other in a poll come as one list, in their order. When the effect fails, each of them is tried again alone.
     */
    public <T> Handlers onAll(Class<T> fact, BiFunction<Work, List<Received<T>>, Uni<?>> effect) {
        return add(new Handler<>(fact, true, effect));
    }

    private Handlers add(Handler<?> handler) {
        byType.put(EventTypes.nameOf(handler.type()), handler);
        return this;
    }

    /** Names of the events with a handler, for example {@code TicketOpened.v1}. */
    public Set<String> types() {
        return byType.keySet();
    }

    boolean handles(String type) {
        return byType.containsKey(type);
    }

    /** Cuts messages into runs that are applied at once, in their order. @param alone messages that are nobody's company */
    List<List<Message>> runs(List<Message> messages, Predicate<Message> alone) {
        List<List<Message>> runs = new ArrayList<>();
        Message before = null;
        for (Message message : messages) {
            boolean joins = before != null && !alone.test(before) && !alone.test(message)
                    && before.envelope().type().equals(message.envelope().type()) && handler(message).together();
            if (!joins) {
                runs.add(new ArrayList<>());
            }
            runs.getLast().add(message);
            before = message;
        }
        return runs;
    }

    /** @param run one of {@link #runs}. @throws IOException when a body does not fit the handler's record */
    Uni<Void> apply(Work work, List<Message> run) throws IOException {
        return handler(run.getFirst()).apply(work, run).replaceWithVoid();
    }

    private Handler<?> handler(Message message) {
        return byType.get(message.envelope().type());
    }
}
