package org.gongdan.sla.hearing;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.gongdan.sla.hearing.Judgement.Verdict;
import org.gongdan.sla.kind.Rule;

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

    boolean knows(Rule rule) {
        return (rule.code() == null || judgements.containsKey(rule.code()))
                && (rule.unless() == null || exemptions.containsKey(rule.unless()));
    }

    Optional<Verdict> judge(String name, Body body) {
        return judgements.get(name).of(body);
    }

    boolean exempts(String name, Body body) {
        return exemptions.get(name).holds(body);
    }
}
