package org.gongdan.sla.promise;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.gongdan.platform.event.Fact;
import org.gongdan.platform.event.Topic;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** Everything other services hear about promises. What is promised about a shift of the duty roster concerns no ticket and no customer. */
@Topic("sla-events")
public sealed interface SlaEvent extends Fact {

    UUID clockId();

    /** What the promise is about and whom it is made to. */
    Subject of();

    String kind();

    @Override
    default UUID subject() {
        return clockId();
    }

    @Override
    default UUID customerId() {
        return of().customerId();
    }

    /** @param terms what was promised. @param about what decided about the terms, or null */
    record PromiseMade(UUID clockId, @JsonUnwrapped Subject of, String kind, Instant dueAt, Instant madeAt, Terms terms,
            Matter about) implements SlaEvent {
    }

    record SlaWarned(UUID clockId, @JsonUnwrapped Subject of, String kind, Instant dueAt, int percent, Instant at) implements SlaEvent {
    }

    /**
     * @param terms  as in {@link PromiseMade}, and like {@code about} only when this is the first that is told of the promise
     * @param untold WARNING, ESCALATION: had been due before and was not told; null when everything was
     */
    record SlaBreached(UUID clockId, @JsonUnwrapped Subject of, String kind, Instant dueAt, Instant breachedAt, Terms terms, Matter about,
            List<String> untold) implements SlaEvent {

        public SlaBreached(UUID clockId, Subject of, String kind, Instant dueAt, Instant breachedAt, List<String> untold) {
            this(clockId, of, kind, dueAt, breachedAt, null, null, untold);
        }
    }

    /** @param terms as in {@link SlaBreached} */
    record SlaMet(UUID clockId, @JsonUnwrapped Subject of, String kind, Instant dueAt, Instant metAt, Terms terms,
            Matter about) implements SlaEvent {
    }

    /**
     * Other terms hold from here on.
     *
     * @param about what decides about the terms from here on, or null when that stays as it was
     * @param told  event that brought it about (another priority), or null when a manager asked for it (another version of the contract)
     */
    record PromiseRetermed(UUID clockId, @JsonUnwrapped Subject of, String kind, Instant dueAt, Terms terms, Matter about, UUID told,
            Instant at)
            implements
                SlaEvent {
    }

    /** From here on it is counted by another revision of its calendar. */
    record PromiseRecalendared(UUID clockId, @JsonUnwrapped Subject of, String kind, Instant dueAt, String calendar,
            Instant at) implements SlaEvent {
    }

    /** The due time of an open promise is another one now. @param cause why */
    record SlaExtended(UUID clockId, @JsonUnwrapped Subject of, String kind, Instant dueAt, Instant previousDueAt, MoveCause cause,
            Instant at) implements SlaEvent {
    }

    /**
     * We said that it was broken, and it was not: we were told late of something that happened in time. Other news of the same fact follow.
     *
     * @param dueAt      when it is, or was, due as we know now
     * @param breachedAt the due time of which we said that it passed
     * @param at         when that happened of which we were told late
     */
    record SlaBreachWithdrawn(UUID clockId, @JsonUnwrapped Subject of, String kind, Instant dueAt, Instant breachedAt,
            WithdrawalReason because,
            Instant at) implements SlaEvent {
    }

    /** What shows that a promise was not broken. */
    enum WithdrawalReason {
        /** What was promised was done in time. */
        KEPT,
        /** The customer had agreed to a new time. */
        AGREED,
        /** Waiting for the customer did not count. */
        PAUSED,
        /** The visit had another window. */
        RESCHEDULED,
        /** Nothing was promised any more. */
        CALLED_OFF,
        /** Its calendar had been changed before, and it was not due by the new one. */
        CALENDAR_CHANGED
    }

    /**
     * A step of the escalation ladder was reached.
     *
     * @param role   who is to be told
     * @param duty   duty of the roster that stands for this role, or null when none does
     * @param onDuty user names of those who are on this duty now; empty when nobody is: then the role itself is to be told. Null when no
     *               duty stands for the role
     * @param at     when it was reached by the plan
     */
    record SlaEscalated(UUID clockId, @JsonUnwrapped Subject of, String kind, Instant dueAt, String step, String role,
            String duty, List<String> onDuty, Instant at) implements SlaEvent {
    }

    enum MoveCause {
        /** The customer agreed to a new time. */
        AGREED,
        /** Waiting for the customer did not count. */
        PAUSED,
        /** The time between the fix and its failing did not count. */
        REOPENED,
        /** The visit has another window, or the answer was promised for another time. */
        RESCHEDULED,
        /** The calendar of the promise was changed, and the change was meant for open promises too. */
        CALENDAR_CHANGED,
        /** Other terms hold: another priority, or a new version of the contract. */
        RETERMED
    }
}
