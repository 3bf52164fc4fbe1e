package org.gongdan.sla.kind;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one event does to promises of one kind. Parameters name fields of the event; a name that ends in {@code ?} may be missing in it, and
 * then {@link Verb#START} makes no promise.
 *
 * @param event     name without version: the rule holds for every version of it
 * @param at        field that says when it happened, usually {@code at}
 * @param due       field with an instant: when the promise is due
 * @param reason    field that says why; the event's name when not given
 * @param evidence  field that proves it
 * @param plan      field with the plan the customer agreed to
 * @param consentBy field that says who of the customer agreed
 * @param consentAt field that says when
 * @param by        field that says who gave his word
 * @param words     field with what the customer was told
 * @param engineer  field with the id of the engineer it binds
 * @param detail    fields worth keeping with the fact
 * @param when      the rule holds only when these fields have one of these values
 * @param unless    name of a rule in code that can forbid it
 * @param code      name of a rule in code that decides
 */
public record Rule(String event, Verb does, String at, String due, String reason, String evidence, String plan, String consentBy,
        String consentAt,
        String by, String words, String engineer, List<String> detail, Map<String, Set<String>> when, String unless, String code) {

    public Rule {
        at = at == null ? "at" : at;
        detail = detail == null ? List.of() : List.copyOf(detail);
        when = when == null ? Map.of() : Map.copyOf(when);
    }

    /** Parameters that were given and that name instants in the event. */
    public Map<String, String> instants() {
        Map<String, String> fields = new LinkedHashMap<>();
        put(fields, "at", at);
        put(fields, "due", due);
        put(fields, "consentAt", consentAt);
        return fields;
    }

    /** Parameters that were given and that name texts in the event. */
    public Map<String, String> texts() {
        Map<String, String> fields = new LinkedHashMap<>();
        put(fields, "reason", reason);
        put(fields, "evidence", evidence);
        put(fields, "plan", plan);
        put(fields, "consentBy", consentBy);
        put(fields, "by", by);
        put(fields, "words", words);
        return fields;
    }

    /** Every parameter that was given, by name. */
    Map<String, String> parameters() {
        Map<String, String> given = new LinkedHashMap<>(instants());
        given.putAll(texts());
        put(given, "engineer", engineer);
        put(given, "code", code);
        if (!detail.isEmpty()) {
            given.put("detail", String.join(",", detail));
        }
        return given;
    }

    private static void put(Map<String, String> fields, String parameter, String field) {
        if (field != null) {
            fields.put(parameter, field);
        }
    }
}
