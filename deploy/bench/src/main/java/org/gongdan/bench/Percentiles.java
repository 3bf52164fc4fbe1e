package org.gongdan.bench;

import java.util.Arrays;

/** Sorted samples. A percentile is a sample that was seen (nearest rank), never a mean of two. */
record Percentiles(double[] sorted) {

    static Percentiles of(double[] samples) {
        double[] sorted = samples.clone();
        Arrays.sort(sorted);
        return new Percentiles(sorted);
    }

    int count() {
        return sorted.length;
    }

    double min() {
        return at(0);
    }

    double max() {
        return at(100);
    }

    /** @param percent 0 to 100 @return NaN without samples */
    double at(double percent) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int rank = (int) Math.ceil(percent / 100 * sorted.length);
        return sorted[Math.clamp(rank, 1, sorted.length) - 1];
    }
}
