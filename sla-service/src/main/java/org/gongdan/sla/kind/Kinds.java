package org.gongdan.sla.kind;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.gongdan.sla.promise.Rung;
import org.gongdan.sla.promise.SubjectKind;

/** Every kind of promise this installation makes, and the names of those it made or could make. */
public final class Kinds {

    /** A rule with the kind it belongs to. */
    public record Meaning(Kind kind, Rule rule) {
    }

    private final Map<String, Kind> byCode = new LinkedHashMap<>();
    private final Map<String, List<Meaning>> byEvent = new HashMap<>();
    private final Map<SubjectKind, Set<String>> opening = new EnumMap<>(SubjectKind.class);
    private final Set<String> internal;
    private final Map<String, Map<String, String>> described = new LinkedHashMap<>();
    private volatile Map<String, Map<String, String>> former = Map.of();

    /** @param described kinds the files describe; those that allow no time at all have a name and are not promised */
    public Kinds(Collection<Kind> described) {
        described.forEach(kind -> this.described.put(kind.code(), kind.names()));
        List<Kind> kinds = described.stream().filter(kind -> !kind.isSwitchedOff()).toList();
        for (Kind kind : kinds) {
            byCode.put(kind.code(), kind);
            kind.rules().forEach(rule -> byEvent.computeIfAbsent(rule.event(), event -> new ArrayList<>()).add(new Meaning(kind, rule)));
        }
        internal = kinds.stream().filter(Kind::isInternal).map(Kind::code).collect(Collectors.toUnmodifiableSet());
        for (SubjectKind subject : SubjectKind.values()) {
            opening.put(subject,
                    kinds.stream().filter(kind -> kind.isOpenedWith(subject)).map(Kind::code).collect(Collectors.toUnmodifiableSet()));
        }
    }

    public Collection<Kind> all() {
        return byCode.values();
    }

    /** The kinds whose promises come with the first event about a subject: where there are none, nobody has told us of it yet. */
    public Set<String> opening(SubjectKind subject) {
        return opening.get(subject);
    }

    /** A kept promise of this kind can become open again; not one of a kind that is no longer promised. */
    public boolean reopens(String code) {
        Kind kind = byCode.get(code);
        return kind != null && kind.reopens();
    }

    /** In the language asked for; the code itself when no file has described such a kind here, neither today's nor an earlier one. */
    public String name(String code, Locale locale) {
        Map<String, String> names = described.getOrDefault(code, former.getOrDefault(code, Map.of()));
        return names.getOrDefault(locale.getLanguage(), code);
    }

    /** By code and language, the names of all kinds the files describe. */
    Map<String, Map<String, String>> described() {
        return described;
    }

    /** Codes of all kinds that have a name here, promised or not, in the order of the files; at the end those that only earlier files described. */
    public List<String> codes() {
        return Stream.concat(Stream.concat(byCode.keySet().stream(), described.keySet().stream()), former.keySet().stream().sorted())
                .distinct().toList();
    }

    /** @param former by code and language, the names of kinds that only earlier files described: their promises still stand in lists and reports */
    void remember(Map<String, Map<String, String>> former) {
        this.former = former;
    }

    /** What the customer is told, with holes; null when nobody said. */
    public String words(String code, Locale locale) {
        Kind kind = byCode.get(code);
        return kind == null ? null : kind.words(locale);
    }

    public List<Rung> ladder(String code) {
        Kind kind = byCode.get(code);
        return kind == null ? List.of() : kind.ladder();
    }

    /** Codes of the kinds no customer is told of. */
    public Set<String> internal() {
        return internal;
    }

    /**
     * Types of agreements that can set terms of a kind, the one that decides first comes first; the customer's contract for kinds that are
     * no longer promised.
     */
    public List<String> agreements(String code) {
        Kind kind = byCode.get(code);
        return kind == null ? List.of("SLA") : kind.agreements();
    }

    /** Nobody promises it unless an agreement says so. */
    public boolean isOnlyByAgreement(String code) {
        Kind kind = byCode.get(code);
        return kind != null && kind.onlyByAgreement();
    }

    /** @return null when there is none */
    public Kind named(String code) {
        return byCode.get(code);
    }

    public List<Meaning> meanings(String event) {
        return byEvent.getOrDefault(event, List.of());
    }

    public Set<String> events() {
        return byEvent.keySet();
    }
}
