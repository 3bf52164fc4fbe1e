package org.gongdan.sla.agreement;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.gongdan.platform.problem.DomainException.Conflict;
import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class VersionTimelineTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

    @Test
    void dayBoundariesAreThoseOfTheContractsZone() {
        // Given
        VersionTimeline timeline = new VersionTimeline(List.of(span(1, "2026-01-01", "2026-12-31"), span(2, "2027-01-01", null)), SHANGHAI);

        // When
        List<Integer> inForce = List
                .of("2025-12-31T15:59:59Z", "2025-12-31T16:00:00Z", "2026-12-31T15:59:59.999999Z", "2026-12-31T16:00:00Z").stream()
                .map(Instant::parse).map(timeline::inForce).map(found -> found.map(Span::number).orElse(0)).toList();

        // Then
        assertEquals(List.of(0, 1, 1, 2), inForce);
    }

    @Test
    void aVersionEndsAnOpenEndedOneTheDayBeforeItBegins() {
        VersionTimeline timeline = new VersionTimeline(List.of(span(1, "2026-01-01", null), span(2, "2026-12-01", "2026-12-31")), SHANGHAI);
        assertEquals(Optional.of(1), number(timeline, "2026-11-30"));
        assertEquals(Optional.of(2), number(timeline, "2026-12-01"));
        assertEquals(Optional.empty(), number(timeline, "2027-01-01"), "the first does not come back");
    }

    @Test
    void overlapsAreRefusedWhicheverCameFirst() {
        VersionTimeline timeline = new VersionTimeline(List.of(span(1, "2026-01-01", "2026-12-31")), SHANGHAI);
        assertEquals("version-overlaps", refused(timeline, span(2, "2026-12-31", null)));
        assertEquals("version-overlaps", refused(timeline, span(2, "2025-06-01", "2026-01-01")));
        assertEquals("version-overlaps", refused(timeline, span(2, "2026-01-01", "2026-01-01")));
        assertDoesNotThrow(() -> timeline.mustAccept(span(2, "2027-01-01", null), TODAY));
        assertDoesNotThrow(() -> timeline.mustAccept(span(2, "2025-06-01", "2025-12-31"), TODAY));
    }

    @Test
    void daysThatHavePassedAreNotTakenFromTheVersionTheyBelongedTo() {
        VersionTimeline timeline = new VersionTimeline(List.of(span(1, "2026-01-01", null)), SHANGHAI);
        assertEquals("version-rewrites-the-past", refused(timeline, span(2, "2026-11-21", null)));
        assertDoesNotThrow(() -> timeline.mustAccept(span(2, "2026-11-22", null), TODAY));
        assertDoesNotThrow(() -> new VersionTimeline(List.of(), SHANGHAI).mustAccept(span(1, "2026-01-01", null), TODAY),
                "a first version may be entered late");
    }

    /** Whatever was accepted one after the other: a day belongs to the version that began last, to one at most, and open ends leave no gap. */
    @Property(tries = 500)
    void everyDayBelongsToOneVersionAtMost(@ForAll @Size(max = 8) List<@IntRange(min = 0, max = 60) Integer> starts,
            @ForAll @Size(max = 8) List<@IntRange(min = -5, max = 30) Integer> lengths) {
        // Given
        LocalDate first = TODAY.plusDays(1);
        List<Span> active = new ArrayList<>();
        for (int index = 0; index < Math.min(starts.size(), lengths.size()); index++) {
            LocalDate from = first.plusDays(starts.get(index));
            Span span = new Span(index + 1, from, lengths.get(index) < 0 ? null : from.plusDays(lengths.get(index)));
            try {
                new VersionTimeline(List.copyOf(active), SHANGHAI).mustAccept(span, TODAY);
                active.add(span);
            } catch (Conflict overlap) {
                continue;
            }
        }
        VersionTimeline timeline = new VersionTimeline(active, SHANGHAI);

        for (LocalDate day = first.minusDays(1); day.isBefore(first.plusDays(100)); day = day.plusDays(1)) {
            // When
            Optional<Span> found = timeline.inForce(day);

            // Then
            LocalDate today = day;
            List<Span> candidates = active.stream().filter(span -> !span.from().isAfter(today) && span.reaches(today)).toList();
            assertEquals(found.isPresent(),
                    active.stream().filter(span -> !span.from().isAfter(today)).reduce((a, b) -> a.from().isAfter(b.from()) ? a : b)
                            .filter(span -> span.reaches(today)).isPresent());
            assertTrue(candidates.stream().filter(span -> span.to() != null).count() <= 1, "two with a last day share " + day);
            found.ifPresent(span -> assertEquals(candidates.stream().map(Span::from).max(LocalDate::compareTo).orElseThrow(), span.from()));
        }
    }

    private static Optional<Integer> number(VersionTimeline timeline, String day) {
        return timeline.inForce(LocalDate.parse(day)).map(Span::number);
    }

    private static String refused(VersionTimeline timeline, Span span) {
        return assertThrows(Conflict.class, () -> timeline.mustAccept(span, TODAY)).code();
    }

    private static Span span(int number, String from, String to) {
        return new Span(number, LocalDate.parse(from), to == null ? null : LocalDate.parse(to));
    }
}
