package org.gongdan.platform.event;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Maps a fact's record class to the names it has on the wire: {@code TicketOpened} becomes {@code TicketOpened.v1}. */
public final class EventTypes {

    private static final Map<Class<?>, String> TOPICS = new ConcurrentHashMap<>();

    private EventTypes() {
    }

    /** {@code ce_type} of a fact record, for example {@code TicketOpened.v1}; a record named {@code TicketOpenedV2} is version 2. */
    public static String nameOf(Class<?> fact) {
        String name = fact.getSimpleName();
        int mark = name.lastIndexOf('V');
        if (mark > 0 && mark < name.length() - 1 && name.substring(mark + 1).chars().allMatch(Character::isDigit)) {
            return name.substring(0, mark) + ".v" + name.substring(mark + 1);
        }
        return name + ".v1";
    }

    /** {@code TicketClosed.v2} becomes {@code TicketClosed}: the name people know the fact by, whatever its version. */
    public static String withoutVersion(String type) {
        return type.substring(0, type.lastIndexOf('.'));
    }

    /**
     * Topic of a fact record, read from the {@link Topic} annotation of the interface it implements.
     *
     * @throws IllegalArgumentException when no interface of the record names a topic
     */
    public static String topicOf(Class<?> fact) {
        return TOPICS.computeIfAbsent(fact, EventTypes::findTopic);
    }

    private static String findTopic(Class<?> fact) {
        return Arrays.stream(fact.getInterfaces())
                .map(type -> type.getAnnotation(Topic.class))
                .filter(topic -> topic != null)
                .map(Topic::value)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(fact + " implements no interface with @Topic"));
    }
}
