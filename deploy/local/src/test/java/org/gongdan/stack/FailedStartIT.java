package org.gongdan.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailedStartIT {
    @TempDir
    Path data;

    @Test
    void aPartThatDiesIsExplainedAndTheOthersAreStopped() {
        // Given
        var stack = Stack.builder().ports(Ports.free()).data(data).services().javaOptions(Ports.KAFKA, "-XX:+NoSuchFlag").build();

        // When
        var failure = assertThrows(StackException.class, stack::start);

        // Then
        var message = failure.getMessage();
        assertTrue(message.startsWith("kafka ended with exit code 1."), message);
        assertTrue(message.contains("NoSuchFlag") && message.endsWith("The whole log: " + data.resolve("logs/kafka.log")), message);
        List.of(Ports.POSTGRES, Ports.MAIL, Ports.KEYCLOAK).forEach(name -> assertFalse(stack.process(name).alive(), name));
        assertThrows(StackException.class, stack.process(Ports.MAIL)::restart, "nothing is started behind the back of a stopped stack");
        assertEquals(List.of(), new RunFile(data.resolve("run.pids")).survivors());
    }

    @Test
    void aTakenPortStopsTheStartBeforeAnythingRuns() throws Exception {
        // Given
        try (var taken = new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            var stack = Stack.builder().ports(Ports.free().with(Ports.KEYCLOAK, taken.getLocalPort())).data(data).services().build();

            // When
            var failure = assertThrows(StackException.class, stack::start);

            // Then
            assertTrue(failure.getMessage().startsWith("Port " + taken.getLocalPort() + ", which keycloak needs, is taken"),
                    failure.getMessage());
        }
    }
}
