package org.gongdan.faults;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.gongdan.faults.EventLog.Event;
import org.gongdan.faults.History.Command;
import org.gongdan.faults.History.Outcome;

/** Compares what clients were told with what is in ticket-service, on its topic, in sla-service and back in the tickets' stories. */
public final class Books {
    /** Promised again by every contact, each time from another moment on. */
    private static final String RENEWED = "UPDATE_CADENCE";

    public final List<String> lost = new ArrayList<>();
    public final List<String> doubled = new ArrayList<>();
    public final List<String> disordered = new ArrayList<>();
    private final Surroundings platform;
    private final String run;

    public Books(Surroundings platform, String run) {
        this.platform = platform;
        this.run = run;
    }

    private record Ticket(UUID id, long version, String key, boolean promised) {
    }

    public void compare(List<Command> commands, List<Event> ticketEvents) {
        var tickets = platform.ticketDatabase().rows(
                "select id, version, summary, expected_by is not null from ticket where summary like ?",
                row -> new Ticket(row.getObject(1, UUID.class), row.getLong(2), row.getString(3).substring(run.length() + 1),
                        row.getBoolean(4)),
                run + " %");
        compareTickets(commands, tickets);
        compareEvents(commands, tickets, ticketEvents);
        compareClocks(tickets);
        compareStories(tickets);
    }

    private void compareTickets(List<Command> commands, List<Ticket> tickets) {
        var byKey = tickets.stream().collect(Collectors.groupingBy(Ticket::key));
        byKey.forEach((key, several) -> {
            if (several.size() > 1) {
                doubled.add("key " + key + " made " + several);
            }
        });
        for (var command : commands) {
            if (!command.name().equals("open")) {
                continue;
            }
            var made = byKey.getOrDefault(command.key(), List.of());
            if (command.outcome() == Outcome.OK && made.stream().noneMatch(ticket -> ticket.id().equals(command.ticket()))) {
                lost.add("ticket " + command.ticket() + " of key " + command.key());
            }
            if (command.outcome() == Outcome.FAILED && !made.isEmpty()) {
                doubled.add("refused key " + command.key() + " made " + made);
            }
        }
    }

    private void compareEvents(List<Command> commands, List<Ticket> tickets, List<Event> events) {
        var byTicket = EventLog.withoutRepetitions(events).stream().collect(Collectors.groupingBy(Event::key));
        for (var ticket : tickets) {
            var versions = byTicket.getOrDefault(ticket.id(), List.of()).stream().map(Event::sequence).toList();
            for (var version = 0L; version <= ticket.version(); version++) {
                var of = version;
                var count = versions.stream().filter(each -> each == of).count();
                if (count == 0) {
                    lost.add("event of version " + version + " of ticket " + ticket.id());
                } else if (count > 1) {
                    doubled.add(count + " event ids of version " + version + " of ticket " + ticket.id());
                }
            }
            if (!versions.equals(versions.stream().sorted().toList())) {
                disordered.add("ticket " + ticket.id() + ": " + versions);
            }
        }
        var known = tickets.stream().collect(Collectors.toMap(Ticket::id, Ticket::version));
        for (var command : commands) {
            if (command.outcome() == Outcome.OK && command.version() > known.getOrDefault(command.ticket(), -1L)) {
                lost.add(command.name() + " " + command.key() + " (version " + command.version() + " of ticket " + command.ticket() + ")");
            }
        }
    }

    private void compareClocks(List<Ticket> tickets) {
        Map<UUID, List<String>> kinds = new HashMap<>();
        platform.slaDatabase().rows("select ticket_id, kind from clock where ticket_id = any(?)",
                row -> kinds.computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>()).add(row.getString(2)), ids(tickets));
        for (var ticket : tickets) {
            var found = kinds.getOrDefault(ticket.id(), List.of());
            Stream.concat(Stream.of("RESOLUTION_24H", "ACKNOWLEDGE"), ticket.promised() ? Stream.of("EXPECTED_TIME") : Stream.of())
                    .filter(kind -> !found.contains(kind)).forEach(kind -> lost.add(kind + " clock of ticket " + ticket.id()));
            var once = found.stream().filter(kind -> !kind.equals(RENEWED)).toList();
            if (once.size() > Set.copyOf(once).size()) {
                doubled.add("clocks " + found + " of ticket " + ticket.id());
            }
        }
        doubled.addAll(platform.slaDatabase().rows(
                "select ticket_id, started_at from clock where ticket_id = any(?) and kind = '" + RENEWED
                        + "' group by 1, 2 having count(*) > 1",
                row -> RENEWED + " clocks of ticket " + row.getObject(1) + " from " + row.getObject(2), ids(tickets)));
        doubled.addAll(platform.slaDatabase().rows("""
                select f.clock_id, f.fact, f.event_id from clock_fact f join clock c on c.id = f.clock_id
                where c.ticket_id = any(?) and f.event_id is not null group by 1, 2, 3 having count(*) > 1""",
                row -> "fact " + row.getString(2) + " of clock " + row.getString(1) + " from event " + row.getString(3), ids(tickets)));
    }

    /** The way back: each promise is told once in the ticket's story. */
    private void compareStories(List<Ticket> tickets) {
        var told = platform.ticketDatabase()
                .rows("select data ->> 'clockId', count(*) from story where type = 'PromiseMade' and ticket_id = any(?) group by 1",
                        row -> Map.entry(row.getString(1), row.getLong(2)), ids(tickets))
                .stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        platform.slaDatabase().rows("select id from clock where ticket_id = any(?)", row -> row.getString(1), ids(tickets))
                .forEach(clock -> {
                    var times = told.getOrDefault(clock, 0L);
                    if (times == 0) {
                        lost.add("line of promise " + clock);
                    } else if (times > 1) {
                        doubled.add(times + " lines of promise " + clock);
                    }
                });
    }

    private static Object ids(List<Ticket> tickets) {
        return tickets.stream().map(Ticket::id).toArray(UUID[]::new);
    }
}
