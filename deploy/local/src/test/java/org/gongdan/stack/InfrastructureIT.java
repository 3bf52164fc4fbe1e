package org.gongdan.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

import org.apache.kafka.clients.admin.Admin;
import org.gongdan.stack.demo.ClockOnPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;

/** The real infrastructure on free ports; what services and gateway rely on in the realm file stands here. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class InfrastructureIT {
    @TempDir
    static Path data;
    static Stack stack;

    @BeforeAll
    static void start() {
        stack = Stack.builder().ports(Ports.free()).data(data).services().start();
    }

    @AfterAll
    static void stop() {
        if (stack != null) {
            stack.stop();
        }
    }

    @ParameterizedTest
    @CsvSource({
            "01, agent,      王坐席, agent,      ,          ",
            "02, engineer,   李工,   engineer,   ,          ",
            "03, engineer2,  赵工,   engineer,   ,          ",
            "04, dispatcher, 周调度, supervisor, ,          ",
            "05, supervisor, 陈主管, supervisor, ,          ",
            "06, manager,    孙经理, manager,    ,          ",
            "07, admin,      管理员, admin,      ,          ",
            "08, presales,   吴售前, presales,   ,          ",
            "09, customer,   刘店长, customer,   xingfu,    01",
            "10, customer2,  郑老师, customer,   yangguang, 02",
            "13, engineer3,  钱工,   engineer,   ,          ",
            "18, agent3,     许坐席, agent,      ,          "})
    void everyUserGetsExactlyItsClaims(String number, String user, String name, String role, String organization,
            String organizationNumber) {
        // When
        var claims = Tokens.claims(new Tokens(stack.realm()).ofUser(user));

        // Then
        assertEquals("0190a000-0000-7000-8000-0000000001" + number, claims.path("sub").textValue());
        assertEquals(user, claims.path("preferred_username").textValue());
        assertEquals(name, claims.path("name").textValue());
        assertCommonClaims(claims, role);
        if (organization == null) {
            assertTrue(claims.path("organization").isMissingNode(), claims.toString());
        } else {
            assertOrganization(claims, organization, "0190a000-0000-7000-8000-0000000000" + organizationNumber);
        }
    }

    @Test
    void theIntegratorIsBoundToItsCustomer() {
        // When
        var claims = Tokens.claims(new Tokens(stack.realm()).ofClient("erp-xingfu", "erp-xingfu-secret"));

        // Then
        assertCommonClaims(claims, "integration");
        assertOrganization(claims, "xingfu", "0190a000-0000-7000-8000-000000000001");
    }

    @Test
    void theConsoleTakesNoPasswordsDirectly() {
        var tokens = new Tokens(stack.realm());

        assertThrows(StackException.class, () -> tokens.ofUser("agent", "wrong"));
        assertThrows(StackException.class, () -> tokens.ofClient("gongdan-console", "gongdan-console-secret"));
    }

    /** One page for both, in Chinese; the organization is in the token of a browser's sign-in as well. */
    @Test
    void aBrowserSignsInOnOnePage() throws Exception {
        // Given
        var signIn = new SignIn(stack);
        var page = signIn.page();
        assertTrue(page.body().contains("lang=\"zh-CN\"") && page.body().contains("name=\"username\"")
                && page.body().contains("name=\"password\""));

        // When
        var claims = Tokens.claims(signIn.token(page, "customer"));

        // Then
        assertCommonClaims(claims, "customer");
        assertOrganization(claims, "xingfu", "0190a000-0000-7000-8000-000000000001");
    }

    /** Case 39: whoever does not know the password of 李工 must not be able to lock him out. */
    @ParameterizedTest
    @CsvSource({"11, 127.0.0.66, 127.0.0.2", "50, 127.0.0.67, 127.0.0.3"})
    void wrongPasswordsFromElsewhereLockNobodyOut(int tries, String attackersAddress, String ownersAddress) throws Exception {
        // Given
        var attacker = new PasswordGrant(stack, attackersAddress);
        for (var number = 0; number < tries; number++) {
            assertEquals(400, attacker.status("engineer", "guess-" + number));
        }

        // When
        var owner = new PasswordGrant(stack, ownersAddress).status("engineer", "gongdan");

        // Then
        assertEquals(200, owner);
        assertEquals(400, attacker.status("engineer", "gongdan"), "the attacker must wait, even with the right one");
    }

    @Test
    void theGatewaysAccountReadsEventsAndNothingElse() throws Exception {
        // Given
        var token = new Tokens(stack.realm()).ofClient("gongdan-sessions", "gongdan-sessions-secret");
        var admin = stack.realm().replace("/realms/", "/admin/realms/");

        // When
        var events = PasswordGrant.get(admin + "/admin-events", token);

        // Then
        assertEquals(200, events);
        assertEquals(200, PasswordGrant.get(admin + "/events?type=LOGOUT", token));
        assertEquals(403, PasswordGrant.get(admin + "/users", token));
        assertEquals(403, PasswordGrant.get(admin + "/clients", token));
    }

    @Test
    void serviceRolesReachTheirOwnDatabaseOnly() throws SQLException {
        try (var own = connect("ticket", "ticket"); var row = own.createStatement().executeQuery(
                "SELECT rolsuper OR rolcreatedb OR rolcreaterole, current_setting('fsync'), current_setting('synchronous_commit') FROM "
                        + "pg_roles WHERE rolname = current_user")) {
            assertTrue(row.next());
            assertFalse(row.getBoolean(1));
            assertEquals("on", row.getString(2));
            assertEquals("on", row.getString(3));
        }
        assertThrows(SQLException.class, () -> connect("ticket", "dispatch"));
    }

    @Test
    void aServicesRoleMakesNoTableAndItsOwnerDoes() throws SQLException {
        // Given
        try (var owner = connect("dispatch_owner", "dispatch")) {
            owner.createStatement().execute("CREATE TABLE made_by_owner (id int)");
        }

        // When
        var refusal = assertThrows(SQLException.class, () -> {
            try (var own = connect("dispatch", "dispatch")) {
                own.createStatement().execute("CREATE TABLE mine (id int)");
            }
        });

        // Then
        assertEquals("42501", refusal.getSQLState());
        assertThrows(SQLException.class, () -> connect("dispatch_owner", "ticket"));
    }

    /** Chinese search needs it: with another locale trigrams of Chinese words are empty. */
    @Test
    void trigramsKnowChinese() throws SQLException {
        try (var own = connect("knowledge_owner", "knowledge"); var statement = own.createStatement()) {
            statement.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm");
            var row = statement.executeQuery("SELECT cardinality(show_trgm('打印机')) > 0");
            row.next();
            assertTrue(row.getBoolean(1));
        }
    }

    @Test
    void everyTopicIsThere() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", stack.address(Ports.KAFKA)))) {
            var names = admin.listTopics().names().get();
            assertTrue(
                    names.containsAll(
                            Set.of("ticket-events", "contact-events", "signature-links", "session-events", "visit-events-dead-letter")),
                    names.toString());
            assertEquals(4, admin.describeTopics(List.of("ticket-events")).allTopicNames().get().get("ticket-events").partitions().size());
        }
    }

    @Test
    void theDemosClockMovesPostgresAndLeavesNothingBehind() throws SQLException, IOException {
        // Given
        var clock = new ClockOnPostgres(stack::database, data.resolve("clock-alone"));
        var ago = Duration.ofDays(30);

        // When
        var seen = clock.play(ago);

        // Then
        assertNear(ago, seen.atFirst());
        assertNear(ago.minusHours(1), seen.moved());
        assertNear(ago.minusHours(1), seen.rowMoved());
        assertNear(Duration.ZERO, seen.atTheEnd());
        assertNear(Duration.ZERO, seen.rowAtTheEnd());
        assertFalse(seen.schemaLeft());
        assertEquals(0, seen.fileAtTheEnd());
    }

    private static void assertNear(Duration expected, Duration actual) {
        assertTrue(expected.minus(actual).abs().compareTo(Duration.ofMinutes(10)) < 0, actual.toString());
    }

    /** The last one: it breaks Keycloak's connections as well. */
    @Test
    @Order(Integer.MAX_VALUE)
    void aKilledDatabaseKeepsWhatWasCommitted() throws SQLException {
        // Given
        try (var before = connect("sla_owner", "sla")) {
            before.createStatement().execute("CREATE TABLE promise AS SELECT 42 AS answer");
        }
        var postgres = stack.process(Ports.POSTGRES);
        var pid = postgres.pid();

        // When
        postgres.kill();
        postgres.restart();

        // Then
        assertNotEquals(pid, postgres.pid());
        try (var after = connect("sla_owner", "sla"); var row = after.createStatement().executeQuery("SELECT answer FROM promise")) {
            assertTrue(row.next());
        }
    }

    private static void assertCommonClaims(JsonNode claims, String role) {
        assertEquals(stack.realm(), claims.path("iss").textValue());
        assertEquals(Set.of("ticket-service", "dispatch-service", "sla-service", "knowledge-service", "notification-service"),
                texts(claims.path("aud")));
        assertEquals(Set.of(role), texts(claims.path("realm_access").path("roles")));
        assertEquals(300, claims.path("exp").asLong() - claims.path("iat").asLong());
    }

    private static void assertOrganization(JsonNode claims, String alias, String id) {
        assertEquals("{\"" + alias + "\":{\"id\":\"" + id + "\"}}", claims.path("organization").toString());
    }

    private static Set<String> texts(JsonNode array) {
        return new TreeSet<>(StreamSupport.stream(array.spliterator(), false).map(JsonNode::textValue).toList());
    }

    private static Connection connect(String role, String database) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://" + stack.address(Ports.POSTGRES) + "/" + database, role, "gongdan");
    }
}
