package org.gongdan.sla.rebuild;

import static org.awaitility.Awaitility.await;
import static org.gongdan.sla.SlaFixtures.as;
import static org.gongdan.sla.SlaFixtures.awaitClock;
import static org.gongdan.sla.SlaFixtures.count;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.gongdan.sla.Events;
import org.gongdan.sla.SlaFixtures;
import org.gongdan.sla.agreement.Deals;
import org.gongdan.testing.Tokens;
import org.gongdan.testing.Topics;

/** Everything that can happen to promises, to one customer of its own. */
final class RichHistory {

    private static final String ALWAYS = """
            {"title":"Always","zone":"UTC","weeks":[{"hours":{"MONDAY":%1$s,"TUESDAY":%1$s,"WEDNESDAY":%1$s,"THURSDAY":%1$s,
                "FRIDAY":%1$s,"SATURDAY":%1$s,"SUNDAY":%1$s}}],"days":[%2$s]}""";
    private static final String DAILY = "[\"00:00-24:00\"]";

    final Deals deal = Deals.made();
    final UUID customer = deal.customer;
    /** Broken, warned of and escalated by timers while we watch. */
    Map<String, Object> broken;
    private final Instant now = Events.now();

    static RichHistory happened() throws Exception {
        RichHistory history = new RichHistory();
        Topics.shared().send("customer-events", "CustomerRegistered.v1", history.customer, 0, history.customer,
                "{\"customerId\":\"%s\",\"name\":\"幸福超市\"}".formatted(history.customer));
        engineersComeAndGo();
        history.promisesBeforeAndAfterTheContract();
        Events falling = history.fallsDueWhileWeWatch();
        history.twoVisitsWithDelays();
        history.toldLateTwiceAndInTheWrongOrder();
        history.wordsAndEnds();
        history.broken = awaitClock(falling, "EXPECTED_TIME", "BREACHED");
        awaitFacts(history.broken, "WARNED", "ESCALATED", "BREACHED");
        return history;
    }

    private static void engineersComeAndGo() {
        UUID gone = UUID.randomUUID();
        for (UUID engineer : List.of(gone, UUID.randomUUID())) {
            Topics.shared().send("contact-events", "EngineerChanged.v1", engineer, 0, null,
                    "{\"engineerId\":\"%s\",\"name\":\"李工\"}".formatted(engineer));
        }
        Topics.shared().send("contact-events", "EngineerChanged.v1", gone, 1, null, null);
    }

    private Events ticket() {
        return Events.ofTicket(customer);
    }

    private Instant ago(int minutes) {
        return now.minus(Duration.ofMinutes(minutes));
    }

    /** Terms that changed: of promises made later, of open ones, and of the calendar that counts them. */
    private void promisesBeforeAndAfterTheContract() throws Exception {
        String calendar = "rebuild-" + customer;
        as(Tokens.manager()).body(ALWAYS.formatted(DAILY, "")).put("/api/calendars/" + calendar).then().statusCode(201);
        Events before = ticket().opened(ago(5), null, "P1", "收银机");
        awaitClock(before, "RESOLUTION_24H", "RUNNING");
        deal.inForce(
                Deals.content(Deals.level("P1", "RESOLUTION_24H", "PT30H", calendar), Deals.level(null, "UPDATE_CADENCE", "PT2H", null)));
        Events after = ticket().opened(ago(4), null, "P1", "收银机").contacted(false, ago(3));
        awaitClock(after, "RESOLUTION_24H", "RUNNING");
        Events calmed = ticket().opened(ago(4), null, "P1", "收银机").ticket("TicketPrioritized", "priority", "P2", "previousPriority", "P1",
                "reason", "r", "at", ago(2), "by", "agent");
        awaitFacts(awaitClock(calmed, "RESOLUTION_24H", "RUNNING"), "RETERMED");
        int second = deal.draft(java.time.LocalDate.now(ZoneOffset.ofHours(8)), null,
                Deals.content(Deals.level("P1", "RESOLUTION_24H", "PT50H", calendar))).statusCode(201).extract().path("number");
        deal.activate(second, "OPEN_PROMISES").statusCode(200);
        String dayOff = "{\"date\":\"" + now.atOffset(ZoneOffset.UTC).toLocalDate().plusDays(1) + "\",\"name\":\"停电\"}";
        as(Tokens.manager()).header("If-Match", "\"1\"").queryParam("openClocks", "MOVE").body(ALWAYS.formatted(DAILY, dayOff))
                .put("/api/calendars/" + calendar).then().statusCode(200);
        awaitFacts(SlaFixtures.clock(after, "RESOLUTION_24H"), "RETERMED", "RECALENDARED");
        after.contacted(false, ago(1)).reopened(ago(0));
    }

