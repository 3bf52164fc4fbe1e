package org.gongdan.sla.visit;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.sla.hearing.Body;
import org.gongdan.sla.hearing.Exemption;
import org.gongdan.sla.settings.SlaSettings;

/** Coming late is no new appointment (R83): it does not move the promised arrival. */
@ApplicationScoped
class ComingLate implements Exemption {

    private final SlaSettings settings;

    ComingLate(SlaSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "coming-late";
    }

    @Override
    public boolean holds(Body event) {
        Duration delay = NoticeOfDelay.length(event);
        return delay.isPositive() && !NoticeRule.of(delay, settings.notice()).movesTheAppointment();
    }
}
