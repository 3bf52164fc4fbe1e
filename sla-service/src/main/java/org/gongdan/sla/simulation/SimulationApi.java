package org.gongdan.sla.simulation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.gongdan.sla.agreement.Content;
import org.gongdan.sla.clock.ClockStatus;

/** Request and answer of a simulation. */
final class SimulationApi {

    private SimulationApi() {
    }

    /**
     * @param from    first day whose promises are replayed, in the business's zone
     * @param to      last day, which belongs to it
     * @param content what the contract would have said
     */
    record Simulate(@NotNull UUID customerId, @NotNull LocalDate from, @NotNull LocalDate to, @NotNull @Valid Content content) {
    }

    /**
     * @param promises            how many were replayed
     * @param retermed            of them, how many would have had other terms
     * @param rows                by kind and priority
     * @param changes             promises whose verdict would be another one
     * @param compensationBefore  by currency: what they cost by the contracts they were made by, without decisions of people
     * @param compensationAfter   by currency: what they would have cost by the content
     */
    record SimulationView(UUID customerId, LocalDate from, LocalDate to, Instant asOf, int promises, int retermed, List<Row> rows,
            List<ChangedVerdict> changes,
            Map<String, String> compensationBefore, Map<String, String> compensationAfter) {
    }

    record Row(String kind, String priority, int promises, Verdicts before, Verdicts after) {
    }

    /** @param broken their number; open and void ones are in neither */
    record Verdicts(int met, int broken, int open, int voided) {
    }

    record ChangedVerdict(UUID clockId, UUID ticketId, String kind, String priority, ClockStatus before, ClockStatus after,
            Instant dueBefore, Instant dueAfter) {
    }
}
