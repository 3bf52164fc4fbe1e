package org.gongdan.sla.promise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;

class ClockFactTest {

    private static final Instant AT = Instant.parse("2026-11-20T01:00:00Z");
    private static final Instant TO = Instant.parse("2026-11-20T09:00:00Z");

    @Test
    void customersReadWhatTheyWereToldAndNotWhyAmongOurselves() {
        Word word = new Word("agent", "今天下午五点前答复您", null, null, Map.of());
        assertEquals(new ClockFact.Retargeted(AT, TO, null, word), new ClockFact.Retargeted(AT, TO, "厂家未回复", word).forCustomer(false));
        ClockFact.Retargeted visit = new ClockFact.Retargeted(AT, TO, "customer asked", word);
        assertEquals(visit, visit.forCustomer(true));
        assertEquals(new ClockFact.Paused(AT, "PARTS", null), new ClockFact.Paused(AT, "PARTS", "缺货单").forCustomer(false));
        assertEquals(new ClockFact.Reopened(AT, null), new ClockFact.Reopened(AT, "没修好").forCustomer(false));
        assertEquals(new ClockFact.Voided(AT, null), new ClockFact.Voided(AT, "重复").forCustomer(false));
        assertNull(new ClockFact.Escalated(AT, "80%", "supervisor").forCustomer(false));
    }
}
