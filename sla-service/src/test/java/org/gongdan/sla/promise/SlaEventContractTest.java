package org.gongdan.sla.promise;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.gongdan.platform.event.EventJson;
import org.gongdan.platform.event.EventTypes;
import org.gongdan.platform.event.Fact;
import org.gongdan.sla.compensation.CompensationEvent;
import org.gongdan.sla.kind.KindEvent;
import org.gongdan.sla.monthly.ReportEvent;
import org.gongdan.sla.monthly.ReportType;
import org.gongdan.testing.EventContracts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SlaEventContractTest {

    private static final EventContracts CONTRACTS = EventContracts.of("sla-service");
    private static final UUID ID = UUID.fromString("0192f0aa-1111-7000-8000-000000000001");
    private static final Subject TICKET = Subject.ofTicket(ID, ID);
    private static final Subject VISIT = Subject.ofVisit(ID, ID, ID);
    private static final Subject SHIFT = Subject.ofShift(ID);
    private static final Instant AT = Instant.parse("2026-11-22T01:02:03.456789Z");

    private static final Terms TERMS = new Terms(java.time.Duration.ofHours(8), null, "office-cn@1", java.util.Set.of("CUSTOMER"), 80,
            new Basis(ID, "HT-2026-017", 1, "POS", "P1"));

    /** Shapes that no example has, such as without what may be missing; the examples are tried by themselves. */
    static Fact[] factsOfOtherShapes() {
        return new Fact[] {
                new SlaEvent.PromiseMade(ID, TICKET, "RESOLUTION_24H", AT, AT, TERMS, new Matter("P1", ID, "POS")),
                new SlaEvent.PromiseMade(ID, VISIT, "ARRIVAL", AT, AT, Terms.at(AT, 80), null),
                new SlaEvent.PromiseRetermed(ID, TICKET, "RESOLUTION_24H", AT, TERMS, null, null, AT),
                new SlaEvent.PromiseRetermed(ID, TICKET, "RESOLUTION_24H", AT, TERMS, new Matter("P2", null, null), ID, AT),
                new SlaEvent.PromiseRecalendared(ID, TICKET, "RESOLUTION_24H", AT, "office-cn@2", AT),
                new SlaEvent.SlaWarned(ID, TICKET, "EXPECTED_TIME", AT, 80, AT),
                new SlaEvent.SlaBreached(ID, VISIT, "ARRIVAL", AT, AT, List.of("WARNING", "ESCALATION")),
                new SlaEvent.SlaBreached(ID, VISIT, "NOTICE_OF_DELAY", AT, AT, Terms.at(AT, 80), null, null),
                new SlaEvent.SlaBreachWithdrawn(ID, TICKET, "RESOLUTION_24H", AT, AT, SlaEvent.WithdrawalReason.PAUSED, AT),
                new SlaEvent.SlaBreachWithdrawn(ID, VISIT, "ARRIVAL", AT, AT, SlaEvent.WithdrawalReason.CALLED_OFF, AT),
                new SlaEvent.SlaMet(ID, TICKET, "ACKNOWLEDGE", AT, AT, null, null),
                new SlaEvent.SlaMet(ID, VISIT, "NOTICE_OF_DELAY", AT, AT, Terms.at(AT, 80), null),
                new SlaEvent.SlaExtended(ID, TICKET, "RESOLUTION_24H", AT, AT, SlaEvent.MoveCause.PAUSED, AT),
                new SlaEvent.SlaEscalated(ID, TICKET, "RESOLUTION_24H", AT,
                        Rung.of("due+90m working", "manager", java.util.Set.of()).step(), "manager", null, null, AT),
                new SlaEvent.SlaEscalated(ID, TICKET, "RESOLUTION_24H", AT, "50%", "duty", "DESK", List.of("agent"), AT),
                new SlaEvent.SlaEscalated(ID, TICKET, "RESOLUTION_24H", AT, "50%", "duty", "DESK", List.of(), AT),
                new SlaEvent.PromiseMade(ID, SHIFT, "ROSTER_HANDOVER", AT, AT, TERMS, null),
                new SlaEvent.SlaMet(ID, SHIFT, "ROSTER_HANDOVER", AT, AT, null, null),
                new SlaEvent.SlaWarned(ID, SHIFT, "ROSTER_HANDOVER", AT, 80, AT),
                new SlaEvent.SlaBreached(ID, SHIFT, "ROSTER_HANDOVER", AT, AT, null),
                new SlaEvent.SlaBreachWithdrawn(ID, SHIFT, "ROSTER_HANDOVER", AT, AT, SlaEvent.WithdrawalReason.KEPT, AT),
                new SlaEvent.SlaExtended(ID, SHIFT, "ROSTER_HANDOVER", AT, AT, SlaEvent.MoveCause.RETERMED, AT),
                new CompensationEvent.CompensationOwed(ID, ID, "HT-2026-017", 1, "2026-11", "RESOLUTION_24H", "P1", ID, ID, "250.00", "CNY",
                        AT),
                new CompensationEvent.CompensationOwed(ID, ID, "HT-2026-017", 1, "2026-11", "RESOLUTION_24H", null, null, null, "600.00",
                        "CNY", AT),
                new CompensationEvent.CompensationWithdrawn(ID, ID, "2026-11", ID, ID, "250.00", "CNY", AT),
                new ReportEvent.ReportReleased(ID, ID, ReportType.CUSTOMER, "2026-10", 1, AT),
                new ReportEvent.ReportReleased(ID, null, ReportType.MEETING, "2026-10", 3, AT)};
    }

    @Test
    void examplesFitTheirSchemas() {
        CONTRACTS.assertExamplesFit();
    }

    @Test
    void everyRecordHasAContractAndEveryContractARecord() {
        CONTRACTS.assertRecordsAre(EventTypes::nameOf, SlaEvent.class, CompensationEvent.class, ReportEvent.class, KindEvent.class);
    }

    @Test
    void recordsSayWhatTheExamplesSay() {
        CONTRACTS.assertRecordsSayWhatExamplesSay(EventJson.mapper(), EventTypes::nameOf, SlaEvent.class, CompensationEvent.class,
                ReportEvent.class, KindEvent.class);
    }

    @ParameterizedTest
    @MethodSource("factsOfOtherShapes")
    void whatWePublishFitsItsSchema(Fact fact) {
        CONTRACTS.assertFits(EventTypes.nameOf(fact.getClass()), EventJson.write(fact));
    }
}
