package org.gongdan.sla.compensation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.gongdan.sla.agreement.Content.Cause;
import org.gongdan.sla.agreement.Content.Exclusion;
import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class WindowsTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final LocalDateTime BASE = LocalDateTime.parse("2026-11-22T00:00");

    @Test
    void aWindowIsLocalTimeOfTheContractAndItsEndDoesNotBelongToIt() {
        Windows windows = new Windows(List.of(window(0, 60), new Exclusion("cause", null, null, Cause.FORCE_MAJEURE)), SHANGHAI);
        assertEquals(Optional.of("w0"), windows.at(Instant.parse("2026-11-21T16:00:00Z")));
        assertEquals(Optional.of("w0"), windows.at(Instant.parse("2026-11-21T16:59:59.999999Z")));
        assertEquals(Optional.empty(), windows.at(Instant.parse("2026-11-21T17:00:00Z")));
        assertEquals(Optional.empty(), windows.at(Instant.parse("2026-11-21T15:59:59Z")));
    }

    @Property
    void timeOutsideIsWhatAMinuteByMinuteCountSays(@ForAll @Size(max = 5) List<@IntRange(max = 200) Integer> begins,
            @ForAll @Size(min = 5, max = 5) List<@IntRange(min = 1, max = 60) Integer> lengths,
            @ForAll @IntRange(max = 200) int from, @ForAll @IntRange(max = 100) int length) {
        // Given
        List<Exclusion> exclusions = new ArrayList<>();
        for (int index = 0; index < begins.size(); index++) {
            exclusions.add(window(begins.get(index), lengths.get(index)));
        }
        Windows windows = new Windows(exclusions, SHANGHAI);

        // When
        Duration outside = windows.outside(at(from), at(from + length), Duration::between);

        // Then
        long minutes = java.util.stream.IntStream.range(from, from + length).filter(minute -> windows.at(at(minute)).isEmpty()).count();
        assertEquals(Duration.ofMinutes(minutes), outside);
    }

    private static Exclusion window(int minute, int length) {
        return new Exclusion("w" + minute, BASE.plusMinutes(minute), BASE.plusMinutes(minute + length), null);
    }

    private static Instant at(int minute) {
        return BASE.plusMinutes(minute).atZone(SHANGHAI).toInstant();
    }
}
