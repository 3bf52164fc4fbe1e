package org.gongdan.sla.monthly;

import java.time.Instant;
import java.util.UUID;

import org.gongdan.platform.event.Fact;
import org.gongdan.platform.event.Topic;

/** What others hear of monthly reports. */
@Topic("sla-events")
public sealed interface ReportEvent extends Fact {

    UUID reportId();

    @Override
    default UUID subject() {
        return reportId();
    }

    /**
     * A supervisor released it; a customer's report can be read by the customer from now on.
     *
     * @param customerId absent for the meeting pack
     * @param month such as 2026-10
     */
    record ReportReleased(UUID reportId, UUID customerId, ReportType type, String month, int number,
            Instant releasedAt) implements ReportEvent {
    }
}
