package org.gongdan.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.gongdan.platform.event.EventJson;
import org.gongdan.platform.event.EventTypes;
import org.gongdan.platform.event.Fact;
import org.gongdan.testing.EventContracts;
import org.gongdan.ticket.customer.ContactEvent;
import org.gongdan.ticket.customer.CustomerEvent;
import org.gongdan.ticket.customer.CustomerLevel;
import org.gongdan.ticket.customer.Grounds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventContractTest {

    private static final EventContracts CONTRACTS = EventContracts.of("ticket-service");
    private static final UUID ID = UUID.fromString("0192f0aa-1111-7000-8000-000000000001");
    private static final Instant AT = Instant.parse("2026-11-22T01:02:03.456789Z");

    static Fact[] everyFact() {
        return new Fact[] {
                new TicketEvent.TicketOpened(ID, ID, "2611-0042", null, null, null, null, Channel.API, Source.ALERT, Matter.FAULT, "s",
                        null, Level.LOW, Level.LOW, Priority.P4, AT, "erp", null),
                new TicketEvent.TicketOpened(ID, ID, "2611-0042", ID, ID, ID, "p", Channel.PHONE, Source.USER, Matter.COMPLAINT, "s", "x",
                        Level.LOW, Level.HIGH, Priority.P3, AT, "agent", AT),
                new TicketEvent.TicketAcknowledged(ID, ID, AT, "a"), new TicketEvent.TicketAssigned(ID, ID, "e", AT, "a"),
                new TicketEvent.PhoneFixAttempted(ID, ID, AT, "a", true, ID, "s"),
                new TicketEvent.RemoteSessionEnded(ID, ID, ID, AT, AT, false, 1),
                new TicketEvent.VisitRequested(ID, ID, "2611-0042", ID, ID, "n", "r", AT, AT, AT, "a"),
                new TicketEvent.VisitRequested(ID, ID, "2611-0042", null, null, "n", null, null, null, AT, "a"),
                new TicketEvent.TicketWaiting(ID, ID, WaitReason.PARTS, "e", AT), new TicketEvent.TicketResumed(ID, ID, AT),
                new TicketEvent.ExtensionAgreedV2(ID, ID, "p", AT, AT, AT),
                new TicketEvent.TicketResolved(ID, ID, "2611-0042", "p", "s", "x", "c", "c", "f", Method.ON_SITE, ID, AT, "e"),
                new TicketEvent.TicketReopened(ID, ID, "r", AT, true), new TicketEvent.TicketClosedV2(ID, ID, AT, true),
                new TicketEvent.TicketCancelled(ID, ID, "r", AT, false), new TicketEvent.SurveyAnswered(ID, ID, Map.of("result", 5), AT),
                new TicketEvent.CallbackPromised(ID, ID, null, AT, "w", null, AT, "a"),
                new TicketEvent.CallbackPromised(ID, ID, ID, AT, "w", "e", AT, "a"),
                new TicketEvent.CustomerContactedV2(ID, ID, ID, ContactChannel.EMAIL, true, AT, "a"),
                new TicketEvent.TicketHandedOver(ID, ID, "t", "r", AT, "a"),
                new TicketEvent.TicketPrioritized(ID, ID, Priority.P1, Priority.P4, "r", AT, "a"),
                new TicketEvent.HandOverAccepted(ID, ID, "t", AT, "e"), new TicketEvent.HandOverRefused(ID, ID, "t", "r", AT, "e"),
                new CustomerEvent.CustomerRegistered(ID, "n", CustomerLevel.STRATEGIC), new CustomerEvent.SiteChanged(ID, ID, "n"),
                new CustomerEvent.ProductInstalled(ID, ID, null, "n", null),
                new CustomerEvent.CustomerChanged(ID, "n", CustomerLevel.STANDARD, AT, "a"),
                new CustomerEvent.CustomerWithdrawn(ID, AT, "s"), new CustomerEvent.CustomerReinstated(ID, AT, "s"),
                new CustomerEvent.SiteWithdrawn(ID, ID, AT, "a"), new CustomerEvent.SiteReinstated(ID, ID, AT, "a"),
                new CustomerEvent.ProductChanged(ID, ID, null, "n", null, AT, "a"),
                new CustomerEvent.ProductChanged(ID, ID, ID, "n", "s", AT, "a"),
                new CustomerEvent.ProductWithdrawn(ID, ID, AT, "a"), new CustomerEvent.ProductReinstated(ID, ID, AT, "a"),
                new CustomerEvent.ContactWithdrawn(ID, ID, AT, "a"), new CustomerEvent.ContactReinstated(ID, ID, AT, "a"),
                new CustomerEvent.ContactErased(ID, ID, Grounds.ASKED_BY_PERSON, AT, "s"),
                new ContactEvent.ContactChanged(ID, ID, ID, "n", "s", "13812341234", "+8613812341234", "a@b.example", "x")};
    }

    @Test
    void examplesFitTheirSchemas() {
        CONTRACTS.assertExamplesFit();
    }

    @Test
    void everyRecordHasAContractAndEveryContractARecord() {
        CONTRACTS.assertRecordsAre(EventTypes::nameOf, TicketEvent.class, CustomerEvent.class, ContactEvent.class);
    }

    @Test
    void everyRecordIsTried() {
        EventContracts.assertEachIsTried(List.of(everyFact()), TicketEvent.class, CustomerEvent.class, ContactEvent.class);
    }

    @ParameterizedTest
    @MethodSource("everyFact")
    void whatWePublishFitsItsSchema(Fact fact) {
        CONTRACTS.assertFits(EventTypes.nameOf(fact.getClass()), EventJson.write(fact));
    }
}
