package org.gongdan.sla.visit;

import java.time.Duration;
import java.time.Instant;

import org.gongdan.sla.settings.SlaSettings;

/**
 * How early the customer must hear of a delay. Our reading of the manual: its length alone decides. A delay shorter than half an hour is
 * coming late (R83: call 5 to 10 minutes before the agreed time, so at the latest 5 minutes before; earlier is better, never worse). From
 * half an hour on it is another appointment: up to half a day half an hour's notice (R87), beyond that four hours (R88).
 *
 * @param rule   number of the requirement
 * @param notice how long before the agreed start the customer must have heard
 */
record NoticeRule(String rule, Duration notice) {

    static NoticeRule of(Duration delay, SlaSettings.Notice settings) {
        if (delay.compareTo(settings.lateness()) < 0) {
            return new NoticeRule("R83", settings.beforeLateness());
        }
        if (delay.compareTo(settings.halfDay()) <= 0) {
            return new NoticeRule("R87", settings.beforeHalfDay());
        }
        return new NoticeRule("R88", settings.beforeLonger());
    }

    Instant due(Instant agreedStart) {
        return agreedStart.minus(notice);
    }

    /** Coming late is no new appointment: the engineer stays promised for the agreed time, and the lateness is measured against it. */
    boolean movesTheAppointment() {
        return !rule.equals("R83");
    }
}
