package org.gongdan.sla.due;

import static org.gongdan.sla.SlaFixtures.as;
import static org.gongdan.sla.SlaFixtures.awaitClock;
import static org.gongdan.sla.SlaFixtures.awaitDue;
import static org.gongdan.sla.SlaFixtures.clocks;
import static org.gongdan.sla.SlaFixtures.count;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

import org.gongdan.platform.input.Values;
import org.gongdan.sla.Events;
import org.gongdan.sla.SlaFixtures;
import org.gongdan.testing.Infrastructure;
import org.gongdan.testing.Tokens;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Every time that may be told can be counted with, up to the last one there is. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class FarTimesIT {

    private final Instant now = Events.now();

    @Test
    void anExpectedTimeAtTheEndOfAllTimesHasItsPromises() throws Exception {
        // When
        Events events = Events.ofTicket().opened(now, Values.LATEST, "P1", null);

        // Then
        assertEquals(Values.LATEST, SlaFixtures.instant(awaitClock(events, "EXPECTED_TIME", "RUNNING"), "dueAt"));
        assertEquals(Set.of("RESOLUTION_24H", "EXPECTED_TIME", "ACKNOWLEDGE", "UPDATE_CADENCE"),
                Set.copyOf(clocks(events).getList("items.kind", String.class)));
        nothingIsParked(events);
    }

    @Test
    void promisesExtendedToTheEndOfAllTimesEndWithTheTicket() throws Exception {
        // Given
        Events events = Events.ofTicket().opened(now.minusSeconds(60), Values.LATEST.minus(Duration.ofDays(1)), "P1", null)
                .extended(Values.LATEST, now.minusSeconds(50))
                .callbackPromised(Values.LATEST, null, now.minusSeconds(45));
        awaitDue(events, "EXPECTED_TIME", Values.LATEST);
        awaitDue(events, "RESOLUTION_24H", Values.LATEST);
        awaitDue(events, "CALL_BACK", Values.LATEST);

        // When
        events.ticket("TicketAcknowledged", "at", now.minusSeconds(40), "by", "agent").resolved(now.minusSeconds(30));

        // Then
        for (String kind : List.of("RESOLUTION_24H", "EXPECTED_TIME", "ACKNOWLEDGE", "CALL_BACK")) {
            awaitClock(events, kind, "MET");
        }
        nothingIsParked(events);
    }

    @Test
    void timersBeyondTheEndAreNotSet() throws Exception {
        // Given
        Events events = Events.ofTicket().opened(now, Values.LATEST, "P1", null);

        // When
        awaitClock(events, "EXPECTED_TIME", "RUNNING");

        // Then
        assertEquals(0,
                count("select count(*) from timer t join clock c on c.id = t.ref where c.ticket_id = ? and t.due_at > ?", events.ticketId,
                        Values.LATEST.atOffset(ZoneOffset.UTC)));
    }

    private static void nothingIsParked(Events events) throws Exception {
        assertEquals(0, count("select count(*) from inbox_parked where key = ?", events.ticketId.toString()));
        as(Tokens.agent()).queryParam("ticketId", events.ticketId).get("/api/promises").then().statusCode(200);
    }
}
