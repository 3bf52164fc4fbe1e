package org.gongdan.sla.register;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.gongdan.sla.clock.Clock;
import org.gongdan.sla.clock.ClockState;
import org.gongdan.sla.clock.Derivation;
import org.gongdan.sla.clock.Effect;
import org.gongdan.sla.kind.Kinds;
import org.gongdan.sla.promise.ClockFact;
import org.gongdan.sla.promise.Subject;
import org.gongdan.sla.promise.Word;

/** Views of the register of promises, in the caller's language. */
final class RegisterApi {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Kinds kinds;
    private final Locale locale;
    private final ZoneId zone;

    RegisterApi(Kinds kinds, Locale locale, ZoneId zone) {
        this.kinds = kinds;
        this.locale = locale;
        this.zone = zone;
    }

    /**
     * @param words       what the customer was told; null when nobody said
     * @param promisedFor due time as it was promised at first
     * @param late        how long after the due time it was done at last, ISO-8601; null when it was not
     */
    record PromiseView(UUID id, String kind, String name, UUID customerId, UUID ticketId, UUID visitId, UUID shiftId, UUID engineerId,
            String promisedBy, String words,
            Instant madeAt, Instant promisedFor, Instant dueAt, PromiseRegister.State state, List<MoveView> moves, Instant endedAt,
            String endedBy, String late) {
    }

    /** @param effect whether it moved the promise, or came too late. @param reason reason or plan. @param consentBy who of the customer agreed */
    record MoveView(Instant at, Instant to, Effect effect, String reason, String by, String words, String consentBy, Instant consentAt) {
    }

    PromiseView view(Clock clock) {
        List<Derivation.Step> steps = clock.steps();
        Derivation.Step start = steps.getFirst();
        Word word = start.fact() instanceof ClockFact.Started started ? started.word() : null;
        ClockState state = clock.state();
        Subject subject = clock.subject();
        return new PromiseView(clock.id(), clock.kind(), kinds.name(clock.kind(), locale), subject.customerId(), subject.ticketId(),
                subject.visitId(), subject.shiftId(), clock.engineerId(),
                clock.promisedBy(), words(clock.kind(), word, start.dueAt()), state.startedAt(), start.dueAt(), state.dueAt(),
                PromiseRegister.State.of(state.status()),
                steps.stream().map(step -> move(clock.kind(), step)).filter(Objects::nonNull).toList(), state.endedAt(), endedBy(steps),
                state.breachedAt() == null || state.endedAt() == null ? null
                        : Duration.between(state.breachedAt(), state.endedAt()).toString());
    }

    private MoveView move(String kind, Derivation.Step step) {
        return switch (step.fact()) {
            case ClockFact.Retargeted moved ->
                new MoveView(moved.at(), moved.to(), step.effect(), moved.reason(), moved.word() == null ? null : moved.word().by(),
                        words(kind, moved.word(), moved.to()), moved.word() == null ? null : moved.word().consentBy(), null);
            case ClockFact.Extended extended ->
                new MoveView(extended.at(), extended.newTime(), step.effect(), extended.plan(), null, null, extended.consentBy(),
                        extended.consentAt());
            default -> null;
        };
    }

    private static String endedBy(List<Derivation.Step> steps) {
        return steps.stream()
                .filter(step -> step.effect() == Effect.ENDS_IN_TIME || step.effect() == Effect.ENDS_LATE || step.effect() == Effect.VOIDS)
                .map(step -> step.fact() instanceof ClockFact.Met met ? met.by()
                        : step.fact() instanceof ClockFact.Voided voided ? voided.reason() : null)
                .filter(Objects::nonNull).reduce((first, last) -> last).orElse(null);
    }

    /** The customer was told this very text, or the kind's sentence with its times. */
    private String words(String kind, Word word, Instant due) {
        if (word != null && word.words() != null) {
            return word.words();
        }
        String sentence = kinds.words(kind, locale);
        if (sentence == null) {
            return null;
        }
        String filled = sentence.replace("{due}", TIME.format(due.atZone(zone)));
        for (Map.Entry<String, String> detail : (word == null || word.detail() == null ? Map.<String, String>of() : word.detail())
                .entrySet()) {
            filled = filled.replace("{" + detail.getKey() + "}", local(detail.getValue()));
        }
        return filled;
    }

    private String local(String value) {
        try {
            return TIME.format(Instant.parse(value).atZone(zone));
        } catch (DateTimeParseException noTime) {
            return value;
        }
    }
}
