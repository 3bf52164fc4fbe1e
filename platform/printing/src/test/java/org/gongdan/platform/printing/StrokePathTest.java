package org.gongdan.platform.printing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Rectangle2D;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrokePathTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"M10 40L20 12 L31 44 M48 14|10 12 38 32", "M1,1l9,0 0,9|1 1 9 9", "m5 5h10v-3H2V9|2 2 13 7",
            "M0 0C0 0 8 4 8 4S16 8 16 8|0 0 16 8",
            "M0 0Q4 0 4 4T8 8|0 0 8 8", "M0 0A5 5 0 0 1 10 10|0 0 10 10", "M1e1 1e1L2E1 20z|10 10 10 10", "M-1.5-2.5L.5.5|-1.5 -2.5 2 3",
            "M1 1L5 5Lx 9|1 1 4 4"})
    void everyCommandIsDrawnAsFarAsItCanBeRead(String data, String bounds) {
        // When
        Rectangle2D drawn = StrokePath.of(data).orElseThrow().getBounds2D();

        // Then
        String[] wanted = bounds.split(" ");
        assertEquals(Double.parseDouble(wanted[0]), drawn.getX(), 1e-9);
        assertEquals(Double.parseDouble(wanted[1]), drawn.getY(), 1e-9);
        assertEquals(Double.parseDouble(wanted[2]), drawn.getWidth(), 1e-9);
        assertEquals(Double.parseDouble(wanted[3]), drawn.getHeight(), 1e-9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "M1 1", "L5 5", "Mz", "M1", "M1 1L1 1", "Z", "M1 1Z9", "data:image/png;base64,iVBORw0KGgo="})
    void whatShowsNothingIsNoDrawing(String data) {
        assertTrue(StrokePath.of(data).isEmpty());
    }

    @Test
    void theLongestPathIsReadAtOnce() {
        assertEquals(1, StrokePath.of("M0 0" + "L1 1L0 1".repeat(12_000)).orElseThrow().getBounds2D().getWidth());
    }
}
