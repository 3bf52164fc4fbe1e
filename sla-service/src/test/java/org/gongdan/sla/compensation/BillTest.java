package org.gongdan.sla.compensation;

import static org.gongdan.sla.clock.HistoryFixtures.hours;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.gongdan.sla.agreement.AgreementType;
import org.gongdan.sla.agreement.InForce;
import org.gongdan.sla.agreement.SlaDocument;
import org.gongdan.sla.clock.History;
import org.gongdan.sla.clock.HistoryFixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/**
 * The contract of docs/sla.md: 100.00 per breach of P1 and 50.00 per started hour, at most 300.00; 5 % or 10 % of 12000.00 for a bad
 * month; at most 2400.00 a month.
 */
class BillTest {

    private static final Instant NINE = Instant.parse("2026-11-02T01:00:00Z");
    private static final Instant NOW = Instant.parse("2026-12-31T00:00:00Z");
    private static final Bill BILL = new Bill(
            new InForce(AgreementType.SLA, UUID.randomUUID(), UUID.randomUUID(), "HT-2026-017", 1, LocalDate.parse("2026-01-01"),
                    ZoneId.of("Asia/Shanghai"), SlaDocument.content()));

    /** The table of docs/sla.md. */
    @ParameterizedTest
    @CsvSource({"P1, 4h, 0.00", "P1, 4h1m, 150.00", "P1, 5h, 150.00", "P1, 5h1m, 200.00", "P1, 6h30m, 250.00", "P1, 7h1m, 300.00",
            "P1, 90h, 300.00", "P2, 9h, 0.00"})
    void theWorkedExampleOfABreach(String priority, String doneAfter, BigDecimal amount) {
        assertEquals(amount, BILL.breach(one(priority, Duration.parse("PT" + doneAfter)), NOW).amount());
    }

    @Test
    void whatBreaksInTheWindowCostsNothingAndItsTimeIsNotLate() {
        Instant evening = Instant.parse("2026-12-31T12:30:00Z");
        History inside = HistoryFixtures.resolution("P1", hours(4, null), evening, Duration.ofHours(20));
        History before = HistoryFixtures.resolution("P1", hours(4, null), evening.minus(Duration.ofHours(3)), Duration.ofHours(12));
        assertEquals("0.00", BILL.breach(of(inside, "P1"), NOW).amount().toPlainString(), "due at 0:30, inside 盘点停机");
        assertEquals("150.00", BILL.breach(of(before, "P1"), NOW).amount().toPlainString(),
                "due at 21:30, half an hour until the window, done in it");
    }

    @Test
    void aMonthIsTheSumOfBreachesAndAttainmentUpToItsCap() {
        List<Bill.Case> month = new ArrayList<>();
        for (int kept = 0; kept < 17; kept++) {
            month.add(one("P1", Duration.ofHours(1)));
        }
        month.add(one("P1", Duration.ofMinutes(241)));
        assertEquals("750.00", BILL.total(month, NOW).toPlainString(), "150.00, and 5 % for 17 of 18 = 94.44 %");
        for (int broken = 0; broken < 8; broken++) {
            month.add(one("P1", Duration.ofHours(90)));
        }
        assertEquals("2400.00", BILL.total(month, NOW).toPlainString(), "the cap");
    }

    @Property
    void monthsAddUp(@ForAll @Size(max = 10) List<@IntRange(max = 20) Integer> november,
            @ForAll @Size(max = 10) List<@IntRange(max = 20) Integer> december) {
        // Given
        List<Bill.Case> first = november.stream().map(hours -> at(NINE, hours)).toList();
        List<Bill.Case> second = december.stream().map(hours -> at(NINE.plus(Duration.ofDays(35)), hours)).toList();
        List<Bill.Case> both = new ArrayList<>(first);
        both.addAll(second);

        // When
        BigDecimal together = BILL.total(both, NOW);

        // Then
        assertEquals(0, together.compareTo(BILL.total(first, NOW).add(BILL.total(second, NOW))));
        assertEquals(true, together.signum() >= 0 && together.compareTo(new BigDecimal("4800.00")) <= 0);
    }

    private static Bill.Case one(String priority, Duration doneAfter) {
        return of(HistoryFixtures.resolution(priority, hours(4, null), NINE, doneAfter), priority);
    }

    private static Bill.Case at(Instant opened, int hours) {
        return of(HistoryFixtures.resolution("P1", hours(4, null), opened, Duration.ofHours(hours)), "P1");
    }

    private static Bill.Case of(History history, String priority) {
        return new Bill.Case("RESOLUTION_24H", priority, history.state(), (from, to) -> history.counted(history.state(), from, to));
    }
}
