package org.gongdan.stack;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ChecksTest {

    @Test
    @EnabledOnOs(OS.LINUX)
    void aTakenPortIsNamedWithWhoHoldsIt() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // When
            var refusal = assertThrows(StackException.class, () -> Checks.portFree("kafka", taken.getLocalPort()));

            // Then
            var message = refusal.getMessage();
            assertTrue(message.startsWith("Port " + taken.getLocalPort() + ", which kafka needs, is taken by "), message);
            assertTrue(message.contains("(process " + ProcessHandle.current().pid() + ")"), message);
        }
    }

    @Test
    void aFreePortPasses() {
        assertDoesNotThrow(() -> Checks.portFree("kafka", Ports.free().of(Ports.KAFKA)));
    }

    @Test
    void tooLittleDiskIsSaidInMegabytes() {
        // When
        var refusal = assertThrows(StackException.class, () -> Checks.diskSpace(Path.of("/data"), 300L << 20));

        // Then
        assertTrue(refusal.getMessage().startsWith("Only 300 MB are left on the disk of /data"), refusal.getMessage());
    }

    @Test
    void theLastWordsOfALogAreShownWithItsPlace() throws IOException {
        // Given
        var log = Files.createTempFile("stack", ".log");
        Files.writeString(log, "first\n" + "middle\n".repeat(20) + "x".repeat(1000) + "\nBindException\n");

        // When
        var tail = LogTail.of(log);
        Files.delete(log);

        // Then
        assertTrue(!tail.contains("first") && tail.contains("BindException") && tail.endsWith("The whole log: " + log), tail);
        assertTrue(tail.lines().allMatch(line -> line.length() < 320), tail);
    }
}
