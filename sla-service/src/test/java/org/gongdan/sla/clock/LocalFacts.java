package org.gongdan.sla.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.gongdan.sla.calendar.Calendar;
import org.gongdan.sla.calendar.CalendarContent;
import org.gongdan.sla.calendar.Calendars;
import org.gongdan.sla.calendar.Examples;
import org.gongdan.sla.promise.ClockFact;
import org.gongdan.sla.promise.Recorded;
import org.gongdan.sla.promise.Terms;

/** Facts of one clock that is counted by a calendar, told in the calendar's local time. */
final class LocalFacts {

    private final Map<String, Calendar> calendars = new HashMap<>();
    private final List<Recorded> facts = new ArrayList<>();
    private final ZoneId zone;

    private LocalFacts(CalendarContent first) {
        zone = first.zone();
        knowing("first", first);
        calendars.put(Calendars.AROUND_THE_CLOCK, Calendar.AROUND_THE_CLOCK);
    }

    static LocalFacts countedBy(CalendarContent calendar) {
        return new LocalFacts(calendar);
    }

    LocalFacts knowing(String name, CalendarContent calendar) {
        calendars.put(name, Examples.calendar(calendar));
        return this;
    }

    LocalFacts started(String at, Duration within) {
        return add(new ClockFact.Started(instant(at), Terms.within(within, "first", Set.of("CUSTOMER"), 80)));
    }

    LocalFacts paused(String at) {
        return add(new ClockFact.Paused(instant(at), "CUSTOMER", "no answer"));
    }

    LocalFacts resumed(String at) {
        return add(new ClockFact.Resumed(instant(at)));
    }

    LocalFacts met(String at) {
        return add(new ClockFact.Met(instant(at), "TicketResolved", Map.of()));
    }

    LocalFacts reopened(String at) {
        return add(new ClockFact.Reopened(instant(at), "again"));
    }

    LocalFacts extended(String at, String to) {
        return add(new ClockFact.Extended(instant(at), instant(to), "plan", "刘店长", instant(at)));
    }

    LocalFacts recalendared(String at, String calendar) {
        facts.add(Recorded.ours(new ClockFact.Recalendared(instant(at), calendar)));
        return this;
    }

    ClockState state() {
        return Derivation.derive(facts, calendars::get);
    }

    List<Derivation.Step> steps() {
        return Derivation.steps(facts, calendars::get);
    }

    String due() {
        return local(state().dueAt());
    }

    String local(Instant at) {
        return LocalDateTime.ofInstant(at, zone).toString();
    }

    Instant instant(String local) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }

    private LocalFacts add(ClockFact fact) {
        facts.add(new Recorded(fact, facts.size(), null));
        return this;
    }
}
