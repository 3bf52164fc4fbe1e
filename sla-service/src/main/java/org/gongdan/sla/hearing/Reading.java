package org.gongdan.sla.hearing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.gongdan.sla.kind.Kind;
import org.gongdan.sla.kind.Kinds;
import org.gongdan.sla.kind.Rule;
import org.gongdan.sla.kind.Verb;
import org.gongdan.sla.promise.ClockFact;
import org.gongdan.sla.promise.Heard;
import org.gongdan.sla.promise.Promise;
import org.gongdan.sla.promise.Recorded;
import org.gongdan.sla.promise.Subject;
import org.gongdan.sla.promise.SubjectKind;
import org.gongdan.sla.promise.Terms;
import org.gongdan.sla.promise.Word;

/** What one event means to the promises about one subject: it tells facts, makes promises, names instants, and tells of things to be judged. */
final class Reading {

    record Appointment(Promise promise, String reason, boolean first) {
    }

    record Judged(Promise promise, ClockFact fate) {
    }

    private final SubjectKind subject;
    private final Body body;
    private final Map<ClockFact, Set<String>> facts = new LinkedHashMap<>();
    private final List<Promise> starts = new ArrayList<>();
    private final List<Appointment> appointments = new ArrayList<>();
    private final List<Judged> judged = new ArrayList<>();

    private Reading(SubjectKind subject, Body body) {
        this.subject = subject;
        this.body = body;
    }

    static Reading of(SubjectKind subject, Body body, List<Kinds.Meaning> meanings, RulesInCode inCode) {
        Reading reading = new Reading(subject, body);
        meanings.stream().filter(meaning -> meaning.kind().about() == subject && holds(meaning.rule(), body))
                .filter(meaning -> meaning.rule().unless() == null || !inCode.exempts(meaning.rule().unless(), body))
                .forEach(meaning -> reading.read(meaning.kind(), meaning.rule(), inCode));
        return reading;
    }

    private static boolean holds(Rule rule, Body body) {
        return rule.when().entrySet().stream().allMatch(condition -> condition.getValue().contains(body.word(condition.getKey())));
    }

    UUID id() {
        return body.id(subject.id());
    }

    List<Heard> facts() {
        return facts.entrySet().stream()
                .map(entry -> new Heard(entry.getValue(), new Recorded(entry.getKey(), body.envelope().sequence(), body.envelope().id())))
                .toList();
    }

    List<Promise> starts() {
        return starts;
    }

    List<Appointment> appointments() {
        return appointments;
    }

    List<Judged> judged() {
        return judged;
    }

    private void read(Kind kind, Rule rule, RulesInCode inCode) {
        switch (rule.does()) {
            case START -> start(kind, rule);
            case APPOINT, MOVE -> appointments.add(new Appointment(promise(kind, rule, kind.usualTerms(body.instant(rule.due()))),
                    reason(rule), rule.does() == Verb.APPOINT));
            case JUDGE -> inCode.judge(rule.code(), body).ifPresent(verdict -> judged.add(new Judged(
                    promise(kind, rule, kind.usualTerms(verdict.due())),
                    new ClockFact.Met(body.instant(rule.at()), body.event(), verdict.detail()))));
            default -> facts.computeIfAbsent(fact(rule), fact -> new LinkedHashSet<>()).add(kind.code());
        }
    }

    private void start(Kind kind, Rule rule) {
        if (rule.due() == null) {
            // Which day ends a time counted in days depends on the calendar, and what only an agreement allows on that: both are said later.
            starts.add(promise(kind, rule, kind.usualTerms(kind.within() != null ? null : body.instant(rule.at()))));
        } else if (body.instant(rule.due()) != null) {
            starts.add(promise(kind, rule, kind.usualTerms(body.instant(rule.due()))));
        }
    }

    private ClockFact fact(Rule rule) {
        var at = body.instant(rule.at());
        return switch (rule.does()) {
            case KEEP -> new ClockFact.Met(at, body.event(), detail(rule));
            case RENEW -> new ClockFact.Met(at, body.event(), detail(rule), true);
            case PAUSE -> new ClockFact.Paused(at, body.text(rule.reason()), text(rule.evidence()));
            case RESUME -> new ClockFact.Resumed(at);
            case EXTEND -> new ClockFact.Extended(at, body.instant(rule.due()), body.text(rule.plan()), text(rule.consentBy()),
                    body.instant(rule.consentAt()));
            case REOPEN -> new ClockFact.Reopened(at, body.text(rule.reason()));
            case VOID -> new ClockFact.Voided(at, reason(rule));
            case START, APPOINT, MOVE, JUDGE -> throw new IllegalArgumentException(rule.does() + " makes promises");
        };
    }

    private Promise promise(Kind kind, Rule rule, Terms terms) {
        Subject of = switch (subject) {
            case TICKET -> Subject.ofTicket(id(), body.id("customerId"));
            case VISIT -> Subject.ofVisit(body.id(SubjectKind.TICKET.id()), id(), body.id("customerId"));
            case SHIFT -> Subject.ofShift(id());
        };
        return new Promise(kind.code(), of, body.instant(rule.at()), terms, word(rule), body.envelope().sequence(), body.envelope().id());
    }

    private Word word(Rule rule) {
        Word word = new Word(text(rule.by()), text(rule.words()),
                rule.engineer() == null || body.text(rule.engineer()) == null ? null : body.id(rule.engineer()),
                text(rule.consentBy()), detail(rule).isEmpty() ? null : detail(rule));
        return word.equals(new Word(null, null, null, null, null)) ? null : word;
    }

    private String text(String field) {
        return field == null ? null : body.text(field);
    }

    private String reason(Rule rule) {
        String reason = text(rule.reason());
        return reason == null ? body.event() : reason;
    }

    private Map<String, String> detail(Rule rule) {
        Map<String, String> detail = new LinkedHashMap<>();
        for (String field : rule.detail()) {
            String value = body.text(field);
            if (value != null) {
                detail.put(Body.isOptional(field) ? field.substring(0, field.length() - 1) : field, value);
            }
        }
        return detail;
    }
}
