package org.gongdan.ticket;

import static org.gongdan.ticket.TicketStatus.CANCELLED;
import static org.gongdan.ticket.TicketStatus.CLOSED;
import static org.gongdan.ticket.TicketStatus.IN_PROGRESS;
import static org.gongdan.ticket.TicketStatus.ON_SITE;
import static org.gongdan.ticket.TicketStatus.OPEN;
import static org.gongdan.ticket.TicketStatus.RESOLVED;
import static org.gongdan.ticket.TicketStatus.WAITING;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TicketStatusTest {

    /** Written down a second time, on purpose: a slip in the enum's own table shows here. */
    private static final Map<TicketStatus, Set<TicketStatus>> README_TABLE = Map.of(
            OPEN, Set.of(IN_PROGRESS, CANCELLED),
            IN_PROGRESS, Set.of(WAITING, ON_SITE, RESOLVED, CANCELLED),
            WAITING, Set.of(IN_PROGRESS, CANCELLED),
            ON_SITE, Set.of(IN_PROGRESS, WAITING, RESOLVED, CANCELLED),
            RESOLVED, Set.of(CLOSED, IN_PROGRESS),
            CLOSED, Set.of(),
            CANCELLED, Set.of());

    static Stream<Arguments> everyPair() {
        return Arrays.stream(TicketStatus.values()).flatMap(from -> Arrays.stream(TicketStatus.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest
    @MethodSource("everyPair")
    void onlyTransitionsOfTheTableAreLegal(TicketStatus from, TicketStatus to) {
        assertEquals(README_TABLE.get(from).contains(to), from.canBecome(to), from + " → " + to);
    }
}
