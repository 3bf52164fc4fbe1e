package org.gongdan.ticket;

import static org.gongdan.ticket.TicketFixtures.anOpenTicket;
import static org.gongdan.ticket.TicketFixtures.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.gongdan.testing.Infrastructure;
import org.gongdan.testing.PostgresServer;
import org.gongdan.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

/** Lists against the same question put to the table without any of the ways the service knows around reading it. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class TicketListIT {

    @BeforeEach
    void someOfEach() {
        for (UUID customer : List.of(Tokens.XINGFU, Tokens.YANGGUANG)) {
            as(Tokens.agent()).body(Map.of("assignee", "engineer")).post("/api/tickets/" + anOpenTicket(customer) + "/assign").then()
                    .statusCode(200);
            as(Tokens.agent()).body(Map.of("reason", "重复")).post("/api/tickets/" + anOpenTicket(customer) + "/cancel").then()
                    .statusCode(200);
            as(Tokens.agent()).body(Map.of("assignee", Tokens.ENGINEER)).post("/api/tickets/" + anOpenTicket(customer) + "/assign").then()
                    .statusCode(200);
            anOpenTicket(customer);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "supervisor | limit=3 | true",
            "supervisor | limit=3&status=OPEN | status = 'OPEN'",
            "supervisor | limit=3&status=CANCELLED&status=OPEN | status in ('CANCELLED', 'OPEN')",
            "supervisor | limit=3&customerId=XINGFU | customer_id = 'XINGFU'",
            "supervisor | limit=3&customerId=XINGFU&status=CANCELLED | customer_id = 'XINGFU' and status = 'CANCELLED'",
            "supervisor | limit=3&status=RESOLVED&customerId=00000000-0000-7000-8000-000000000000 | false",
            "engineer | limit=2&mine=true | assignee in ('engineer', 'ENGINEER')",
            "engineer | limit=2&mine=true&customerId=YANGGUANG | assignee in ('engineer', 'ENGINEER') and customer_id = 'YANGGUANG'",
            "engineer | limit=2&mine=true&status=OPEN&status=IN_PROGRESS | assignee in ('engineer', 'ENGINEER') and status in ('OPEN', 'IN_PROGRESS')",
            "foreign | limit=3 | customer_id = 'YANGGUANG'",
            "foreign | limit=3&mine=true&status=OPEN | customer_id = 'YANGGUANG' and status = 'OPEN'",
            "foreign | limit=3&customerId=XINGFU | false"})
    void twoPagesAreTheNewestThatMatch(String who, String asked, String naive) throws SQLException, IOException {
        // Given
        String token = switch (who) {
            case "engineer" -> Tokens.engineer();
            case "foreign" -> Tokens.foreignCustomer();
            default -> Tokens.supervisor();
        };
        String path = "/api/tickets?" + named(asked);

        // When
        JsonPath first = as(token).get(path).then().statusCode(200).extract().jsonPath();
        JsonPath second = first.getString("next") == null ? null
                : as(token).get(path + "&cursor=" + first.getString("next")).then().statusCode(200).extract().jsonPath();

        // Then
        List<String> found = new ArrayList<>(first.getList("items.id", String.class));
        if (second != null) {
            found.addAll(second.getList("items.id", String.class));
        }
        int limit = Character.digit(asked.charAt("limit=".length()), 10);
        assertEquals(newest(named(naive), 2 * limit), found);
        assertTrue(naive.equals("false") || !found.isEmpty(), "the test found nothing to compare");
    }

    private static String named(String text) {
        return text.replace("XINGFU", Tokens.XINGFU.toString()).replace("YANGGUANG", Tokens.YANGGUANG.toString()).replace("ENGINEER",
                String.valueOf(Tokens.ENGINEER));
    }

    private static List<String> newest(String where, int limit) throws SQLException, IOException {
        try (Connection connection = PostgresServer.shared().connect();
                PreparedStatement select = connection
                        .prepareStatement("select id from ticket where " + where + " order by id desc limit " + limit);
                ResultSet row = select.executeQuery()) {
            List<String> ids = new ArrayList<>();
            while (row.next()) {
                ids.add(row.getString(1));
            }
            return ids;
        }
    }
}
