package org.gongdan.sla.visit;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.sla.hearing.Body;
import org.gongdan.sla.hearing.Judgement;
import org.gongdan.sla.settings.SlaSettings;

/** Did the customer hear of the delay early enough? A window that is not later is no delay. */
@ApplicationScoped
class NoticeOfDelay implements Judgement {

    private final SlaSettings settings;

    NoticeOfDelay(SlaSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "notice-of-delay";
    }

    @Override
    public Optional<Verdict> of(Body event) {
        Duration delay = length(event);
        if (!delay.isPositive()) {
            return Optional.empty();
        }
        NoticeRule rule = NoticeRule.of(delay, settings.notice());
        var due = rule.due(event.instant("previousStart"));
        Duration late = Duration.between(due, event.instant("noticeAt"));
        return Optional.of(new Verdict(due, Map.of("rule", rule.rule(), "delay", delay.toString(), "notice", rule.notice().toString(),
                "late", late.isPositive() ? late.toString() : Duration.ZERO.toString())));
    }

    static Duration length(Body event) {
        return Duration.between(event.instant("previousStart"), event.instant("windowStart"));
    }
}
