package org.gongdan.sla.promise;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;

/** Something that happened to a clock. Facts are only ever added; everything else about a clock follows from them. */
public sealed interface ClockFact {

    /** When it happened, in microseconds; not when we heard of it. */
    Instant at();

    /**
     * The fact as a customer may read it: without evidence and reasons that were written among ourselves. Null when it is none of his business.
     *
     * @param ofVisit why a visit comes at another time is agreed with the customer (the contracts of VisitRescheduled and VisitDelayed list
     *                {@code reason} under {@code x-customer}); why an answer is late is not
     */
    default ClockFact forCustomer(boolean ofVisit) {
        return switch (this) {
            case Paused paused -> new Paused(paused.at(), paused.reason(), null);
            case Retargeted moved when !ofVisit -> new Retargeted(moved.at(), moved.to(), null, moved.word());
            case Reopened reopened -> new Reopened(reopened.at(), null);
            case Voided voided -> new Voided(voided.at(), null);
            case Escalated ignored -> null;
            default -> this;
        };
    }

    /** @param word what was said to the customer @param about what the promise is about; both null when nobody told */
    record Started(Instant at, Terms terms, Word word, Matter about) implements ClockFact {
        public Started {
            at = micros(at);
        }

        public Started(Instant at, Terms terms) {
            this(at, terms, null, null);
        }
    }

    /**
     * Other terms hold from here on: the matter has another priority, or a new version of the contract is applied to open promises too.
     *
     * @param about what the promise is about from here on, or null when that stays as it was
     */
    record Retermed(Instant at, Terms terms, Matter about) implements ClockFact {
        public Retermed {
            at = micros(at);
        }

        public Retermed(Instant at, Terms terms) {
            this(at, terms, null);
        }
    }

    /** Work had to wait. Whether that stops the clock is said by the terms. @param evidence what proves it */
    record Paused(Instant at, String reason, String evidence) implements ClockFact {
        public Paused {
            at = micros(at);
        }
    }

    record Resumed(Instant at) implements ClockFact {
        public Resumed {
            at = micros(at);
        }
    }

    /** The promised instant was moved with the customer's agreement, such as a new window of a visit. */
    record Retargeted(Instant at, Instant to, String reason, Word word) implements ClockFact {
        public Retargeted {
            at = micros(at);
            to = micros(to);
        }

        public Retargeted(Instant at, Instant to, String reason) {
            this(at, to, reason, null);
        }
    }

    /** The customer agreed to a plan and a new time (R22); without effect when that came after the due time. */
    record Extended(Instant at, Instant newTime, String plan, String consentBy, Instant consentAt) implements ClockFact {
        public Extended {
            at = micros(at);
            newTime = micros(newTime);
        }
    }

    /** From here on the promise is counted by another revision of its calendar; what was counted before stays counted. */
    record Recalendared(Instant at, String calendar) implements ClockFact {
        public Recalendared {
            at = micros(at);
        }
    }

    /**
     * What was promised was done.
     *
     * @param by event that says so
     * @param detail what is worth keeping about it
     * @param next the same is promised again from then on
     */
    record Met(Instant at, String by, Map<String, String> detail,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean next) implements ClockFact {
        public Met {
            at = micros(at);
        }

        public Met(Instant at, String by, Map<String, String> detail) {
            this(at, by, detail, false);
        }
    }

    record Reopened(Instant at, String reason) implements ClockFact {
        public Reopened {
            at = micros(at);
        }
    }

    /** We warned that the due time draws near. */
    record Warned(Instant at, int percent) implements ClockFact {
        public Warned {
            at = micros(at);
        }
    }

    /**
     * Somebody was told because the promise is in danger or broken.
     *
     * @param step of the ladder, such as {@code 80%} or {@code due+PT1H}.
     * @param role who was told
     */
    record Escalated(Instant at, String step, String role) implements ClockFact {
        public Escalated {
            at = micros(at);
        }
    }

    /**
     * The due time passed. Without effect when a fact that came late shows that the clock was not due then.
     *
     * @param untold what had been due before and was never told, because it would have come after the breach: {@link #WARNING}, {@link #ESCALATION}
     */
    record Breached(Instant at, @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> untold) implements ClockFact {

        public static final String WARNING = "WARNING";
        public static final String ESCALATION = "ESCALATION";

        public Breached {
            at = micros(at);
            untold = untold == null ? List.of() : List.copyOf(untold);
        }

        public Breached(Instant at) {
            this(at, List.of());
        }
    }

    /** The promise has no object any more. */
    record Voided(Instant at, String reason) implements ClockFact {
        public Voided {
            at = micros(at);
        }
    }

    private static Instant micros(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }
}
