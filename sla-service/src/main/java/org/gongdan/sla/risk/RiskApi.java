package org.gongdan.sla.risk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.gongdan.sla.clock.ClockStatus;

/** Views of what is in danger. */
final class RiskApi {

    private RiskApi() {
    }

    /**
     * Everything the wall counts, at one moment.
     *
     * @param soonUntil   what is due until then is counted as due soon
     * @param due         promises that run and are due by then
     * @param broken      broken and not done, other than news
     * @param silent      news the customer has not got in time, still not
     * @param waiting     tickets whose work waits for parts or for somebody else
     * @param escalations told to somebody, not answered, and the promise not done
     * @param engineers   whom open promises bind
     */
    record RisksView(Instant at, Instant soonUntil, long due, long broken, long silent, long waiting, long escalations,
            List<EngineerLoad> engineers) {
    }

    /**
     * @param promises open promises that bind him
     * @param visits   of how many visits
     * @param due      of them, those due soon
     * @param broken   of them, those that are broken
     * @param nextDue  when the next that runs is due, or null
     */
    record EngineerLoad(UUID engineerId, long promises, long visits, long due, long broken, Instant nextDue) {
    }

    /**
     * A promise that is not done.
     *
     * @param ticket       number of the ticket, or null when nobody told it
     * @param waitingFor   reason for which its work waits now, or null
     * @param waitingSince since when
     */
    record RiskView(UUID clockId, String kind, ClockStatus status, Instant startedAt, Instant dueAt, UUID ticketId, String ticket,
            UUID visitId, UUID shiftId, UUID customerId, String customerName, String priority, UUID engineerId, String promisedBy,
            String waitingFor, Instant waitingSince) {
    }
}
