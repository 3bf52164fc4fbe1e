package org.gongdan.platform.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AuditRowsTest {

    @Test
    void anOperationIsEveryPathWithSomethingInItsPlaces() {
        // When
        String pattern = AuditRows.pattern("POST /api/customers/{id}/contacts/{contact}");

        // Then
        assertEquals("^POST /api/customers/[^/]+/contacts/[^/]+$", pattern);
        assertTrue("POST /api/customers/1/contacts/2".matches(pattern));
        assertFalse("POST /api/customers/1/contacts/2/reveal".matches(pattern));
    }

    @Test
    void signsOfRegularExpressionsAreSignsOfThePath() {
        assertEquals("^POST /api/request\\-visit\\.\\*$", AuditRows.pattern("POST /api/request-visit.*").replace("\\/", "/"));
    }

    @Test
    void nothingAskedIsNoCondition() {
        assertNull(AuditRows.pattern(null));
    }
}
