package org.gongdan.sla.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.gongdan.platform.problem.ProblemTexts;
import org.gongdan.sla.calendar.Calendar.NotCounted;
import org.gongdan.sla.clock.ClockApi.ExplanationView;
import org.gongdan.sla.clock.ClockApi.NotCountedView;
import org.gongdan.sla.clock.ClockApi.StepView;
import org.gongdan.sla.clock.ClockApi.Why;
import org.gongdan.sla.kind.Kinds;
import org.gongdan.sla.promise.Basis;
import org.gongdan.sla.promise.ClockFact;
import org.gongdan.sla.promise.FactJson;
import org.gongdan.sla.promise.Terms;

/** Says why a clock is due when it is due: the derivation step by step, as data and in words. */
final class Explanation {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final Kinds kinds;
    private final Locale locale;
    private final ZoneId zone;

    Explanation(Kinds kinds, Locale locale, ZoneId zone) {
        this.kinds = kinds;
        this.locale = locale;
        this.zone = zone;
    }

    ExplanationView of(Clock clock) {
        List<StepView> steps = clock.steps().stream().map(this::view).toList();
        ClockState state = clock.state;
        String sentence = say("clock." + state.status(), kinds.name(clock.kind, locale), time(state.startedAt()), time(state.dueAt()),
                duration(state.remaining()), time(state.endedAt()), lateness(state));
        return new ExplanationView(clock.id, clock.kind, state.status(), state.dueAt(), sentence, state.calendar(), steps);
    }

    private StepView view(Derivation.Step step) {
        ClockFact fact = step.fact();
        String sentence = say("step." + step.effect(), time(fact.at()), duration(step.remaining()), time(step.dueAt()), detail(fact));
        return new StepView(fact.at(), FactJson.name(fact), step.effect(), ClockApi.text(step.remaining()), step.dueAt(), step.status(),
                step.calendar(),
                step.before() == null ? null : ClockApi.text(step.before().counted()), lost(step.before()),
                NotCountedView.of(step.untilDue()),
                FactJson.data(fact), sentence + since(step.before()) + untilDue(step));
    }

    private static List<NotCountedView> lost(Derivation.Stretch before) {
        if (before == null) {
            return null;
        }
        return before.stood().isZero() ? NotCountedView.of(before.off())
                : List.of(new NotCountedView(Why.STANDING_STILL, null, ClockApi.text(before.stood())));
    }

    private String since(Derivation.Stretch before) {
        return before == null || before.off().isEmpty() ? ""
                : say("since", duration(before.counted()), before.calendar(), reasons(before.off()));
    }

    private String untilDue(Derivation.Step step) {
        return step.untilDue().isEmpty() ? "" : say("until-due", reasons(step.untilDue()), step.calendar());
    }

    private String reasons(List<NotCounted> reasons) {
        return reasons.stream()
                .map(reason -> say("reason", reason.name() == null ? say("off-hours") : reason.name(), duration(reason.time())))
                .collect(Collectors.joining(say("reason-and")));
    }

    private String detail(ClockFact fact) {
        return switch (fact) {
            case ClockFact.Started started -> promised(started.terms());
            case ClockFact.Retermed retermed ->
                promised(retermed.terms()) + (retermed.about() == null ? "" : say("priority", retermed.about().priority()));
            case ClockFact.Paused paused -> paused.evidence() == null ? paused.reason() : paused.reason() + ", " + paused.evidence();
            case ClockFact.Retargeted retargeted -> time(retargeted.to());
            case ClockFact.Extended extended -> time(extended.newTime());
            case ClockFact.Recalendared recalendared -> recalendared.calendar();
            case ClockFact.Met met -> met.by();
            case ClockFact.Reopened reopened -> reopened.reason() == null ? "" : reopened.reason();
            case ClockFact.Voided voided -> voided.reason() == null ? "" : voided.reason();
            case ClockFact.Warned warned -> Integer.toString(warned.percent());
            case ClockFact.Escalated escalated -> escalated.role() + ", " + escalated.step();
            case ClockFact.Resumed ignored -> "";
            case ClockFact.Breached breached -> breached.untold().isEmpty() ? "" : say("untold");
        };
    }

    /** What the terms promise, and by which contract. */
    private String promised(Terms terms) {
        String goal = terms.within() == null ? time(terms.at()) : duration(terms.within());
        Basis basis = terms.basis();
        return basis == null ? goal : say("by-contract", goal, terms.calendar(), basis.agreement(), basis.version(),
                basis.level() == null ? say("every-level") : basis.level());
    }

    private String lateness(ClockState state) {
        return state.breachedAt() == null || state.endedAt() == null ? say("not-yet")
                : duration(Duration.between(state.breachedAt(), state.endedAt()));
    }

    private String time(Instant instant) {
        return instant == null ? say("not-yet") : TIME.format(instant.atZone(zone));
    }

    /** Hours, minutes and seconds, as far as there are any; without sign. */
    private String duration(Duration duration) {
        Duration length = duration.abs();
        StringBuilder text = new StringBuilder();
        part(text, length.toHours(), "unit.hours");
        part(text, length.toMinutesPart(), "unit.minutes");
        if (length.toSecondsPart() > 0 || text.isEmpty()) {
            part(text, Math.max(length.toSecondsPart(), 0), "unit.seconds");
        }
        return text.toString().isEmpty() ? say("unit.seconds", "0") : text.toString().strip();
    }

    private void part(StringBuilder text, long number, String unit) {
        if (number > 0) {
            text.append(say(unit, Long.toString(number)));
        }
    }

    private String say(String key, Object... arguments) {
        return ProblemTexts.detail("explanation." + key, locale, arguments);
    }
}
