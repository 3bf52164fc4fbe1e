package org.gongdan.stack;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFileTest {
    @TempDir
    Path folder;

    @Test
    void aLivingEarlierRunIsExplained() {
        // Given
        var run = new RunFile(folder.resolve("run.pids"));
        run.begin();

        // When
        var refusal = assertThrows(StackException.class, run::refuseSurvivors);

        // Then
        assertTrue(refusal.getMessage().contains("stack (process " + ProcessHandle.current().pid() + ")"), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("deploy/run --stop"), refusal.getMessage());
    }

    @Test
    void aPidThatWentToAnotherProgramDoesNotCount() throws IOException {
        // Given: our own pid, said to have started long ago
        var run = new RunFile(folder.resolve("run.pids"));
        Files.writeString(run.file(), "kafka " + ProcessHandle.current().pid() + " 1000\nhalf a li");

        // Then
        assertDoesNotThrow(run::refuseSurvivors);
    }

    @Test
    void leftoversAreEnded() throws IOException, InterruptedException {
        // Given
        var run = new RunFile(folder.resolve("run.pids"));
        var left = new ProcessBuilder("sleep", "600").start();
        run.add("kafka", left.toHandle());

        // When
        run.stopSurvivors();

        // Then
        assertTrue(left.waitFor(5, TimeUnit.SECONDS));
        assertEquals(0, run.survivors().size());
        assertFalse(Files.exists(run.file()));
    }
}
