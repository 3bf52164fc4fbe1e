package org.gongdan.sla.kind;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.gongdan.platform.input.Misfit;
import org.gongdan.platform.input.Texts;
import org.gongdan.sla.calendar.Calendars;
import org.gongdan.sla.promise.Rung;
import org.gongdan.sla.promise.SubjectKind;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import io.quarkus.runtime.configuration.DurationConverter;

/** Reads a file of kinds. {@code ${key}} in it stands for a setting. Whatever is wrong with it is said at once and all together. */
final class KindFile {

    private static final ObjectMapper YAML = YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    private static final Pattern SETTING = Pattern.compile("\\$\\{([^}]+)}");
    private static final int LONGEST_NAME = 60;
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{1,39}");

    private record Draft(Map<String, String> name, Map<String, String> words, SubjectKind about, String within, Integer days,
            String calendar,
            Set<String> pausesOn, Integer warnPercent, List<String> agreements, boolean onlyByAgreement, List<Step> escalates,
            List<Rule> rules) {
    }

    private record Step(String at, String to, Set<String> priority) {
    }

    private final String file;
    private final List<String> wrong = new ArrayList<>();

    private KindFile(String file) {
        this.file = file;
    }

    /**
     * @param settings    finds a setting, or null
     * @param warnPercent what holds for kinds that do not say
     * @throws IllegalStateException that lists everything that is wrong
     */
    static List<Kind> read(String file, String yaml, Function<String, String> settings, int warnPercent) {
        return new KindFile(file).kinds(yaml, settings, warnPercent);
    }

    private List<Kind> kinds(String yaml, Function<String, String> settings, int warnPercent) {
        List<Kind> kinds = new ArrayList<>();
        parse(SETTING.matcher(yaml).replaceAll(key -> Matcher.quoteReplacement(setting(key.group(1), settings)))).forEach((code, draft) -> {
            if (draft == null) {
                wrong.add(code + " is empty");
                return;
            }
            Duration within = within(code, draft.within());
            Kind kind = new Kind(code, draft.name() == null ? Map.of() : draft.name(), draft.words() == null ? Map.of() : draft.words(),
                    draft.about(), within, draft.days(),
                    draft.calendar() == null ? Calendars.AROUND_THE_CLOCK : draft.calendar(),
                    draft.pausesOn() == null ? Set.of() : draft.pausesOn(),
                    draft.warnPercent() == null ? warnPercent : draft.warnPercent(),
                    draft.agreements() == null ? List.of("SLA") : draft.agreements(), draft.onlyByAgreement(),
                    ladder(code, draft.escalates()), draft.rules() == null ? List.of() : draft.rules());
            check(kind);
            kinds.add(kind);
        });
        if (!wrong.isEmpty()) {
            throw new IllegalStateException(file + ": " + String.join("; ", wrong));
        }
        return kinds;
    }

    private Map<String, Draft> parse(String yaml) {
        try {
            return YAML.readValue(yaml, new TypeReference<>() {
            });
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(file + ": " + String.join("; ", wrong) + unreadable.getMessage(), unreadable);
        }
    }

    private String setting(String key, Function<String, String> settings) {
        String value = settings.apply(key);
        if (value == null) {
            wrong.add("there is no setting " + key);
        }
        return value == null ? "" : value;
    }

    private Duration within(String code, String text) {
        try {
            return text == null || text.isBlank() ? null : DurationConverter.parseDuration(text);
        } catch (IllegalArgumentException malformed) {
            wrong.add(code + ": within is no time: " + text);
            return null;
        }
    }

    private List<Rung> ladder(String code, List<Step> steps) {
        List<Rung> ladder = new ArrayList<>();
        for (Step step : steps == null ? List.<Step>of() : steps) {
            try {
                must(step.to() != null && !step.to().isBlank(), code + ": a step of escalates needs to");
                ladder.add(Rung.of(step.at() == null ? "" : step.at(), step.to(), step.priority() == null ? Set.of() : step.priority()));
            } catch (IllegalArgumentException malformed) {
                wrong.add(code + ": escalates at is no 80%, due, due-30m, due+1h or due+4h working: " + step.at());
            }
        }
        must(ladder.stream().map(Rung::key).distinct().count() == ladder.size(), code + ": the same step is there twice");
        return ladder;
    }

    private void check(Kind kind) {
        String code = kind.code();
        must(CODE.matcher(code).matches(), code + " is no code: capital letters, digits and _");
        must(kind.names().keySet().equals(Set.of("zh", "en")) && kind.names().values().stream().allMatch(KindFile::isName),
                code + ": name needs zh and en, each a line of at most " + LONGEST_NAME + " characters");
        must(kind.words().isEmpty() || kind.words().keySet().equals(Set.of("zh", "en")), code + ": words need zh and en");
        must(kind.about() != null, code + ": about needs ticket, visit or shift");
        must(kind.warnPercent() > 0 && kind.warnPercent() < 100, code + ": warnPercent is between 1 and 99");
        must(kind.within() == null || !kind.within().isNegative(), code + ": within is negative");
        must(kind.days() == null || kind.days() >= 0 && kind.days() <= Kind.MOST_DAYS, code + ": days are between 0 and " + Kind.MOST_DAYS);
        must(kind.days() == null || kind.within() == null, code + ": either within or days");
        must(!kind.agreements().isEmpty() && Kind.AGREEMENTS.containsAll(kind.agreements()), code + ": agreements are SLA, OLA, SUPPLIER");
        must(!kind.onlyByAgreement() || kind.within() == null && kind.days() == null,
                code + ": a kind that is promised only by agreement has no time of its own");
        must(kind.rules().stream().anyMatch(rule -> rule.does() != null && rule.does().begins() && rule.does() != Verb.MOVE),
                code + ": no event makes such a promise");
        kind.rules().forEach(rule -> check(kind, rule));
    }

    private void check(Kind kind, Rule rule) {
        String place = kind.code() + ", " + rule.event();
        if (rule.event() == null || rule.does() == null) {
            wrong.add(place + ": a rule needs event and does");
            return;
        }
        Set<String> given = rule.parameters().keySet();
        rule.does().needed().stream().filter(parameter -> !given.contains(parameter)).sorted()
                .forEach(parameter -> wrong.add(place + ": " + rule.does() + " needs " + parameter));
        given.stream().filter(parameter -> !parameter.equals("at") && !rule.does().uses(parameter))
                .forEach(parameter -> wrong.add(place + ": " + rule.does() + " has no use for " + parameter));
        must(rule.does() != Verb.START || (rule.due() == null) == kind.allowsTime(),
                place + ": either the kind allows a time (within, days) or the event names an instant (due)");
        must(rule.does() != Verb.RENEW || kind.within() != null, place + ": only a kind that allows a time (within) can be renewed");
    }

    /** It stands in mails, lists and events. */
    private static boolean isName(String text) {
        try {
            return text != null && Texts.line(text, LONGEST_NAME).equals(text);
        } catch (Misfit unfit) {
            return false;
        }
    }

    private void must(boolean right, String otherwise) {
        if (!right) {
            wrong.add(otherwise);
        }
    }
}
