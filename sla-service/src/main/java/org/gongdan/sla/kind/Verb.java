package org.gongdan.sla.kind;

import java.util.Set;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an event does to a promise; each verb needs some fields of the event and can use others. */
public enum Verb {

    /** Makes a promise: due after the kind's time, or at the instant in {@code due}. */
    @JsonProperty("start") START(Set.of(), Set.of("due", "by", "words", "engineer", "detail")),
    /** Names an instant: the first makes the promise, another one moves it, and after a broken or void promise it is a new promise. */
    @JsonProperty("appoint") APPOINT(Set.of("due"), Set.of("reason", "by", "words", "engineer", "consentBy", "detail")),
    /** Names another instant; it cannot be the first to name one. */
    @JsonProperty("move") MOVE(Set.of("due"), Set.of("reason", "by", "words", "engineer", "consentBy", "detail")),
    /** Makes a promise whose fate is known at once; {@code code} says when it was due. */
    @JsonProperty("judge") JUDGE(Set.of("code"), Set.of("by", "engineer")),
    @JsonProperty("keep") KEEP(Set.of(), Set.of("detail")),
    /** Keeps the promise and makes the next one of its kind, on the same terms. */
    @JsonProperty("renew") RENEW(Set.of(), Set.of("detail")),
    @JsonProperty("pause") PAUSE(Set.of("reason"), Set.of("evidence")),
    @JsonProperty("resume") RESUME(Set.of(), Set.of()),
    @JsonProperty("extend") EXTEND(Set.of("due", "plan", "consentAt"), Set.of("consentBy")),
    @JsonProperty("reopen") REOPEN(Set.of("reason"), Set.of()),
    @JsonProperty("void") VOID(Set.of(), Set.of("reason"));

    private final Set<String> needed;
    private final Set<String> possible;

    Verb(Set<String> needed, Set<String> possible) {
        this.needed = needed;
        this.possible = possible;
    }

    Set<String> needed() {
        return needed;
    }

    boolean uses(String parameter) {
        return needed.contains(parameter) || possible.contains(parameter);
    }

    /** It makes promises, so it must come with the subject's own topic. */
    public boolean begins() {
        return this == START || this == APPOINT || this == MOVE || this == JUDGE;
    }
}
