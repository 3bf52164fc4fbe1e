package org.gongdan.stack.demo;

import static org.gongdan.stack.demo.Days.after;
import static org.gongdan.stack.demo.Days.quarter;

import java.time.Instant;
import java.util.List;
import java.util.Random;

import org.gongdan.stack.demo.Cast.Trouble;
import org.gongdan.stack.demo.Crew.Slot;
import org.gongdan.stack.demo.Tickets.Ticket;

/**
 * How tickets usually go, each written into the agenda from its report to the customer's answer. What would lie after the end of the play is left to
 * the users.
 */
final class Courses {
    private static final List<String> PRAISE = List.of("很快就解决了，谢谢！", "师傅很专业，还教我们怎么保养。", "客服态度很好，一步一步教我操作。", "准时上门，满意。",
            "远程十几分钟就弄好了，没有耽误营业。", "以后就找你们。");

    private final Agenda agenda;
    private final Tickets tickets;
    private final Crew crew;
    private final Instant end;
    private final Random random;
    private int rated;

    Courses(Agenda agenda, Tickets tickets, Crew crew, Instant end, Random random) {
        this.agenda = agenda;
        this.tickets = tickets;
        this.crew = crew;
        this.end = end;
        this.random = random;
    }

    Ticket ticket(Trouble trouble, Instant at) {
        return new Ticket(trouble, crew.atDesk(at));
    }

    /** Only what happens before the end. */
    void at(Instant time, Agenda.Deed deed) {
        if (time.isBefore(end)) {
            agenda.at(time, deed);
        }
    }

    void play(Trouble trouble, Instant at) {
        switch (trouble.fault().way()) {
            case "PHONE" -> byPhone(ticket(trouble, at), at);
            case "REMOTE" -> remotely(ticket(trouble, at), at);
            default -> onSite(ticket(trouble, at), at, crew.find(after(at, 70)));
        }
    }

    void byPhone(Ticket ticket, Instant at) {
        begin(ticket, at, after(at, 120));
        at(after(at, 6), () -> {
            tickets.tryByPhone(ticket, true);
            tickets.applied(ticket);
            tickets.resolve(ticket, ticket.owner, "PHONE");
        });
        conclude(ticket, after(at, 35 + random.nextInt(60)), null);
    }

    void remotely(Ticket ticket, Instant at) {
        begin(ticket, at, after(at, 240));
        at(after(at, 7), () -> tickets.tryByPhone(ticket, false));
        at(after(at, 26), () -> {
            tickets.lookRemotely(ticket, after(at, 24), true);
            tickets.applied(ticket);
            tickets.resolve(ticket, ticket.owner, "REMOTE");
        });
        conclude(ticket, after(at, 60 + random.nextInt(60)), null);
    }

    void onSite(Ticket ticket, Instant at, Slot slot) {
        begin(ticket, at, after(slot.end(), 60));
        order(ticket, at, slot);
        visit(ticket, slot, slot.start());
    }

    /** From the report to the engineer's word that he comes. */
    void order(Ticket ticket, Instant at, Slot slot) {
        at(after(at, 8), () -> {
            tickets.tryByPhone(ticket, false);
            tickets.requestVisit(ticket);
        });
        at(after(at, 20), () -> {
            tickets.schedule(ticket, slot.engineer(), slot.start(), slot.end());
            tickets.visit(ticket, slot.engineer(), "accept");
        });
    }

    void begin(Ticket ticket, Instant at, Instant expectedBy) {
        at(at, () -> {
            if (ticket.trouble.customer().portal() != null && random.nextInt(3) == 0) {
                tickets.report(ticket);
            } else {
                tickets.call(ticket, quarter(expectedBy));
            }
        });
        at(after(at, 2), () -> tickets.take(ticket));
    }

    /** A call so many minutes before the end; the customer expects it to be solved some hours after it. */
    void begunAgo(Ticket ticket, int minutes) {
        at(after(end, -minutes), () -> tickets.call(ticket, quarter(after(end, 200))));
        at(after(end, 3 - minutes), () -> tickets.take(ticket));
    }

    /** @param expected when the customer expects him by now */
    void visit(Ticket ticket, Slot slot, Instant expected) {
        // The promise is the begin of the window; now and then somebody is late.
        var arrival = after(expected, random.nextInt(10) == 0 ? 7 : -2 - random.nextInt(10));
        var done = after(arrival, 40 + random.nextInt(30));
        at(after(expected, -35), () -> tickets.depart(ticket, slot.engineer()));
        at(arrival, () -> tickets.visit(ticket, slot.engineer(), "arrive"));
        at(done, () -> finish(ticket, slot));
        conclude(ticket, after(done, 60 + random.nextInt(60)), 4 + random.nextInt(2));
    }

    void finish(Ticket ticket, Slot slot) {
        tickets.complete(ticket, slot.engineer());
        tickets.askSignature(ticket, slot.engineer());
        tickets.sign(ticket);
        tickets.visit(ticket, slot.engineer(), "submission");
        tickets.applied(ticket);
        tickets.resolve(ticket, slot.engineer().user(), "ON_SITE");
    }

    /** The customer confirms, and every second one answers the survey. */
    void conclude(Ticket ticket, Instant at, Integer punctuality) {
        at(at, () -> {
            tickets.confirm(ticket);
            if (rated++ % 2 == 0) {
                tickets.rate(ticket, 4 + random.nextInt(2), 4 + random.nextInt(2), 5, punctuality,
                        rated % 3 == 0 ? null : PRAISE.get(rated % PRAISE.size()));
            }
        });
    }
}
