package org.gongdan.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;

import org.gongdan.platform.problem.DomainException.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowTest {

    private static final Instant NOW = Instant.parse("2026-11-22T01:00:00Z");

    @ParameterizedTest
    @CsvSource({
            "2026-11-22T02:00:00Z,2026-11-22T02:00:00Z,window-empty",
            "2026-11-22T02:00:00Z,2026-11-22T01:30:00Z,window-empty",
            "2026-11-22T00:58:59Z,2026-11-22T02:00:00Z,window-past",
            "-1000000000-01-01T00:00:00Z,2026-11-22T02:00:00Z,window-past",
            "2026-11-22T02:00:00Z,2026-11-22T10:00:01Z,window-too-long",
            "2026-11-22T02:00:00Z,+1000000000-12-31T23:59:59Z,window-too-long",
            "+999999999-12-31T00:00:00Z,+999999999-12-31T01:00:00Z,window-too-far"})
    void windowsNobodyCanPromiseAreRefused(Instant start, Instant end, String code) {
        assertEquals(code, assertThrows(Rejected.class, () -> Window.of(start, end, NOW)).code());
    }

    @Test
    void windowMayStartThisMinuteAndLastEightHours() {
        assertEquals(NOW, Window.of(NOW, NOW.plusSeconds(8 * 3600), NOW.plusSeconds(60)).start());
    }

    @ParameterizedTest
    @CsvSource({
            // The manual's own words, then: tomorrow, over midnight, another year, and a day that is tomorrow in UTC but today in Shanghai.
            "2026-11-22T01:00:00Z,2026-11-22T03:00:00Z,2026-11-22T00:30:00Z,今天我将于09:00-11:00之间为您提供上门服务",
            "2026-11-23T01:00:00Z,2026-11-23T03:00:00Z,2026-11-22T00:30:00Z,11月23日我将于09:00-11:00之间为您提供上门服务",
            "2026-11-22T15:00:00Z,2026-11-22T17:00:00Z,2026-11-22T00:30:00Z,今天我将于23:00-次日01:00之间为您提供上门服务",
            "2027-01-02T01:30:00Z,2027-01-02T03:00:00Z,2026-12-31T00:30:00Z,2027年1月2日我将于09:30-11:00之间为您提供上门服务",
            "2026-11-22T17:00:00Z,2026-11-22T18:00:00Z,2026-11-22T16:10:00Z,今天我将于01:00-02:00之间为您提供上门服务"})
    void sentenceForTheCustomerSpeaksHisLocalTime(Instant start, Instant end, Instant now, String expected) {
        assertEquals(expected, new Window(start, end).sentence(now));
    }
}
