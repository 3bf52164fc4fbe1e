package org.gongdan.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class PercentilesTest {

    @Test
    void percentileIsTheNearestRankOfWhatWasSeen() {
        // Given
        double[] samples = IntStream.rangeClosed(1, 200).mapToDouble(n -> 201 - n).toArray();

        // When
        Percentiles percentiles = Percentiles.of(samples);

        // Then
        assertEquals(100, percentiles.at(50));
        assertEquals(198, percentiles.at(99));
        assertEquals(200, percentiles.max());
        assertEquals(1, percentiles.min());
    }

    @Test
    void oneSampleIsEveryPercentile() {
        // Given
        Percentiles percentiles = Percentiles.of(new double[] {7});

        // When
        double low = percentiles.at(0.1);

        // Then
        assertEquals(7, low);
        assertEquals(7, percentiles.at(99.9));
    }

    @Test
    void withoutSamplesThereIsNoPercentile() {
        // Given
        Percentiles percentiles = Percentiles.of(new double[0]);

        // When
        double half = percentiles.at(50);

        // Then
        assertTrue(Double.isNaN(half));
    }
}
