package org.gongdan.ticket;

import static org.awaitility.Awaitility.await;
import static org.gongdan.ticket.TicketFixtures.aCustomer;
import static org.gongdan.ticket.TicketFixtures.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.UUID;

import org.gongdan.testing.Infrastructure;
import org.gongdan.testing.PostgresServer;
import org.gongdan.testing.Tokens;
import org.gongdan.testing.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;

/** A running service whose audit is tampered with by somebody who owns the database server. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class AuditIT {

    private static final String PATH = "/api/operations/ticket-service/audit/verification";

    @BeforeEach
    void rowsThatAreSealed() throws Exception {
        TicketFixtures.Customer customer = aCustomer(UUID.randomUUID());
        for (int at = 0; at < 25; at++) {
            as(Tokens.agent()).body(java.util.Map.of("name", "打印机")).post("/api/customers/" + customer.id() + "/products").then()
                    .statusCode(201);
        }
        await().until(() -> verification().getLong("rows") == verification().getLong("sealed"));
        tamper("create table kept_audit as select * from audit; create table kept_seal as select * from audit_seal");
    }

    @AfterEach
    void everythingIsPutBack() throws Exception {
        tamper("""
                insert into audit overriding system value select * from kept_audit k where not exists (select 1 from audit a where a.id = k.id);
                insert into audit_seal select * from kept_seal k where not exists (select 1 from audit_seal s where s.position = k.position);
                drop table kept_audit; drop table kept_seal""");
        assertTrue(verification().getBoolean("intact"), verification().prettify());
    }

    @Test
    void theHeadOfTheChainIsToldOutside() {
        // When
        Topics.Event anchored = Topics.shared().await("audit-anchors",
                event -> event.type().equals("AuditAnchored.v1") && "ticket-service".equals(event.text("service")));

        // Then
        assertTrue(anchored.body().path("position").asLong() > 0);
        await()
                .untilAsserted(() -> as(Tokens.manager()).get(PATH).then().statusCode(200).body("intact", equalTo(true))
                        .body("anchors", greaterThan(0))
                        .body("anchoredTo", greaterThan(0)).body("findings.size()", equalTo(0)));
    }

    @Test
    void theLastTwentyRowsCannotBeTakenAwayUnseen() throws Exception {
        // Given
        long length = verification().getLong("sealed");

        // When
        tamper("delete from audit where id in (select audit_id from audit_seal where position > %1$d); delete from audit_seal where position > %1$d"
                .formatted(length - 20));

        // Then
        await()
                .untilAsserted(() -> as(Tokens.admin()).get(PATH).then().statusCode(200).body("intact", equalTo(false))
                        .body("firstBroken", equalTo((int) length - 19)).body("findings.fault", hasItem("TRUNCATED"))
                        .body("findings[0].sentence", containsString("last rows were removed")));
        RestAssured.given().auth().oauth2(Tokens.admin()).header("Accept-Language", "zh").get(PATH).then().body("findings[0].sentence",
                containsString("末尾的记录已被删除"));
    }

    @Test
    void aRowThatIsTakenFromTheMiddleIsMissed() throws Exception {
        // When
        tamper("delete from audit where id = (select audit_id from audit_seal where position = 2)");

        // Then
        as(Tokens.admin()).get(PATH).then().statusCode(200).body("intact", equalTo(false)).body("firstBroken", equalTo(2))
                .body("findings.fault", hasItem("MISSING"));
    }

    @Test
    void theServiceWorksAsARoleThatCanOnlyAddAndRead() throws Exception {
        try (Connection connection = PostgresServer.shared().connect(); Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        """
                        select string_agg(distinct usename, ','), bool_or(has_table_privilege(usename, 'audit', 'update')),
                            bool_or(has_table_privilege(usename, 'audit_seal', 'delete')),
                            bool_and(has_any_column_privilege(usename, 'audit', 'insert') and not has_table_privilege(usename, 'audit', 'insert'))
                        from pg_stat_activity where application_name <> 'PostgreSQL JDBC Driver' and datname = current_database()
                            and usename <> 'postgres'""")) {
            assertTrue(row.next());
            assertEquals(PostgresServer.SERVICE, row.getString(1));
            assertEquals("f f t",
                    (row.getBoolean(2) ? "t" : "f") + " " + (row.getBoolean(3) ? "t" : "f") + " " + (row.getBoolean(4) ? "t" : "f"));
        }
    }

    private static JsonPath verification() {
        return as(Tokens.admin()).get(PATH).then().statusCode(200).extract().jsonPath();
    }

    private static void tamper(String sql) throws Exception {
        try (Connection connection = PostgresServer.shared().connect(); Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica; " + sql);
        }
    }
}
