package org.gongdan.notification.sla;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Currency;

import org.gongdan.notification.sla.SlaEvents.PromiseMade;
import org.gongdan.notification.sla.SlaEvents.SlaBreachWithdrawn;
import org.gongdan.notification.sla.SlaEvents.SlaBreached;
import org.gongdan.notification.sla.SlaEvents.SlaWarned;
import org.gongdan.platform.event.EventJson;
import org.gongdan.testing.EventContracts;
import org.junit.jupiter.api.Test;

class SlaEventsContractTest {

    private static final EventContracts SLA = EventContracts.of("sla-service");

    @Test
    void weCanReadPromises() throws IOException {
        for (byte[] body : SLA.bodies("PromiseMade.v1")) {
            PromiseMade promise = EventJson.read(body, PromiseMade.class);
            assertTrue(promise.kind().equals("ROSTER_HANDOVER") == (promise.ticketId() == null));
            assertTrue(promise.kind().equals("ROSTER_HANDOVER") == (promise.customerId() == null));
            assertNotNull(promise.kind());
            assertNotNull(promise.dueAt());
        }
    }

    @Test
    void weCanReadWarningsAndBreaches() throws IOException {
        for (byte[] body : SLA.bodies("SlaWarned.v1")) {
            SlaWarned warning = EventJson.read(body, SlaWarned.class);
            assertNotNull(warning.kind());
            assertNotNull(warning.at());
            assertTrue(warning.percent() > 0);
        }
        for (byte[] body : SLA.bodies("SlaBreached.v1")) {
            SlaBreached breach = EventJson.read(body, SlaBreached.class);
            assertNotNull(breach.kind());
            assertNotNull(breach.dueAt());
            assertNotNull(breach.breachedAt());
        }
    }

    @Test
    void weCanReadEscalations() throws IOException {
        for (byte[] body : SLA.bodies("SlaEscalated.v1")) {
            SlaEvents.SlaEscalated step = EventJson.read(body, SlaEvents.SlaEscalated.class);
            assertNotNull(step.ticketId());
            assertNotNull(step.kind());
            assertNotNull(step.dueAt());
            assertNotNull(step.step());
            assertNotNull(step.role());
            assertNotNull(step.at());
        }
    }

    @Test
    void weCanReadTheNamesOfKinds() throws IOException {
        for (byte[] body : SLA.bodies("PromiseKindDescribed.v1")) {
            SlaEvents.PromiseKindDescribed kind = EventJson.read(body, SlaEvents.PromiseKindDescribed.class);
            assertNotNull(kind.kind());
            assertNotNull(kind.zh());
            assertNotNull(kind.en());
        }
    }

    @Test
    void weCanReadWithdrawals() throws IOException {
        for (byte[] body : SLA.bodies("SlaBreachWithdrawn.v1")) {
            SlaBreachWithdrawn withdrawal = EventJson.read(body, SlaBreachWithdrawn.class);
            assertNotNull(withdrawal.ticketId());
            assertNotNull(withdrawal.kind());
            assertNotNull(withdrawal.dueAt());
            assertNotNull(withdrawal.breachedAt());
            assertNotNull(withdrawal.because());
        }
    }

    @Test
    void weCanReadWhatCustomersAreToldAsAWhole() throws IOException {
        for (byte[] body : SLA.bodies("ReportReleased.v1")) {
            Business.ReportReleased report = EventJson.read(body, Business.ReportReleased.class);
            assertNotNull(report.reportId());
            assertNotNull(YearMonth.parse(report.month()));
            assertNotNull(report.releasedAt());
        }
        for (byte[] body : SLA.bodies("CompensationOwed.v1")) {
            Business.CompensationOwed owed = EventJson.read(body, Business.CompensationOwed.class);
            assertNotNull(owed.customerId());
            assertNotNull(owed.agreement());
            assertNotNull(YearMonth.parse(owed.month()));
            assertNotNull(new BigDecimal(owed.amount()));
            assertNotNull(Currency.getInstance(owed.currency()));
            assertNotNull(owed.approvedAt());
        }
        for (byte[] body : SLA.bodies("CompensationWithdrawn.v1")) {
            Business.CompensationWithdrawn withdrawn = EventJson.read(body, Business.CompensationWithdrawn.class);
            assertNotNull(withdrawn.customerId());
            assertNotNull(withdrawn.at());
        }
    }
}
