package org.gongdan.sla.kind;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.gongdan.sla.promise.Rung;
import org.gongdan.sla.promise.SubjectKind;
import org.gongdan.sla.promise.Terms;

/**
 * What can be promised, and what events mean to such a promise.
 *
 * @param names       by language, {@code zh} and {@code en}
 * @param words       by language, what the customer is told when the event does not say it: {@code {due}} and details stand for themselves; may be empty
 * @param within      time every customer is allowed, or null when the promise names an instant or a day
 * @param days        due by the end of this many working days of the calendar after the day of the start, or null
 * @param calendar    name of the calendar that tells which time counts for it
 * @param pausesOn    reasons of waiting during which the clock stands still
 * @param ladder      whom else to tell when it is in danger or broken
 * @param agreements  types of agreements that can set its terms, the one that decides first comes first
 * @param onlyByAgreement it is promised only where an agreement says so
 * @param warnPercent share of the way to the due time after which to warn
 */
public record Kind(String code, Map<String, String> names, Map<String, String> words, SubjectKind about, Duration within, Integer days,
        String calendar,
        Set<String> pausesOn, int warnPercent, List<String> agreements, boolean onlyByAgreement, List<Rung> ladder, List<Rule> rules) {

    static final int MOST_DAYS = 366;
    /** With a customer, between our teams, with a supplier. */
    static final Set<String> AGREEMENTS = Set.of("SLA", "OLA", "SUPPLIER");

    /** What the customer is told, with holes; null when the kind has no sentence. */
    String words(Locale locale) {
        return words.get(locale.getLanguage());
    }

    /** A kept promise of this kind can become open again. */
    boolean reopens() {
        return rules.stream().anyMatch(rule -> rule.does() == Verb.REOPEN);
    }

    /** It allows a time from its start on, in hours or in days. */
    public boolean allowsTime() {
        return within != null || days != null || onlyByAgreement;
    }

    /** We promise it to each other, or a supplier to us: the customer is not told of it. */
    public boolean isInternal() {
        return !agreements.getFirst().equals("SLA");
    }

    /** An event starts its clock: then a contract can set its terms. Appointments are made by agreement, and judgements by rule. */
    public boolean isByContract() {
        return rules.stream().anyMatch(rule -> rule.does() == Verb.START);
    }

    /** It allows no time at all: nobody promises it. */
    boolean isSwitchedOff() {
        return within != null && within.isZero() || days != null && days == 0;
    }

    boolean isOpenedWith(SubjectKind subject) {
        return about == subject && rules.stream()
                .anyMatch(rule -> (rule.does() == Verb.START || rule.does() == Verb.APPOINT) && rule.event().equals(subject.opening()));
    }

    /** What every customer is promised; the calendar is named without revision. @param due instant the event names, or null */
    public Terms usualTerms(Instant due) {
        return due == null ? Terms.within(within, calendar, pausesOn, warnPercent) : Terms.at(due, warnPercent);
    }
}
