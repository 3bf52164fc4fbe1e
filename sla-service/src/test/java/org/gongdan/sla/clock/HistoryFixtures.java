package org.gongdan.sla.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.gongdan.sla.calendar.Calendars;
import org.gongdan.sla.promise.Basis;
import org.gongdan.sla.promise.ClockFact;
import org.gongdan.sla.promise.Matter;
import org.gongdan.sla.promise.Recorded;
import org.gongdan.sla.promise.Subject;
import org.gongdan.sla.promise.Terms;

/** Histories of clocks that were never stored, counted around the clock. */
public final class HistoryFixtures {

    private HistoryFixtures() {
    }

    /** @param doneAfter null when it is not done */
    public static History resolution(String priority, Terms terms, Instant opened, Duration doneAfter) {
        List<Recorded> facts = new ArrayList<>();
        facts.add(new Recorded(new ClockFact.Started(opened, terms, null, new Matter(priority, null, null)), 0, UUID.randomUUID()));
        if (doneAfter != null) {
            facts.add(new Recorded(new ClockFact.Met(opened.plus(doneAfter), "TicketResolved", Map.of()), 1, UUID.randomUUID()));
        }
        return new History(Clock.stored(UUID.randomUUID(), 0, 0, Subject.ofTicket(UUID.randomUUID(), UUID.randomUUID()), "RESOLUTION_24H",
                terms.target(), facts, new Calendars()::named));
    }

    public static Terms hours(long hours, Basis basis) {
        return new Terms(Duration.ofHours(hours), null, Calendars.AROUND_THE_CLOCK, Set.of("CUSTOMER"), 80, basis);
    }
}
