package org.gongdan.platform.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import org.gongdan.platform.audit.AuditAnchors.Told;
import org.gongdan.platform.audit.AuditVerifier.Fault;
import org.gongdan.platform.audit.AuditVerifier.Finding;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditChainIT {

    private static final int ROWS = 30;
    private static final Instant NOW = Instant.parse("2026-11-22T01:02:03.456Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final AuditSealer running = AuditDatabase.sealer(CLOCK);
    private AuditDatabase database;

    @BeforeEach
    void rowsThatAreSealedAndTold() throws Exception {
        database = new AuditDatabase();
        database.write(ROWS);
        database.seal(running);
    }

    private AuditVerifier.Verdict verify() throws Exception {
        return database.verify(database, CLOCK);
    }

    @Test
    void anUntouchedChainIsIntactAndProven() throws Exception {
        assertEquals(new AuditVerifier.Verdict(ROWS, ROWS, true, null, 1, ROWS, NOW, List.of()), verify());
    }

    @Test
    void rowsThatCommitLateAreSealedBehindTheOthers() throws Exception {
        // Given
        database.as("postgres", "insert into audit (id, actor, action) overriding system value values (-1, 'late', 'POST /api/tickets')");

        // When
        database.seal(AuditDatabase.sealer(CLOCK));

        // Then
        assertEquals(ROWS + 1, verify().sealed());
        assertTrue(verify().intact());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            update audit set actor = 'somebody else' where id = 3                                | CHANGED | 3
            update audit set at = at - interval '1 microsecond' where id = 1                     | CHANGED | 1
            update audit set detail = 'x' where id = 5                                           | CHANGED | 5
            update audit set customer = '0190a000-0000-7000-8000-000000000002' where id = 4      | CHANGED | 4
            update audit set actor = 'actor 2P', action = 'OST /api/tickets' where id = 2        | CHANGED | 2
            update audit_seal set hash = repeat('0', 64) where position = 4                      | CHANGED | 4
            update audit_seal set audit_id = 99 where position = 2; update audit_seal set audit_id = 2 where position = 3; \
            update audit_seal set audit_id = 3 where position = 2 | CHANGED | 2
            delete from audit where id = 2                                                       | MISSING | 2
            delete from audit_seal where position = 2                                            | MISSING | 2
            delete from audit where id = 2; delete from audit_seal where position = 2            | MISSING | 2
            delete from audit where id > 10                                                      | MISSING | 11
            delete from audit_seal where position > 10                                           | TRUNCATED | 11
            delete from audit where id > 10; delete from audit_seal where position > 10          | TRUNCATED | 11
            truncate audit, audit_seal                                                           | TRUNCATED | 1
            """)
    void whatWasChangedPastTheServiceIsFound(String tampering, Fault fault, long position) throws Exception {
        // Given
        database.tamper(tampering);

        // When
        AuditVerifier.Verdict verdict = verify();

        // Then
        assertFalse(verdict.intact());
        assertEquals(position, verdict.firstBroken());
        assertTrue(verdict.findings().stream().anyMatch(finding -> finding.fault() == fault && finding.position() == position),
                verdict.toString());
    }

    @Test
    void aChainThatWasMadeAnewIsFound() throws Exception {
        // Given
        database.tamper("update audit set actor = 'somebody else' where id = 3; truncate audit_seal");
        database.seal(AuditDatabase.sealer(CLOCK));

        // When
        AuditVerifier.Verdict verdict = verify();

        // Then
        assertFalse(verdict.intact());
        assertEquals(List.of(new Finding(Fault.RECHAINED, ROWS, NOW)),
                verdict.findings().stream().filter(finding -> finding.fault() == Fault.RECHAINED).toList());
    }

    @Test
    void whatTheRunningProcessSawIsFoundThoughItWasNotToldYet() throws Exception {
        // Given
        database.write(20);
        database.seal(running);
        assertEquals(ROWS, verify().anchoredTo());
        database.tamper("delete from audit where id > 30; delete from audit_seal where position > 30");
        assertTrue(verify().intact());

        // When
        database.seal(running);

        // Then
        assertEquals(List.of(new Finding(Fault.TRUNCATED, ROWS + 1, NOW)), verify().findings());
        database.write(20);
        database.seal(running);
        assertEquals(Fault.RECHAINED, verify().findings().getFirst().fault());
    }

    @Test
    void theHeadIsToldAtTheStartThenAtMostEveryMinuteWhileItGrowsAndEveryHourAnyway() throws Exception {
        // Given
        TickingClock clock = new TickingClock(NOW);
        AuditSealer sealer = AuditDatabase.sealer(clock);
        AuditDatabase fresh = new AuditDatabase();
        fresh.seal(sealer);
        assertEquals(0, fresh.read().anchors().size());

        // When
        fresh.write(1);
        fresh.seal(sealer);
        fresh.write(1);
        fresh.seal(sealer);
        clock.go(Duration.ofMinutes(1));
        fresh.seal(sealer);
        clock.go(Duration.ofMinutes(30));
        fresh.seal(sealer);
        clock.go(Duration.ofMinutes(30));
        fresh.seal(sealer);

        // Then
        assertEquals(List.of(1L, 2L, 2L), fresh.read().anchors().stream().map(anchor -> anchor.head().position()).toList());
    }

    @Test
    void whatNobodyToldOutsideIsSaidToBeUnproven() throws Exception {
        // When
        AuditVerifier.Verdict nothingTold = database.verify(() -> new Told(List.of(), 0), CLOCK);
        AuditVerifier.Verdict unreadable = database.verify(() -> {
            throw new AuditAnchors.Unreadable(new IOException("broker away"));
        }, CLOCK);
        AuditVerifier.Verdict longAgo = database.verify(database, Clock.offset(CLOCK, Duration.ofHours(3)));

        // Then
        assertEquals(List.of(new Finding(Fault.UNANCHORED_SINCE, 0, null)), nothingTold.findings());
        assertEquals(List.of(new Finding(Fault.UNANCHORED_SINCE, 0, null)), unreadable.findings());
        assertEquals(List.of(new Finding(Fault.UNANCHORED_SINCE, ROWS, NOW)), longAgo.findings());
        assertTrue(nothingTold.intact() && unreadable.intact() && longAgo.intact());
        assertNull(longAgo.firstBroken());
    }

    @Test
    void anchorsThatWereRemovedAreMissed() throws Exception {
        // When
        AuditVerifier.Verdict verdict = database.verify(() -> new Told(database.read().anchors(), 7), CLOCK);

        // Then
        assertEquals(List.of(new Finding(Fault.ANCHORS_REMOVED, 7, null)), verdict.findings());
        assertFalse(verdict.intact());
        assertNull(verdict.firstBroken());
    }

    @Test
    void anOldRowWithoutASealIsFound() throws Exception {
        // Given
        database.as("postgres",
                "insert into audit (at, actor, action) values (now() - interval '11 minutes', 'smuggler', 'POST /api/tickets')");

        // When
        AuditVerifier.Verdict verdict = verify();

        // Then
        assertEquals(List.of(new Finding(Fault.UNSEALED, 1, null)), verdict.findings());
        assertFalse(verdict.intact());
    }

    private static final class TickingClock extends Clock {
        private Instant now;

        private TickingClock(Instant now) {
            this.now = now;
        }

        private void go(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }
}
