package org.gongdan.sla.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareTest {

    @ParameterizedTest
    @CsvSource({"9996, 10000, 0.9996, 99.96, 99.96 %", "99999, 100000, 0.9999, 99.99, 99.99 %", "99996, 100000, 0.9999, 99.99, 99.99 %",
            "1, 100000, 0.0001, 0.01, 0.01 %", "0, 5, 0.0, 0.00, 0.00 %",
            "5, 5, 1.0, 100.00, 100.00 %", "2, 3, 0.6667, 66.66, 66.67 %", "17, 18, 0.9444, 94.44, 94.44 %"})
    void nothingIsRoundedUpToAllNorDownToNothing(long part, long whole, double share, String reached, String text) {
        assertEquals(share, Share.of(part, whole));
        assertEquals(reached, Share.reachedPercent(part, whole).toPlainString());
        assertEquals(text, Share.text(Share.of(part, whole), Locale.ENGLISH));
        assertEquals(text, Share.text((double) part / whole, Locale.ENGLISH));
        assertEquals(share, Share.shown((double) part / whole));
    }

    @Test
    void nothingOfNothingIsNoShare() {
        assertNull(Share.of(0, 0));
    }
}
