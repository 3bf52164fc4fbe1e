package org.gongdan.sla.escalation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;

import org.gongdan.platform.input.Prose;
import org.gongdan.sla.clock.ClockStatus;

/** Requests and views of escalations. */
final class EscalationApi {

    private EscalationApi() {
    }

    /** @param note what is done about it */
    record AnswerEscalation(@NotNull @Prose(max = 1000) String note) {
    }

    /** @param by user name */
    record EscalationAnswer(String by, Instant at, String note) {
    }

    /**
     * A step of a ladder that was told.
     *
     * @param number   of the step among the facts of its clock; with the clock's id it names the escalation
     * @param at       when the step was reached
     * @param toldAt   when we told
     * @param step     of the ladder, such as {@code 50%} or {@code due+PT1H}
     * @param role     who was told
     * @param onDuty   user names of those who stood for the role when it was told; empty when nobody did, null when no duty stands for it
     * @param ticket   number of the ticket, or null
     * @param answer   who took it up, or null
     */
    record EscalationView(UUID clockId, int number, Instant at, Instant toldAt, String step, String role, List<String> onDuty, String kind,
            ClockStatus status, Instant dueAt, Instant endedAt, UUID ticketId, String ticket, UUID visitId, UUID shiftId, UUID customerId,
            String customerName, String priority, EscalationState state, EscalationAnswer answer) {
    }
}
