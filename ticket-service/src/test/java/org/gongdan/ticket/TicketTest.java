package org.gongdan.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import org.gongdan.platform.problem.DomainException.IllegalTransition;
import org.gongdan.platform.problem.DomainException.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TicketTest {

    private static final Instant NOW = Instant.parse("2026-11-22T01:00:00Z");

    private static final UUID MESSAGE = UUID.fromString("0192f0aa-3333-7000-8000-000000000001");

    private static Ticket aTicket() {
        Ticket.Report report = new Ticket.Report(UUID.randomUUID(), null, null, null, Channel.PORTAL, Source.USER, null, "summary", null,
                Level.HIGH, Level.HIGH, null);
        return Ticket.open(UUID.randomUUID(), "2611-0001", "Customer", null, report, NOW, "agent");
    }

    static Ticket aTicketIn(TicketStatus status) {
        Ticket ticket = aTicket();
        switch (status) {
            case OPEN -> {}
            case IN_PROGRESS -> ticket.acknowledge(NOW, "agent");
            case WAITING -> {
                ticket.acknowledge(NOW, "agent");
                ticket.waitFor(WaitReason.CUSTOMER, "call 42", NOW);
            }
            case ON_SITE -> {
                ticket.acknowledge(NOW, "agent");
                ticket.requestVisit("need", "hardware", null, null, NOW, "agent");
            }
            case RESOLVED -> resolved(ticket);
            case CLOSED -> resolved(ticket).close(true, NOW);
            case CANCELLED -> ticket.cancel("mistake", false, NOW);
        }
        assertEquals(status, ticket.status);
        return ticket;
    }

    private static Ticket resolved(Ticket ticket) {
        ticket.acknowledge(NOW, "agent");
        ticket.resolve("SOFTWARE", "cause", "fix", Method.PHONE, null, true, NOW, "agent");
        return ticket;
    }

    /** Commands and the states they are legal in, as the README's table says. */
    static Stream<Arguments> everyCommandInEveryState() {
        Map<String, Map.Entry<Function<Ticket, Object>, String>> commands = new HashMap<>(
                Map.<String, Map.Entry<Function<Ticket, Object>, String>>of(
                        "acknowledge", Map.entry(ticket -> ticket.acknowledge(NOW, "a"), "OPEN WAITING ON_SITE RESOLVED"),
                        "assign", Map.entry(ticket -> ticket.assign("e", NOW, "a"), "OPEN IN_PROGRESS WAITING ON_SITE"),
                        "phoneFix",
                        Map.entry(ticket -> ticket.phoneFix(true, "s", false, null, NOW, "a"), "OPEN IN_PROGRESS WAITING ON_SITE"),
                        "requestVisit", Map.entry(ticket -> ticket.requestVisit("n", "why", null, null, NOW, "a"), "IN_PROGRESS"),
                        "waitFor", Map.entry(ticket -> ticket.waitFor(WaitReason.PARTS, "e", NOW), "IN_PROGRESS ON_SITE"),
                        "resume", Map.entry(ticket -> ticket.resume(NOW), "WAITING"),
                        "resolve",
                        Map.entry(ticket -> ticket.resolve("c", "c", "f", Method.REMOTE, null, true, NOW, "a"), "IN_PROGRESS ON_SITE"),
                        "close", Map.entry(ticket -> ticket.close(false, NOW), "RESOLVED"),
                        "reopen", Map.entry(ticket -> ticket.reopen("r", false, NOW), "RESOLVED"),
                        "cancel", Map.entry(ticket -> ticket.cancel("r", false, NOW), "OPEN IN_PROGRESS WAITING ON_SITE")));
        commands.put("promiseCallback",
                Map.entry(ticket -> ticket.promiseCallback(NOW.plusSeconds(60), "w", null, NOW, "a"), "OPEN IN_PROGRESS WAITING ON_SITE"));
        commands.put("contact",
                Map.entry(ticket -> ticket.contact(ContactChannel.PHONE, false, NOW, "a"), "OPEN IN_PROGRESS WAITING ON_SITE RESOLVED"));
        commands.put("handOver", Map.entry(ticket -> ticket.handOver("centre", "r", NOW, "a"), "OPEN IN_PROGRESS WAITING ON_SITE"));
        commands.put("acceptHandOver",
                Map.entry(ticket -> handedOver(ticket).acceptHandOver(NOW, "e"), "OPEN IN_PROGRESS WAITING ON_SITE"));
        commands.put("refuseHandOver",
                Map.entry(ticket -> handedOver(ticket).refuseHandOver("r", NOW, "e"), "OPEN IN_PROGRESS WAITING ON_SITE"));
        commands.put("prioritize",
                Map.entry(ticket -> ticket.prioritize(ticket.priority == Priority.P1 ? Priority.P2 : Priority.P1, "r", NOW, "a"),
                        "OPEN IN_PROGRESS WAITING ON_SITE"));
        commands.put("receive",
                Map.entry(ticket -> ticket.receive(MESSAGE, NOW, "c").getFirst(), "OPEN IN_PROGRESS WAITING ON_SITE RESOLVED"));
        commands.put("send", Map.entry(ticket -> ticket.send(MESSAGE, "t", NOW, "a"), "OPEN IN_PROGRESS WAITING ON_SITE RESOLVED"));
        commands.put("waiveAnswer",
                Map.entry(ticket -> askedBy(ticket).waiveAnswer("r", NOW, "a"), "OPEN IN_PROGRESS WAITING ON_SITE RESOLVED"));
        return commands.entrySet().stream()
                .flatMap(command -> Stream.of(TicketStatus.values()).map(status -> Arguments.of(command.getKey(), status,
                        command.getValue().getKey(), (" " + command.getValue().getValue() + " ").contains(" " + status + " "))));
    }

    /** The customer has written, where he may. */
    private static Ticket askedBy(Ticket ticket) {
        if (!ticket.status.isOver()) {
            ticket.receive(MESSAGE, NOW, "c");
        }
        return ticket;
    }

    private static Ticket handedOver(Ticket ticket) {
        if (ticket.status.isOpen()) {
            ticket.handOver("centre", "r", NOW, "a");
        }
        return ticket;
    }

    @ParameterizedTest(name = "{0} when {1}: {3}")
    @MethodSource("everyCommandInEveryState")
    void commandsAreLegalOnlyWhereTheTableSays(String name, TicketStatus status, Function<Ticket, Object> command, boolean legal) {
        // Given
        Ticket ticket = aTicketIn(status);

        // When / Then
        if (legal) {
            assertInstanceOf(TicketEvent.class, command.apply(ticket));
        } else {
            assertThrows(IllegalTransition.class, () -> command.apply(ticket));
            assertEquals(status, ticket.status);
        }
    }

    @Test
    void visitNeedsAnAttemptFromAfarOrAReasonToSkipIt() {
        Ticket ticket = aTicketIn(TicketStatus.IN_PROGRESS);
        assertEquals("visit-needs-attempt", assertThrows(Rejected.class, () -> ticket.requestVisit("n", " ", null, null, NOW, "a")).code());
        ticket.phoneFix(true, "s", false, null, NOW, "a");
        assertEquals("n", ticket.requestVisit("n", null, null, null, NOW, "a").need());
    }

    @Test
    void fixMustBeVerifiedWithTheCustomer() {
        Ticket ticket = aTicketIn(TicketStatus.IN_PROGRESS);
        assertThrows(Rejected.class, () -> ticket.resolve("c", "c", "f", Method.PHONE, null, false, NOW, "a"));
        assertEquals(TicketStatus.IN_PROGRESS, ticket.status);
    }

    @Test
    void phoneFixNeedsTheCustomersAgreement() {
        assertThrows(Rejected.class, () -> aTicketIn(TicketStatus.IN_PROGRESS).phoneFix(false, "s", true, null, NOW, "a"));
    }

    @Test
    void extensionNeedsAFutureTimeAndAGivenConsent() {
        Ticket ticket = aTicketIn(TicketStatus.IN_PROGRESS);
        Consent given = new Consent("customer", NOW);
        assertThrows(Rejected.class, () -> ticket.extend("plan", NOW, given, NOW));
        assertThrows(Rejected.class, () -> ticket.extend("plan", NOW.plusSeconds(1), new Consent("customer", NOW.plusSeconds(1)), NOW));
        assertEquals(NOW.plus(Duration.ofDays(1)), ticket.extend("plan", NOW.plus(Duration.ofDays(1)), given, NOW).newTime());
    }

    @Test
    void anAnswerThatIsDueIsPromisedAgainOnlyWithAnExplanationR39() {
        Ticket ticket = aTicketIn(TicketStatus.IN_PROGRESS);
        assertEquals("callback-past", assertThrows(Rejected.class, () -> ticket.promiseCallback(NOW, "w", null, NOW, "a")).code());
        assertNull(ticket.promiseCallback(NOW.plusSeconds(60), "w", "not needed", NOW, "a").explanation());
        assertEquals("callback-needs-explanation",
                assertThrows(Rejected.class, () -> ticket.promiseCallback(NOW.plusSeconds(90), "w", " ", NOW, "a")).code());
        assertEquals("e", ticket.promiseCallback(NOW.plusSeconds(90), "w", "e", NOW, "a").explanation());
    }

    @Test
    void onlyAPromisedAnswerCanBeGivenR38() {
        Ticket ticket = aTicketIn(TicketStatus.IN_PROGRESS);
        assertEquals("no-callback-due", assertThrows(Rejected.class, () -> ticket.contact(ContactChannel.PHONE, true, NOW, "a")).code());
        ticket.promiseCallback(NOW.plusSeconds(60), "w", null, NOW, "a");
        ticket.contact(ContactChannel.IM, false, NOW, "a");
        assertEquals(NOW.plusSeconds(60), ticket.callbackDue);
        ticket.contact(ContactChannel.PHONE, true, NOW, "a");
        assertNull(ticket.callbackDue);
    }

    @Test
    void resolvingAndCancellingLeaveNoAnswerAndNoHandOverDue() {
        for (TicketStatus end : new TicketStatus[] {TicketStatus.RESOLVED, TicketStatus.CANCELLED}) {
            Ticket ticket = aTicketIn(TicketStatus.IN_PROGRESS);
            ticket.promiseCallback(NOW.plusSeconds(60), "w", null, NOW, "a");
            ticket.handOver("centre", "r", NOW, "a");
            TicketEvent ended = end == TicketStatus.CANCELLED ? ticket.cancel("r", false, NOW)
                    : ticket.resolve("c", "c", "f", Method.PHONE, null, true, NOW, "a");
            assertEquals(NOW, ended instanceof TicketEvent.TicketResolved resolved ? resolved.resolvedAt()
                    : ((TicketEvent.TicketCancelled) ended).at());
            assertNull(ticket.callbackDue);
            assertNull(ticket.handedTo);
        }
    }

    @Test
    void aHandOverIsAnsweredOnceAndWhoAcceptsIsResponsibleR21() {
        Ticket ticket = aTicketIn(TicketStatus.IN_PROGRESS);
        assertEquals("no-hand-over", assertThrows(Rejected.class, () -> ticket.acceptHandOver(NOW, "e")).code());
        ticket.handOver("centre", "r", NOW, "a");
        assertEquals("hand-over-unanswered", assertThrows(Rejected.class, () -> ticket.handOver("other", "r", NOW, "a")).code());
        ticket.refuseHandOver("busy", NOW, "e");
        ticket.handOver("centre", "r", NOW, "a");
        assertEquals("centre", ticket.acceptHandOver(NOW, "e").to());
        assertEquals("e", ticket.assignee);
    }

    @Test
    void whatTheCustomerWroteIsAnsweredBeforeTheTicketEndsR9() {
        Ticket ticket = aTicketIn(TicketStatus.IN_PROGRESS);
        ticket.receive(MESSAGE, NOW, "c");
        ticket.receive(MESSAGE, NOW.plusSeconds(60), "c");
        assertEquals(NOW, ticket.unansweredSince);
        assertEquals("message-unanswered",
                assertThrows(Rejected.class, () -> ticket.resolve("c", "c", "f", Method.PHONE, null, true, NOW, "a")).code());
        assertEquals(TicketStatus.IN_PROGRESS, ticket.status);
        assertEquals("message-unanswered", assertThrows(Rejected.class, () -> ticket.waitFor(WaitReason.CUSTOMER, "e", NOW)).code());
        assertEquals("message-unanswered", assertThrows(Rejected.class, () -> ticket.cancel("r", false, NOW)).code());
        ticket.waitFor(WaitReason.PARTS, "e", NOW);
        ticket.resume(NOW);
        ticket.send(MESSAGE, "t", NOW, "a");
        ticket.resolve("c", "c", "f", Method.PHONE, null, true, NOW, "a");
        ticket.receive(MESSAGE, NOW, "c");
        assertEquals("message-unanswered", assertThrows(Rejected.class, () -> ticket.close(false, NOW)).code());
        ticket.close(true, NOW);
        assertNull(ticket.unansweredSince);
    }

    @Test
    void aTalkAndAReasonAnswerAMessageToo() {
        for (boolean talk : new boolean[] {true, false}) {
            Ticket ticket = askedBy(aTicketIn(TicketStatus.IN_PROGRESS));
            assertInstanceOf(TicketEvent.class,
                    talk ? ticket.contact(ContactChannel.PHONE, false, NOW, "a") : ticket.waiveAnswer("thanks", NOW, "a"));
            assertNull(ticket.unansweredSince);
            assertEquals("nothing-unanswered", assertThrows(Rejected.class, () -> ticket.waiveAnswer("r", NOW, "a")).code());
        }
    }

    @Test
    void workGoesOnWhenTheCustomerWritesForWhomItWaited() {
        Ticket ticket = aTicketIn(TicketStatus.WAITING);
        assertEquals(List.of("MessageReceived", "TicketResumed"),
                ticket.receive(MESSAGE, NOW, "c").stream().map(event -> event.getClass().getSimpleName()).toList());
        assertEquals(TicketStatus.IN_PROGRESS, ticket.status);
        ticket.waitFor(WaitReason.PARTS, "e", NOW);
        assertEquals(1, ticket.receive(MESSAGE, NOW, "c").size());
        assertEquals(TicketStatus.WAITING, ticket.status);
    }

    @Test
    void surveyIsAnsweredOnceAndOnlyWhenResolved() {
        assertThrows(IllegalTransition.class, () -> aTicketIn(TicketStatus.OPEN).survey(Map.of("result", 5), NOW));
        Ticket ticket = aTicketIn(TicketStatus.CLOSED);
        ticket.survey(Map.of("result", 5), NOW);
        assertEquals("already-surveyed", assertThrows(Rejected.class, () -> ticket.survey(Map.of("result", 1), NOW)).code());
    }

    @ParameterizedTest
    @CsvSource({"HIGH,HIGH,P1", "HIGH,MEDIUM,P2", "MEDIUM,HIGH,P2", "HIGH,LOW,P3", "LOW,HIGH,P3", "MEDIUM,MEDIUM,P3", "MEDIUM,LOW,P4",
            "LOW,MEDIUM,P4", "LOW,LOW,P4"})
    void priorityComesFromImpactAndUrgency(Level impact, Level urgency, Priority priority) {
        assertEquals(priority, Priority.of(impact, urgency));
    }
}
