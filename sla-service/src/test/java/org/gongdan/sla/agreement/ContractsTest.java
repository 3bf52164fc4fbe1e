package org.gongdan.sla.agreement;

import static org.gongdan.sla.agreement.Paper.everything;
import static org.gongdan.sla.agreement.Paper.inForce;
import static org.gongdan.sla.agreement.Paper.installed;
import static org.gongdan.sla.agreement.Paper.level;
import static org.gongdan.sla.agreement.Paper.product;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.gongdan.sla.promise.Matter;
import org.gongdan.sla.promise.Terms;
import org.junit.jupiter.api.Test;

class ContractsTest {

    private static final Terms USUAL = Terms.within(Duration.ofHours(24), Set.of("CUSTOMER"), 80);
    private static final UUID TILL = UUID.randomUUID();

    @Test
    void theTermsSayByWhichContractVersionServiceAndLevel() {
        // When
        Terms terms = contracts(inForce("HT-2026-017", "2026-01-01", Paper.of(everything(level("P1", "PT4H", "office-cn")))))
                .terms("RESOLUTION_24H", about("P1"), USUAL);

        // Then
        assertEquals(Duration.ofHours(4), terms.within());
        assertEquals("office-cn@7", terms.calendar());
        assertEquals("HT-2026-017", terms.basis().agreement());
        assertEquals("P1", terms.basis().level());
        assertEquals("everything", terms.basis().service());
    }

    @Test
    void whatTheContractDoesNotSayStaysUsual() {
        Contracts contracts = contracts(inForce("A", "2026-01-01", Paper.of(everything(level("P1", "PT4H")))));
        assertSame(USUAL, contracts.terms("RESOLUTION_24H", about("P2"), USUAL));
        assertSame(USUAL, contracts.terms("ACKNOWLEDGE", about("P1"), USUAL));
        assertSame(USUAL, contracts.terms("RESOLUTION_24H", null, USUAL), "nobody told the priority");
        assertSame(USUAL, contracts().terms("RESOLUTION_24H", about("P1"), USUAL));
    }

    @Test
    void theInstalledProductWinsOverItsNameAndThatOverEverything() {
        Content content = Paper.of(everything(level("P1", "PT9H")), product("积分收银系统", level("P1", "PT8H")),
                installed(TILL, level("P1", "PT7H")));
        Contracts contracts = contracts(inForce("A", "2026-01-01", content));
        assertEquals(Duration.ofHours(7), within(contracts, new Matter("P1", TILL, "积分收银系统")));
        assertEquals(Duration.ofHours(8), within(contracts, new Matter("P1", UUID.randomUUID(), " 积分收银系统")));
        assertEquals(Duration.ofHours(9), within(contracts, new Matter("P1", null, "打印机")));
    }

    @Test
    void theContractsProductIsTheCustomersHoweverEitherIsTyped() {
        Contracts contracts = contracts(
                inForce("A", "2026-01-01", Paper.of(everything(level("P1", "PT9H")), product("收銀機 TM-U220B", level("P1", "PT8H")))));
        assertEquals(Duration.ofHours(8), within(contracts, new Matter("P1", null, "收银机　ＴＭＵ２２０Ｂ")));
        assertEquals(Duration.ofHours(9), within(contracts, new Matter("P1", null, "收银机　ＴＭＵ２２１Ｂ")));
    }

    @Test
    void theLevelOfThePriorityWinsOverTheOneForEveryPriority() {
        Contracts contracts = contracts(inForce("A", "2026-01-01", Paper.of(everything(level(null, "PT12H"), level("P1", "PT4H")))));
        assertEquals(Duration.ofHours(4), within(contracts, about("P1")));
        assertEquals(Duration.ofHours(12), within(contracts, about("P3")));
    }

    @Test
    void aNearerServiceWithoutSuchALevelDoesNotStandInTheWay() {
        Contracts contracts = contracts(
                inForce("A", "2026-01-01", Paper.of(everything(level("P2", "PT9H")), product("till", level("P1", "PT4H")))));
        assertEquals(Duration.ofHours(9), within(contracts, new Matter("P2", null, "TILL")));
    }

    @Test
    void ofTwoContractsTheOneThatBeganLastWinsWhateverTheirOrder() {
        InForce old = inForce("A", "2026-01-01", Paper.of(everything(level("P1", "PT4H"))));
        InForce fresh = inForce("B", "2026-06-01", Paper.of(everything(level("P1", "PT2H"))));
        assertEquals(Duration.ofHours(2), within(contracts(old, fresh), about("P1")));
        assertEquals(Duration.ofHours(2), within(contracts(fresh, old), about("P1")));
    }

    @Test
    void aKindThatPromisesAnInstantKeepsTheInstant() {
        // Given
        Terms usual = Terms.at(Instant.parse("2026-11-22T09:00:00Z"), 80);
        Content content = Paper.of(everything(new Content.Level(null, "EXPECTED_TIME", null, null, Set.of("CUSTOMER"), 50, null)));

        // When
        Terms terms = contracts(inForce("A", "2026-01-01", content)).terms("EXPECTED_TIME", about("P1"), usual);

        // Then
        assertEquals(usual.at(), terms.at());
        assertEquals(Set.of("CUSTOMER"), terms.pausesOn());
        assertEquals(50, terms.warnPercent());
    }

    private static Contracts contracts(InForce... versions) {
        return new Contracts(List.of(versions), name -> name.equals("24x7") ? name : name + "@7", kind -> List.of(AgreementType.SLA));
    }

    private static Duration within(Contracts contracts, Matter about) {
        return contracts.terms("RESOLUTION_24H", about, USUAL).within();
    }

    private static Matter about(String priority) {
        return new Matter(priority, null, null);
    }
}
