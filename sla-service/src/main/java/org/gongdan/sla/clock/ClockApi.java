package org.gongdan.sla.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.gongdan.sla.calendar.Calendar;
import org.gongdan.sla.promise.FactJson;
import org.gongdan.sla.promise.Recorded;
import org.gongdan.sla.promise.Subject;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Views of clocks. */
final class ClockApi {

    private ClockApi() {
    }

    /** @param remaining counted time left at the last fact, ISO-8601; of a running clock it shrinks until dueAt */
    record ClockView(UUID id, long version, UUID ticketId, UUID visitId, UUID shiftId, UUID customerId, String kind, ClockStatus status,
            String target,
            Instant startedAt, Instant dueAt, Instant warnAt, Instant endedAt, Instant breachedAt, String remaining, List<FactView> facts) {

        static ClockView of(Clock clock) {
            ClockState state = clock.state;
            Subject subject = clock.subject;
            return new ClockView(clock.id, clock.version, subject.ticketId(), subject.visitId(), subject.shiftId(), subject.customerId(),
                    clock.kind, state.status(), clock.target,
                    state.startedAt(), state.dueAt(), state.warnAt(), state.endedAt(), state.breachedAt(), text(state.remaining()),
                    clock.facts.stream().sorted(Recorded.BY_TIME).map(FactView::of).toList());
        }
    }

    record FactView(Instant at, String fact, ObjectNode data) {

        static FactView of(Recorded recorded) {
            return new FactView(recorded.fact().at(), FactJson.name(recorded.fact()), FactJson.data(recorded.fact()));
        }
    }

    /**
     * How a clock came to its due time.
     *
     * @param sentence the same in words, in the caller's language
     * @param calendar revision of the calendar that counts it now
     */
    record ExplanationView(UUID clockId, String kind, ClockStatus status, Instant dueAt, String sentence, String calendar,
            List<StepView> steps) {
    }

    /**
     * @param remaining counted time left after the fact, ISO-8601; negative when overdue
     * @param calendar  revision of the calendar that counts from here on
     * @param counted   counted time since the step before, ISO-8601
     * @param notCounted time since the step before that did not count, and why
     * @param untilDue  time from here to the due time that does not count, and why
     */
    record StepView(Instant at, String fact, Effect effect, String remaining, Instant dueAt, ClockStatus status, String calendar,
            String counted,
            List<NotCountedView> notCounted, List<NotCountedView> untilDue, ObjectNode data, String sentence) {
    }

    /** @param name of the day off @param time ISO-8601 */
    record NotCountedView(Why why, String name, String time) {

        static List<NotCountedView> of(List<Calendar.NotCounted> reasons) {
            return reasons.stream().map(
                    reason -> new NotCountedView(reason.name() == null ? Why.OFF_HOURS : Why.DAY_OFF, reason.name(), text(reason.time())))
                    .toList();
        }
    }

    enum Why {
        /** A night, a lunch break, a weekend. */
        OFF_HOURS,
        /** A holiday or half day, with its name. */
        DAY_OFF,
        /** The clock stood still: it was waiting for the customer, or looked done. */
        STANDING_STILL
    }

    static String text(Duration duration) {
        return duration.toString();
    }
}
