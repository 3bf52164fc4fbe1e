package org.gongdan.sla.due;

import static org.awaitility.Awaitility.await;
import static org.gongdan.sla.SlaFixtures.awaitClock;
import static org.gongdan.sla.SlaFixtures.awaitDue;
import static org.gongdan.sla.SlaFixtures.clock;
import static org.gongdan.sla.SlaFixtures.count;
import static org.gongdan.sla.SlaFixtures.facts;
import static org.gongdan.sla.SlaFixtures.id;
import static org.gongdan.sla.SlaFixtures.published;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.gongdan.sla.Events;
import org.gongdan.sla.SlaFixtures;
import org.gongdan.testing.Infrastructure;
import org.gongdan.testing.Topics;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class EscalationIT {

    private static final Duration DAY = Duration.ofHours(24);
    private static final String TIMERS = "select count(*) from timer where kind = 'sla-escalation' and ref = ?";

    @Test
    void theManagerIsToldOnceAnHourAfterTheDueTime() throws Exception {
        // Given
        Instant step = Events.now().plusSeconds(20);

        // When
        Events events = Events.ofTicket().opened(step.minus(DAY).minus(Duration.ofHours(1)));

        // Then
        Map<String, Object> clock = awaitClock(events, "RESOLUTION_24H", "BREACHED");
        assertEquals(1, count(TIMERS, id(clock)));
        SlaFixtures.awaitMoment(step);
        Topics.Event escalated = Topics.shared().await("sla-events", "SlaEscalated.v1", id(clock));
        assertEquals("manager", escalated.text("role"));
        assertEquals("due+PT1H", escalated.text("step"));
        assertEquals(step.toString(), escalated.text("at"));
        assertEquals(List.of("STARTED", "BREACHED", "ESCALATED"),
                facts(await().until(() -> clock(events, "RESOLUTION_24H"), found -> facts(found).contains("ESCALATED"))));
        assertEquals(0, count(TIMERS, id(clock)));
        assertEquals(1, count("select count(*) from clock_fact where clock_id = ? and fact = 'ESCALATED' and recorded >= at", id(clock)));
        events.waiting("PARTS", Events.now()).resumed(Events.now());
        await().until(() -> facts(clock(events, "RESOLUTION_24H")).contains("RESUMED"));
        assertEquals(1, published(clock).stream().filter(event -> event.type().equals("SlaEscalated.v1")).count());
    }

    @Test
    void theFirstPriorityIsToldToTheEngineerOnDutyHalfWay() {
        // Given
        Instant opened = Events.now().minusSeconds(600);

        // When
        Events urgent = ticket("P1", opened, opened.plusSeconds(1220));
        Events other = ticket("P2", opened, opened.plusSeconds(1220));

        // Then
        Map<String, Object> clock = awaitClock(urgent, "EXPECTED_TIME", "RUNNING");
        Topics.Event escalated = Topics.shared().await("sla-events", "SlaEscalated.v1", id(clock));
        assertEquals("50%", escalated.text("step"));
        assertEquals("duty", escalated.text("role"));
        assertEquals(opened.plusSeconds(610).toString(), escalated.text("at"));
        assertEquals(0, published(awaitClock(other, "EXPECTED_TIME", "RUNNING")).stream()
                .filter(event -> event.type().equals("SlaEscalated.v1")).count());
    }

    @Test
    void pausingResolvingAndCancellingTakeTheNextStepAwayAndResumingBringsItBack() throws Exception {
        // Given
        Instant opened = Events.now().minusSeconds(600);
        Events events = Events.ofTicket().opened(opened);
        Map<String, Object> clock = awaitClock(events, "RESOLUTION_24H", "RUNNING");
        assertEquals(1, count(TIMERS, id(clock)));

        // When
        events.waiting("CUSTOMER", opened.plusSeconds(100));

        // Then
        awaitClock(events, "RESOLUTION_24H", "PAUSED");
        assertEquals(0, count(TIMERS, id(clock)));
        events.resumed(opened.plusSeconds(200));
        awaitDue(events, "RESOLUTION_24H", opened.plus(DAY).plusSeconds(100));
        assertEquals(1, count(
                "select count(*) from timer t join clock c on c.id = t.ref where t.kind = 'sla-escalation' and t.ref = ? and t.generation = c.generation"
                        + " and t.due_at = c.due_at + interval '1 hour'",
                id(clock)));
        events.extended(opened.plus(Duration.ofDays(5)), opened.plusSeconds(300));
        awaitDue(events, "RESOLUTION_24H", opened.plus(Duration.ofDays(5)));
        assertEquals(1, count(
                "select count(*) from timer t join clock c on c.id = t.ref where t.kind = 'sla-escalation' and t.ref = ? and t.due_at = "
                        + "c.due_at + interval '1 hour'",
                id(clock)));
        events.cancelled(opened.plusSeconds(400));
        awaitClock(events, "RESOLUTION_24H", "VOID");
        assertEquals(0, count(TIMERS, id(clock)));
    }

    @Test
    void fixesThatMeetTheStepAreDecidedOnceAndForAll() throws Exception {
        // Given
        int many = 40;
        Instant step = Events.now().plusSeconds(30);
        List<Events> tickets = new ArrayList<>();
        for (int index = 0; index < many; index++) {
            tickets.add(Events.ofTicket().opened(step.minus(DAY).minus(Duration.ofHours(1))));
        }
        awaitClock(tickets.getLast(), "RESOLUTION_24H", "BREACHED");

        // When
        for (int index = 0; index < many; index++) {
            Instant told = step.plusMillis(300L * (index - many / 2));
            SlaFixtures.awaitMoment(told);
            tickets.get(index).resolved(told);
        }

        // Then
        for (Events ticket : tickets) {
            UUID clock = id(await().until(() -> clock(ticket, "RESOLUTION_24H"),
                    found -> found.get("endedAt") != null));
            await().until(() -> count(TIMERS, clock) == 0);
        }
        await().until(() -> count("select count(*) from outbox") == 0);
        Map<String, Long> told = Topics.shared().all("sla-events", event -> event.type().equals("SlaEscalated.v1")).stream()
                .collect(Collectors.groupingBy(Topics.Event::key, Collectors.counting()));
        int escalated = 0;
        for (Events ticket : tickets) {
            UUID clock = id(clock(ticket, "RESOLUTION_24H"));
            long facts = count("select count(*) from clock_fact where clock_id = ? and fact = 'ESCALATED'", clock);
            assertEquals(facts, told.getOrDefault(clock.toString(), 0L), clock.toString());
            assertTrue(facts <= 1, clock.toString());
            escalated += (int) facts;
        }
        assertTrue(escalated > 0 && escalated < many, "escalated: " + escalated);
        assertTrue(SlaFixtures.assertCachesFollowFromFacts() >= many);
    }

    private static Events ticket(String priority, Instant opened, Instant expectedBy) {
        return Events.ofTicket().ticket("TicketOpened", "number", "2611-0042", "channel", "PHONE", "source", "USER", "summary", "s",
                "impact", "HIGH", "urgency", "HIGH",
                "priority", priority, "openedAt", opened, "openedBy", "agent", "expectedBy", expectedBy);
    }
}