    /** Half of the way, where the duty is told of urgent ones, and four fifths, where we warn, lie ahead. */
    private Events fallsDueWhileWeWatch() {
        Instant opened = Events.now().minusSeconds(5);
        return ticket().opened(opened, opened.plusSeconds(30), "P1", null);
    }

    private void twoVisitsWithDelays() {
        Instant window = ago(300);
        Events events = ticket().opened(ago(600)).ticket("VisitRequested", "reason", "r", "at", ago(590));
        events.scheduled(window, ago(570)).delayed(window, window.plus(Duration.ofMinutes(20)), ago(320)).delayed(window,
                window.plus(Duration.ofMinutes(90)), ago(310));
        events.started(window, window.plus(Duration.ofMinutes(95)), "LATE").contacted(false, ago(200));
        Instant next = now.plus(Duration.ofHours(20));
        events.anotherVisit().scheduled(next, ago(100)).rescheduled(next, next.minusSeconds(7200), ago(90)).delayed(next.minusSeconds(7200),
                next, ago(80));
        events.visit("VisitCancelled", "reason", "r", "at", ago(70));
        events.anotherVisit().scheduled(ago(60), ago(65));
        awaitClock(events, "ARRIVAL", "BREACHED");
        events.rescheduled(ago(60), next, ago(50)).visit("CustomerAbsent", "note", "n", "at", ago(40)).scheduled(next, ago(30));
        events.resolved(ago(10)).reopened(ago(5));
    }

    private void toldLateTwiceAndInTheWrongOrder() throws Exception {
        Events late = ticket().opened(ago(25 * 60));
        awaitClock(late, "RESOLUTION_24H", "BREACHED");
        late.waiting("CUSTOMER", ago(20 * 60)).resumed(ago(10 * 60));
        ticket().asVersion(2).resumed(ago(60)).asVersion(1).waiting("CUSTOMER", ago(540)).asVersion(0).opened(ago(700));
        Events early = ticket().asVersion(3).resolved(ago(20 * 60)).asVersion(1).ticket("TicketAcknowledged", "at", ago(29 * 60));
        await().untilAsserted(() -> assertEquals(2, count("select count(*) from early_fact where subject = ?", early.ticketId)));
        early.asVersion(0).opened(ago(30 * 60));
        ticket().asVersion(1).ticket("TicketAcknowledged", "at", ago(10));
        Events window = ticket().asVersion(2).rescheduled(now, now.plus(Duration.ofHours(3)), ago(20));
        window.asVersion(1).scheduled(now.plus(Duration.ofHours(1)), ago(30));
        ticket().ticketTwice("TicketOpened", "openedAt", ago(180), "priority", "P2")
                .ticketTwice("TicketWaiting", "reason", "CUSTOMER", "evidence", "e", "at", ago(120))
                .ticketTwice("TicketResumed", "at", ago(60));
        ticket().ticket("TicketOpened", "number", "makes no sense").ticket("TicketAcknowledged", "at", ago(1));
    }

    private void wordsAndEnds() {
        ticket().opened(ago(100)).callbackPromised(ago(80), null, ago(95)).callbackPromised(ago(40), "busy", ago(85))
                .contacted(true, ago(50)).cancelled(ago(30));
        ticket().opened(ago(1000), ago(500)).extended(ago(400), ago(600)).extended(ago(100), ago(300)).resolved(ago(450));
        ticket().opened(ago(1000)).waiting("PARTS", ago(900)).waiting("CUSTOMER", ago(800)).extended(now.plus(Duration.ofDays(2)), ago(700))
                .resumed(ago(600));
        Events moved = ticket().opened(ago(300)).ticket("TicketHandedOver", "to", "li", "at", ago(290)).ticket("HandOverRefused", "by",
                "li", "at", ago(200));
        moved.resolved(ago(100)).reopened(ago(90)).resolved(ago(80)).ticket("TicketClosed", "at", ago(70));
    }

    private static void awaitFacts(Map<String, Object> clock, String... facts) throws Exception {
        for (String fact : facts) {
            await().untilAsserted(() -> assertEquals(1,
                    count("select count(*) from clock_fact where clock_id = ? and fact = ?", SlaFixtures.id(clock), fact), fact));
        }
    }
}
