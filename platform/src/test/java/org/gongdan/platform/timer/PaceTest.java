package org.gongdan.platform.timer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

class PaceTest {

    private static final long MILLISECOND = TimeUnit.MILLISECONDS.toNanos(1);

    @Test
    void aBacklogRestsForWhatIsLeftOfItsTime() {
        assertEquals(85 * MILLISECOND, new Pace(2500).rest(250, 15 * MILLISECOND, 1));
    }

    @Test
    void whoIsSlowerThanThePaceDoesNotRest() {
        assertEquals(0, new Pace(2500).rest(250, 130 * MILLISECOND, 1));
    }

    @Test
    void withoutAPaceNobodyRests() {
        assertEquals(0, new Pace(0).rest(250, 0, 1));
    }
}
