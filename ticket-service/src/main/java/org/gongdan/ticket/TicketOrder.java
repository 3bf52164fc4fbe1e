package org.gongdan.ticket;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.gongdan.platform.input.Values;

/** In which order tickets are listed. Among equals the newest come first. */
enum TicketOrder {

    NEWEST("t.id", false) {
        @Override
        String rankOf(Ticket ticket) {
            return "";
        }

        @Override
        Object rank(String text) {
            return text;
        }
    },
    /** Whose customer waits for an answer comes first, the longest wait before all; then what is due first, then what has nothing that is due. */
    DUE("(case when t.unanswered_since is null then coalesce(" + Queue.DUE
            + ", timestamptz '2200-01-01 00:00Z') else t.unanswered_since - interval '1000000 hours' end)", true) {
        @Override
        String rankOf(Ticket ticket) {
            if (ticket.unansweredSince != null) {
                return String.valueOf(ticket.unansweredSince.minus(BEFORE_ALL_THAT_IS_DUE));
            }
            return String.valueOf(ticket.dueAt() == null ? NEVER : ticket.dueAt());
        }

        @Override
        Object rank(String text) {
            return Instant.parse(text);
        }
    },
    /** P1 first. */
    PRIORITY("t.priority", true) {
        @Override
        String rankOf(Ticket ticket) {
            return ticket.priority.name();
        }

        @Override
        Object rank(String text) {
            return Priority.valueOf(text).name();
        }
    };

    /** Later than any time there may be. */
    private static final Instant NEVER = Instant.parse("2200-01-01T00:00:00Z");
    private static final Duration BEFORE_ALL_THAT_IS_DUE = Duration.ofHours(1_000_000);
    private static final char BETWEEN = ' ';

    private final String by;
    final boolean ranks;

    TicketOrder(String by, boolean ranks) {
        this.by = by;
        this.ranks = ranks;
    }

    /** Where a page ended. @param rank nothing for the newest first */
    record Cursor(Object rank, UUID id) {
    }

    abstract String rankOf(Ticket ticket);

    abstract Object rank(String text);

    String sql() {
        return ranks ? by + ", t.id desc" : "t.id desc";
    }

    /** What comes after a ticket of the rank {@code :rank} and the id {@code :before}. */
    String after() {
        return "(%1$s > :rank or %1$s = :rank and t.id < :before)".formatted(by);
    }

    String keyOf(Ticket ticket) {
        return ranks ? rankOf(ticket) + BETWEEN + ticket.id : ticket.id.toString();
    }

    Cursor read(String key) {
        if (!ranks) {
            return new Cursor(null, Values.id(key));
        }
        int at = key.indexOf(BETWEEN);
        return new Cursor(rank(key.substring(0, at)), Values.id(key.substring(at + 1)));
    }
}
