package org.gongdan.ticket;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.gongdan.platform.event.EventJson;
import org.gongdan.platform.event.EventTypes;
import org.gongdan.platform.event.Fact;
import org.gongdan.testing.EventContracts;
import org.gongdan.ticket.answer.AnswerLinkEvent;
import org.gongdan.ticket.customer.ContactEvent;
import org.gongdan.ticket.customer.CustomerEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventContractTest {

    private static final EventContracts CONTRACTS = EventContracts.of("ticket-service");
    private static final UUID ID = UUID.fromString("0192f0aa-1111-7000-8000-000000000001");
    private static final Instant AT = Instant.parse("2026-11-22T01:02:03.456789Z");

    /** Shapes that no example has, such as without what may be missing; the examples are tried by themselves. */
    static Fact[] factsOfOtherShapes() {
        return new Fact[] {
                new TicketEvent.TicketOpened(ID, ID, "2611-0042", null, null, null, null, Channel.API, Source.ALERT, Matter.FAULT, "s",
                        null, Level.LOW, Level.LOW, Priority.P4, AT, "erp", null),
                new TicketEvent.TicketOpened(ID, ID, "2611-0042", ID, ID, ID, "p", Channel.PHONE, Source.USER, Matter.COMPLAINT, "s", "x",
                        Level.LOW, Level.HIGH, Priority.P3, AT, "agent", AT),
                new TicketEvent.VisitRequested(ID, ID, "2611-0042", ID, ID, "p", "s", "x", "n", "r", AT, AT, AT, "a"),
                new TicketEvent.VisitRequested(ID, ID, "2611-0042", null, null, null, null, null, "n", null, null, null, AT, "a"),
                new TicketEvent.SurveyAnswered(ID, ID, Map.of("result", 5), AT),
                new TicketEvent.CallbackPromised(ID, ID, null, AT, "w", null, AT, "a"),
                new TicketEvent.CallbackPromised(ID, ID, ID, AT, "w", "e", AT, "a"),
                new CustomerEvent.ProductInstalled(ID, ID, null, "n", null),
                new CustomerEvent.ProductChanged(ID, ID, null, "n", null, AT, "a")};
    }

    @Test
    void examplesFitTheirSchemas() {
        CONTRACTS.assertExamplesFit();
    }

    @Test
    void everyRecordHasAContractAndEveryContractARecord() {
        CONTRACTS.assertRecordsAre(EventTypes::nameOf, TicketEvent.class, CustomerEvent.class, ContactEvent.class, AnswerLinkEvent.class);
    }

    @Test
    void recordsSayWhatTheExamplesSay() {
        CONTRACTS.assertRecordsSayWhatExamplesSay(EventJson.mapper(), EventTypes::nameOf, TicketEvent.class, CustomerEvent.class,
                ContactEvent.class, AnswerLinkEvent.class);
    }

    @ParameterizedTest
    @MethodSource("factsOfOtherShapes")
    void whatWePublishFitsItsSchema(Fact fact) {
        CONTRACTS.assertFits(EventTypes.nameOf(fact.getClass()), EventJson.write(fact));
    }
}
