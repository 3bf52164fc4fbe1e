package org.gongdan.platform.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.sql.SQLException;

import org.gongdan.platform.problem.DomainException;
import org.junit.jupiter.api.Test;

class ParkedCauseTest {

    @Test
    void whatIsNotKnownHereIsMissing() {
        assertEquals(ParkedCause.MISSING, ParkedCause.of(new DomainException.NotFound("ticket", 7).toString()));
        assertEquals("not-found", ParkedCause.code(new DomainException.NotFound("ticket", 7).toString()));
    }

    @Test
    void aRuleThatSaysNoHasRefusedAndIsNamed() {
        String error = new DomainException.Rejected("shift-overlaps").toString();
        assertEquals(ParkedCause.REFUSED, ParkedCause.of(error));
        assertEquals("shift-overlaps", ParkedCause.code(error));
    }

    @Test
    void theDatabaseIsNoRule() {
        String error = new SQLException("duplicate key: x").toString();
        assertEquals(ParkedCause.DATABASE, ParkedCause.of(error));
        assertNull(ParkedCause.code(error));
        assertEquals(ParkedCause.DATABASE, ParkedCause.of("io.vertx.pgclient.PgException: ERROR: null value (23502)"));
        assertEquals(ParkedCause.DATABASE, ParkedCause.of("org.hibernate.exception.ConstraintViolationException: error"));
    }

    @Test
    void everythingElseIsAFaultOfTheProgram() {
        assertEquals(ParkedCause.PROGRAM, ParkedCause.of(new NullPointerException().toString()));
        assertEquals(ParkedCause.PROGRAM, ParkedCause.of(new IllegalStateException("java.sql.SQLException").toString()));
        assertNull(ParkedCause.code("java.lang.NullPointerException"));
    }

    @Test
    void whatStandsBehindAnotherOnlyWaits() {
        assertEquals(ParkedCause.WAITS, ParkedCause.of(ParkedCause.BEHIND));
    }
}
