package org.gongdan.dispatch.roster;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * A clock on the wall that nobody puts back: times the wall never shows (summer time begins) are the instant of the change, times it shows
 * twice (summer time ends) are the first of the two. So a shift that ends when the next begins does so on every day of the year.
 */
record WallClock(ZoneId zone) {

    Instant instant(LocalDateTime time) {
        ZoneRules rules = zone.getRules();
        ZoneOffsetTransition change = rules.getTransition(time);
        return change != null && change.isGap() ? change.getInstant() : time.toInstant(rules.getValidOffsets(time).getFirst());
    }
}
