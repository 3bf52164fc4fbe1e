package org.gongdan.dispatch.roster;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.gongdan.platform.problem.DomainException.Rejected;

/** Days of a roster, the last one included. */
record Period(LocalDate from, LocalDate to) {

    static final int LONGEST = 366;

    /** @throws Rejected when it ends before it begins or is longer than a year */
    Period {
        if (to.isBefore(from)) {
            throw new Rejected("period-empty");
        }
        if (ChronoUnit.DAYS.between(from, to) >= LONGEST) {
            throw new Rejected("period-too-long", LONGEST);
        }
    }

    List<LocalDate> days() {
        return from.datesUntil(to.plusDays(1)).toList();
    }

    Instant start(WallClock wall) {
        return wall.instant(from.atStartOfDay());
    }

    /** First instant after it. */
    Instant end(WallClock wall) {
        return wall.instant(to.plusDays(1).atStartOfDay());
    }
}
