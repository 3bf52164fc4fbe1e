package org.gongdan.sla.hearing;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.gongdan.sla.hearing.Judgement.Verdict;
import org.gongdan.sla.kind.Kind;
import org.gongdan.sla.kind.Kinds;
import org.gongdan.sla.kind.Rule;

import io.quarkus.runtime.StartupEvent;

/** Finds the rules in code that the data calls by name. */
@ApplicationScoped
class RulesInCode {

    private final Map<String, Judgement> judgements = new HashMap<>();
    private final Map<String, Exemption> exemptions = new HashMap<>();

    @Inject
    RulesInCode(@Any Instance<Judgement> judgements, @Any Instance<Exemption> exemptions) {
        this((Iterable<Judgement>) judgements, exemptions);
    }

    RulesInCode(Iterable<Judgement> judgements, Iterable<Exemption> exemptions) {
        judgements.forEach(judgement -> this.judgements.put(judgement.name(), judgement));
        exemptions.forEach(exemption -> this.exemptions.put(exemption.name(), exemption));
    }

    /** @throws IllegalStateException when the data call a rule that nobody wrote: rather no service than one that forgets promises */
    void check(@Observes StartupEvent started, Kinds kinds) {
        check(kinds.all());
    }

    void check(Collection<Kind> kinds) {
        List<String> missing = kinds.stream().flatMap(kind -> kind.rules().stream().filter(rule -> !knows(rule)).map(rule -> kind.code() + ", " + rule.event())).toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException(String.join("; ", missing) + ": there is no such rule in code");
        }
    }

    private boolean knows(Rule rule) {
        return (rule.code() == null || judgements.containsKey(rule.code())) && (rule.unless() == null || exemptions.containsKey(rule.unless()));
    }

    Optional<Verdict> judge(String name, Body body) {
        return judgements.get(name).of(body);
    }

    boolean exempts(String name, Body body) {
        return exemptions.get(name).holds(body);
    }
}
