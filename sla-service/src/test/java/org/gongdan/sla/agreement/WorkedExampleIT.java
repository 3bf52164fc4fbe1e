package org.gongdan.sla.agreement;

import static org.gongdan.sla.SlaFixtures.as;
import static org.gongdan.sla.SlaFixtures.awaitDue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;

import org.gongdan.platform.event.EventJson;
import org.gongdan.sla.Events;
import org.gongdan.testing.Infrastructure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** The table of docs/sla.md, through HTTP, Kafka and the shipped calendar. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class WorkedExampleIT {

    @ParameterizedTest
    @CsvSource({"P1, 积分收银系统, 2026-11-30T11:00", "P2, 积分收银系统, 2026-11-28T16:00", "P1, 打印机, 2026-11-28T16:00"})
    void theContractOfTheDocumentPromisesWhatItsTableSays(String priority, String product, LocalDateTime due) throws Exception {
        // Given
        @SuppressWarnings("unchecked")
        Map<String, Object> content = EventJson.mapper().readValue(SlaDocument.contract(), Map.class);
        Deals deal = Deals.made().inForce(LocalDate.of(2026, 1, 1), content);

        // When
        Events events = Events.ofTicket(deal.customer).opened(at(LocalDateTime.of(2026, 11, 27, 16, 0)), null, priority, product);

        // Then
        Map<String, Object> clock = awaitDue(events, "RESOLUTION_24H", at(due));
        assertEquals(deal.number,
                as(org.gongdan.testing.Tokens.agent()).get("/api/clocks/" + clock.get("id")).path("facts[0].data.terms.basis.agreement"));
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(Paper.SHANGHAI).toInstant();
    }
}
