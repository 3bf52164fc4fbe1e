package org.gongdan.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.gongdan.dispatch.VisitEvent.CustomerAbsent;
import org.gongdan.dispatch.VisitEvent.EngineerDeparted;
import org.gongdan.dispatch.VisitEvent.OrderSubmitted;
import org.gongdan.dispatch.VisitEvent.SignatureRequested;
import org.gongdan.dispatch.VisitEvent.VisitAccepted;
import org.gongdan.dispatch.VisitEvent.VisitCancelled;
import org.gongdan.dispatch.VisitEvent.VisitCompleted;
import org.gongdan.dispatch.VisitEvent.VisitDeclined;
import org.gongdan.dispatch.VisitEvent.VisitDelayed;
import org.gongdan.dispatch.VisitEvent.VisitOrdered;
import org.gongdan.dispatch.VisitEvent.VisitRefused;
import org.gongdan.dispatch.VisitEvent.VisitRescheduledV2;
import org.gongdan.dispatch.VisitEvent.VisitScheduledV2;
import org.gongdan.dispatch.VisitEvent.VisitSigned;
import org.gongdan.dispatch.VisitEvent.VisitStarted;
import org.gongdan.dispatch.engineer.EngineerEvent;
import org.gongdan.dispatch.roster.RosterEvent;
import org.gongdan.dispatch.signature.SignatureLinkEvent;
import org.gongdan.dispatch.signature.SignatureLinkEvent.SignatureLinkIssued;
import org.gongdan.platform.event.EventJson;
import org.gongdan.platform.event.EventTypes;
import org.gongdan.platform.event.Fact;
import org.gongdan.platform.security.Sha256;
import org.gongdan.testing.EventContracts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventContractTest {

    private static final EventContracts CONTRACTS = EventContracts.of("dispatch-service");
    private static final UUID ID = UUID.fromString("0192f0aa-1111-7000-8000-000000000001");
    private static final Instant AT = Instant.parse("2026-11-22T01:02:03.456789Z");

    /** Shapes that no example has, such as without what may be missing; the examples are tried by themselves. */
    static List<Fact> factsOfOtherShapes() {
        List<Fact> facts = new ArrayList<>(List.of(
                new VisitOrdered(ID, ID, ID, "V2611-0042", List.of(), AT),
                VisitMother.ordered().ordered(new VisitFile(VisitMother.ordered(), null, null).missing()),
                new VisitOrdered(ID, ID, ID, "V2611-12345", List.of("name", "phone", "address", "need"), AT),
                new VisitScheduledV2(ID, ID, ID, "V2611-0042", ID, ID, AT, AT, AT),
                new VisitScheduledV2(ID, ID, ID, "V2611-0042", null, ID, AT, AT, AT),
                new VisitAccepted(ID, ID, ID, ID, AT), new VisitDeclined(ID, ID, ID, ID, "r", AT),
                new VisitRescheduledV2(ID, ID, ID, null, ID, AT, AT, AT, AT, "r", AT),
                new EngineerDeparted(ID, ID, ID, ID, AT), new CustomerAbsent(ID, ID, ID, "n", AT), new VisitRefused(ID, ID, ID, "r", AT),
                new SignatureRequested(ID, ID, ID, ID, AT, AT),
                VisitMother.completed().sign(VisitDocument.of(VisitMother.completed()).hash(), AT),
                new VisitSigned(ID, ID, ID, Sha256.hex(""), AT), new VisitCancelled(ID, ID, ID, "r", AT),
                new OrderSubmitted(ID, ID, ID, "V2611-0042", ID, AT, AT),
                new EngineerEvent.EngineerChanged(ID, "李工", null),
                new SignatureLinkIssued(ID, ID, ID, "https://desk.example/sign/abc_-1", AT)));
        facts.addAll(List.of(
                new RosterEvent.ShiftPublished(ID, "DESK", "agent", AT, AT, null, AT, "dispatcher"),
                new RosterEvent.ShiftPublished(ID, "DESK", "agent", AT, AT, ID, AT, "dispatcher"),
                new RosterEvent.ShiftWithdrawn(ID, "DESK", "agent", AT, AT, "r", AT, "dispatcher"),
                new RosterEvent.ShiftSwapped(ID, "DESK", "agent", "engineer", AT, AT, AT, "dispatcher"),
                new RosterEvent.ShiftEnded(ID, "DESK", "agent", AT, AT, true, "engineer", AT),
                new RosterEvent.ShiftEnded(ID, "DESK", "agent", AT, AT, false, null, AT),
                new RosterEvent.HandoverWritten(ID, "DESK", "agent", 0, AT),
                new RosterEvent.HandoverAccepted(ID, "DESK", "agent", "engineer", AT),
                new RosterEvent.HandoverRefused(ID, "DESK", "agent", "engineer", "r", AT)));
        for (DelayReason reason : DelayReason.values()) {
            facts.add(new VisitDelayed(ID, ID, ID, ID, ID, AT, AT, AT, AT, reason, AT, AT));
        }
        for (Punctuality punctuality : Punctuality.values()) {
            facts.add(new VisitStarted(ID, ID, ID, ID, AT, AT, punctuality));
        }
        for (Outcome outcome : Outcome.values()) {
            facts.add(new VisitCompleted(ID, ID, ID, ID, outcome, "w", null, null, AT));
        }
        return facts;
    }

    @Test
    void examplesFitTheirSchemas() {
        CONTRACTS.assertExamplesFit();
    }

    @Test
    void everyRecordHasAContractAndEveryContractARecord() {
        CONTRACTS.assertRecordsAre(EventTypes::nameOf, VisitEvent.class, SignatureLinkEvent.class, RosterEvent.class, EngineerEvent.class);
    }

    @Test
    void recordsSayWhatTheExamplesSay() {
        CONTRACTS.assertRecordsSayWhatExamplesSay(EventJson.mapper(), EventTypes::nameOf, VisitEvent.class, SignatureLinkEvent.class,
                RosterEvent.class, EngineerEvent.class);
    }

    @ParameterizedTest
    @MethodSource("factsOfOtherShapes")
    void whatWePublishFitsItsSchema(Fact fact) {
        CONTRACTS.assertFits(EventTypes.nameOf(fact.getClass()), EventJson.write(fact));
    }
}
