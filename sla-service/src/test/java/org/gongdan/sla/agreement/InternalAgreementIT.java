package org.gongdan.sla.agreement;

import static org.awaitility.Awaitility.await;
import static org.gongdan.sla.SlaFixtures.as;
import static org.gongdan.sla.SlaFixtures.awaitClock;
import static org.gongdan.sla.SlaFixtures.awaitDue;
import static org.gongdan.sla.SlaFixtures.clock;
import static org.gongdan.sla.SlaFixtures.count;
import static org.gongdan.sla.SlaFixtures.id;
import static org.gongdan.sla.SlaFixtures.instant;
import static org.gongdan.sla.agreement.Deals.content;
import static org.gongdan.sla.agreement.Deals.level;
import static org.gongdan.sla.agreement.Deals.made;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import org.gongdan.sla.Events;
import org.gongdan.testing.Infrastructure;
import org.gongdan.testing.Tokens;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** What we agreed on between our teams governs what they promise each other; what a supplier agreed to is his promise to us. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class InternalAgreementIT {

    private final Instant now = Events.now();

    @Test
    void whatTeamsAgreedOnGovernsTheHandOffAndTheExplanationNamesIt() {
        // Given
        Deals contract = made().inForce(content(level(null, "HAND_OFF", "PT3H", null), level(null, "ACKNOWLEDGE", "PT10M", null)));
        Deals ola = contract.between("OLA")
                .inForce(content(level("P1", "HAND_OFF", "PT2H", null), level(null, "ACKNOWLEDGE", "PT5M", null)));

        // When
        Events urgent = handedOver(contract, "P1");

        // Then
        Map<String, Object> handOff = awaitDue(urgent, "HAND_OFF", now.plus(Duration.ofHours(2)));
        as(Tokens.agent()).get("/api/clocks/" + id(handOff) + "/explanation").then().statusCode(200).body("steps[0].sentence",
                containsString("by contract " + ola.number));
        assertEquals(now.plus(Duration.ofMinutes(10)), instant(clock(urgent, "ACKNOWLEDGE"), "dueAt"),
                "what the customer's contract says of his own promises wins");
        awaitDue(handedOver(contract, "P2"), "HAND_OFF", now.plus(Duration.ofHours(3)));
        as(contract.customerToken()).get("/api/clocks/" + id(handOff)).then().statusCode(404);
        as(contract.customerToken()).queryParam("ticketId", urgent.ticketId).get("/api/clocks").then().statusCode(200)
                .body("items.findAll { it.kind == 'HAND_OFF' }", hasSize(0)).body("items.findAll { it.kind == 'ACKNOWLEDGE' }", hasSize(1));
        as(contract.customerToken()).queryParam("ticketId", urgent.ticketId).get("/api/promises").then().statusCode(200)
                .body("items.findAll { it.kind == 'HAND_OFF' }", hasSize(0));
    }

    @Test
    void aBrokenPromiseAmongOurselvesIsOwedToNoCustomer() throws Exception {
        // Given
        Deals ola = made().between("OLA");
        ola.inForce(Map.of("services", content(level(null, "HAND_OFF", "PT1M", null)).get("services"), "compensation",
                Map.of("currency", "CNY", "monthlyFee", "100.00",
                        "breaches", java.util.List.of(Map.of("kind", "HAND_OFF", "fixed", "10.00")))));

        // When
        Events events = Events.ofTicket(ola.customer).opened(now.minusSeconds(600)).ticket("TicketHandedOver", "to", "centre", "reason",
                "r", "at", now.minusSeconds(300), "by", "agent");

        // Then
        Map<String, Object> broken = awaitClock(events, "HAND_OFF", "BREACHED");
        await()
                .until(() -> count("select count(*) from timer where kind = 'sla-compensation' and ref = ?", id(broken)) == 0);
        assertEquals(0, count("select count(*) from compensation where clock_id = ?", id(broken)));
    }

    @Test
    void theSupplierHasAsMuchTimeAsHisContractSays() {
        // Given
        Deals supplier = made().between("SUPPLIER").inForce(content(level(null, "SUPPLIER", "PT48H", null)));
        Events events = Events.ofTicket(supplier.customer).opened(now.minusSeconds(600)).waiting("PARTS", now.minusSeconds(300));
        Map<String, Object> running = awaitDue(events, "SUPPLIER", now.minusSeconds(300).plus(Duration.ofHours(48)));
        as(Tokens.agent()).get("/api/clocks/" + id(running) + "/explanation").then().statusCode(200).body("steps[0].sentence",
                containsString(supplier.number));
        as(supplier.customerToken()).get("/api/clocks/" + id(running)).then().statusCode(404);

        // When
        events.resumed(now);

        // Then
        assertEquals(now, instant(awaitClock(events, "SUPPLIER", "MET"), "endedAt"));
        events.waiting("THIRD_PARTY", now.plusSeconds(1));
        awaitClock(events, "SUPPLIER", "RUNNING");
        events.cancelled(now.plusSeconds(2));
        awaitClock(events, "SUPPLIER", "VOID");
    }

    @Test
    void withoutASuppliersContractOrWhileWaitingForTheCustomerNoSupplierIsBound() {
        // Given
        Deals supplier = made().between("SUPPLIER").inForce(content(level("P1", "SUPPLIER", "PT48H", null)));
        Events unbound = Events.ofTicket().opened(now.minusSeconds(600));
        Events customers = Events.ofTicket(supplier.customer).opened(now.minusSeconds(600), null, "P1", null);

        // When
        unbound.waiting("PARTS", now);
        customers.waiting("CUSTOMER", now);

        // Then
        await().until(() -> org.gongdan.sla.SlaFixtures.facts(clock(unbound, "RESOLUTION_24H")).contains("PAUSED"));
        awaitClock(customers, "RESOLUTION_24H", "PAUSED");
        assertNull(clock(unbound, "SUPPLIER"));
        assertNull(clock(customers, "SUPPLIER"));
    }

    @Test
    void anAgreementNamesOnlyKindsItGoverns() {
        Deals ola = made().between("OLA");
        ola.draft(java.time.LocalDate.now(Paper.SHANGHAI), null, content(level("P1", "PT4H"))).statusCode(422).body("type",
                containsString("kind-not-governed"));
        ola.draft(java.time.LocalDate.now(Paper.SHANGHAI), null, content(level(null, "SUPPLIER", "PT4H", null))).statusCode(422);
        made().between("SUPPLIER").draft(java.time.LocalDate.now(Paper.SHANGHAI), null, content(level(null, "HAND_OFF", "PT4H", null)))
                .statusCode(422);
        made().draft(java.time.LocalDate.now(Paper.SHANGHAI), null, content(level(null, "ROSTER_HANDOVER", "PT4H", null))).statusCode(422)
                .body("detail", equalTo("Promises of the kind ROSTER_HANDOVER cannot be agreed on in an agreement of the type SLA."));
    }

    private Events handedOver(Deals contract, String priority) {
        return Events.ofTicket(contract.customer).opened(now, null, priority, null).ticket("TicketHandedOver", "to", "centre", "reason",
                "r", "at", now, "by", "agent");
    }
}
