package org.gongdan.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Map;

import org.junit.jupiter.api.Test;

class ProcFileTest {

    @Test
    void cpuIsFoundBehindANameWithBlanksAndBrackets() {
        // Given
        String stat = "4711 (a (strange) name) S 1 4711 4711 0 -1 4194304 500 600 0 0 123 45 6 7 20 0 30 0 99 1000000 2000";

        // When
        ProcFile.Cpu cpu = ProcFile.cpu(stat);

        // Then
        assertEquals(1680, cpu.own());
        assertEquals(130, cpu.gone());
    }

    @Test
    void theCompilersOfThisJvmHaveTakenTime() throws IOException {
        assertTrue(ProcFile.cpuOfCompilers(ProcessHandle.current().pid()) > 0);
    }

    @Test
    void idleAndWaitingForDisksAreNotBusy() {
        // Given
        String stat = "cpu  10 20 30 1000 2000 1 2 3 0 0\ncpu0 1 1 1 1 1 1 1 1 0 0\n";

        // When
        double busy = ProcFile.busy(stat);

        // Then
        assertEquals(660, busy);
    }

    @Test
    void sizesComeAsMebibytesByName() {
        // Given
        String text = "55d0-7ffc ---p 00000000 00:00 0   [rollup]\nRss:              204800 kB\nPss:              102400 kB\n";

        // When
        Map<String, Double> sizes = ProcFile.mebibytes(text);

        // Then
        assertEquals(Map.of("Rss", 200.0, "Pss", 100.0), sizes);
    }
}
