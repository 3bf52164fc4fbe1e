package org.gongdan.sla.ticket;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;

import org.gongdan.platform.event.EventJson;
import org.gongdan.platform.event.EventTypes;
import org.gongdan.testing.EventContracts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TicketEventsContractTest {

    private static final Set<String> OPTIONAL = Set.of("expectedBy");

    static Class<?>[] records() {
        return Arrays.stream(TicketEvents.class.getDeclaredClasses()).filter(Class::isRecord).toArray(Class<?>[]::new);
    }

    @ParameterizedTest
    @MethodSource("records")
    void whatWeReadIsInTheProducersExamples(Class<?> type) throws IOException, ReflectiveOperationException {
        assertReadable("ticket-service", type, OPTIONAL);
    }

    static void assertReadable(String producer, Class<?> type, Set<String> optional) throws IOException, IllegalAccessException, InvocationTargetException {
        var bodies = EventContracts.of(producer).bodies(EventTypes.nameOf(type));
        assertFalse(bodies.isEmpty());
        for (byte[] body : bodies) {
            Object fact = EventJson.read(body, type);
            for (RecordComponent component : type.getRecordComponents()) {
                component.getAccessor().setAccessible(true);
                if (!optional.contains(component.getName())) {
                    assertNotNull(component.getAccessor().invoke(fact), type.getSimpleName() + "." + component.getName());
                }
            }
        }
    }
}
