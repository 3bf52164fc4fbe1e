package org.gongdan.dispatch.contact;

import static org.awaitility.Awaitility.await;
import static org.gongdan.dispatch.VisitFixtures.aContact;
import static org.gongdan.dispatch.VisitFixtures.anAcceptedVisit;
import static org.gongdan.dispatch.VisitFixtures.anEngineer;
import static org.gongdan.dispatch.VisitFixtures.anOrderedVisit;
import static org.gongdan.dispatch.VisitFixtures.as;
import static org.gongdan.dispatch.VisitFixtures.contactChanged;
import static org.gongdan.dispatch.VisitFixtures.inHours;
import static org.gongdan.dispatch.VisitFixtures.json;
import static org.gongdan.dispatch.VisitFixtures.map;
import static org.gongdan.dispatch.VisitFixtures.read;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;

import org.gongdan.dispatch.VisitFixtures.AnEngineer;
import org.gongdan.testing.Infrastructure;
import org.gongdan.testing.PostgresServer;
import org.gongdan.testing.Tokens;
import org.gongdan.testing.Topics;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class ContactEventsIT {

    private final Topics topics = Topics.shared();

    @Test
    void contactThatComesAfterTheVisitCompletesIt() {
        // Given
        UUID contact = UUID.randomUUID();
        UUID visit = anOrderedVisit(contact);
        assertEquals(List.of("name", "phone", "address"), read(visit, Tokens.supervisor()).getList("missing"));

        // When
        contactChanged(contact, Tokens.XINGFU, 0, "刘海燕", "13812341234", null);

        // Then
        await().until(() -> List.of("address").equals(read(visit, Tokens.supervisor()).getList("missing")));
        contactChanged(contact, Tokens.XINGFU, 1, "刘海燕", "13812341234", "上海市浦东新区世纪大道100号");
        await().until(() -> read(visit, Tokens.supervisor()).getList("missing").isEmpty());
        assertEquals("刘店长", read(visit, Tokens.supervisor()).getString("salutation"));
    }

    @Test
    void repeatedAndOlderEventsChangeNothing() {
        // Given
        UUID contact = UUID.randomUUID();
        UUID visit = anOrderedVisit(contact);
        UUID event = contactChanged(contact, Tokens.XINGFU, 5, "刘海燕", "13812341234", "上海市浦东新区世纪大道100号");
        contactChanged(contact, Tokens.XINGFU, 6, "何志强", "13900005678", "上海市浦东新区世纪大道100号");
        awaitPhone(visit, "139****78");

        // When
        topics.send("contact-events", event, "ContactChanged.v1", contact, 5, Tokens.XINGFU,
                json(map("contactId", contact, "customerId", Tokens.XINGFU, "phone", "13000000000")));
        contactChanged(contact, Tokens.XINGFU, 4, "刘海燕", "13812341234", "旧地址旧地址旧地址");

        // Then
        contactChanged(contact, Tokens.XINGFU, 7, "何志强", "13900009999", "上海市浦东新区世纪大道100号");
        awaitPhone(visit, "139****99");
        assertEquals("何志强", read(visit, Tokens.supervisor()).getString("contactName"));
    }

    @Test
    void tombstoneErasesThePersonEverywhere() throws SQLException, IOException {
        // Given
        AnEngineer engineer = anEngineer();
        UUID visit = anAcceptedVisit(engineer, inHours(1));
        UUID contact = read(visit, engineer.token()).getUUID("contactId");
        awaitPhone(visit, "138****34");

        // When
        topics.send("contact-events", "ContactChanged.v1", contact, 9, Tokens.XINGFU, null);

        // Then
        awaitPhone(visit, null);
        var erased = read(visit, engineer.token());
        assertNull(erased.getString("contactName"));
        assertNull(erased.getString("address"));
        assertEquals(List.of("name", "phone", "address"), erased.getList("missing"));
        try (Connection connection = PostgresServer.shared().connect(); Statement statement = connection.createStatement();
                ResultSet rows = statement
                        .executeQuery("select 1 from visit v where v.id = '" + visit + "' and v::text like '%13812341234%' "
                                + "union all select 1 from contact c where c.id = '" + contact + "' and c::text like '%13812341234%'")) {
            assertFalse(rows.next());
        }
        contactChanged(contact, Tokens.XINGFU, 8, "刘海燕", "13812341234", "上海市浦东新区世纪大道100号");
        contactChanged(aContactFollowing(contact), Tokens.XINGFU, 0, "x", "13812341234", "x");
        assertNull(read(visit, engineer.token()).getString("phone"));
    }

    @Test
    void tombstoneErasesWhoSignedAndWhoAgreed() throws SQLException, IOException {
        // Given
        UUID contact = UUID.randomUUID();
        contactChanged(contact, Tokens.XINGFU, 0, "夏侯观澜", "13700137200", "上海市浦东新区世纪大道100号");
        UUID visit = anOrderedVisit(contact);
        UUID another = anOrderedVisit(aContact(Tokens.XINGFU));
        awaitPhone(visit, "137****00");
        for (UUID each : List.of(visit, another)) {
            change("update visit set window_consent_by = '夏侯观澜店长' where id = '" + each + "'");
            change("""
                    with link as (insert into signature_link (id, visit_id, token_hash, issued_at, expires_at)
                        values (gen_random_uuid(), '%1$s', 'hash of %1$s', now(), now()) returning id)
                    insert into signature (visit_id, link_id, signer_name, strokes, signed_at, remote_address, user_agent, document, document_hash)
                    select '%1$s', id, '夏侯观澜', 'M 1 1', now(), '203.0.113.9', 'phone', '{}', 'abc' from link""".formatted(each));
        }

        // When
        topics.send("contact-events", "ContactChanged.v1", contact, 9, Tokens.XINGFU, null);

        // Then
        awaitPhone(visit, null);
        assertEquals("0", one("select count(*) from visit where window_consent_by like '%夏侯观澜%'"));
        assertEquals("2", one("""
                select count(*) from signature where document_hash = 'abc' and signer_name is null and strokes is null and remote_address is null
                and user_agent is null and signed_at is not null"""));
    }

    @Test
    void tombstoneTakesThePlaceOfWhatIsParked() throws SQLException, IOException {
        // Given
        UUID contact = UUID.randomUUID();
        topics.send("contact-events", "ContactChanged.v1", contact, 0, Tokens.XINGFU, json(map("contactId", contact, "name", "无客户")));
        await().until(() -> parked(contact).equals("1"));
        contactChanged(contact, Tokens.XINGFU, 1, "刘海燕", "13700137201", "上海市浦东新区世纪大道100号");
        await().until(() -> parked(contact).equals("2"));

        // When
        topics.send("contact-events", "ContactChanged.v1", contact, 2, Tokens.XINGFU, null);

        // Then
        await().until(() -> parked(contact).equals("0"));
        assertEquals("2", one("select sequence from contact where name is null and id = '" + contact + "'"));
    }

    private static String parked(UUID contact) throws SQLException, IOException {
        return one("select count(*) from inbox_parked where key = '" + contact + "'");
    }

    private static String one(String query) throws SQLException, IOException {
        try (Connection connection = PostgresServer.shared().connect(); Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getString(1) : null;
        }
    }

    private static void change(String statement) throws SQLException, IOException {
        try (Connection connection = PostgresServer.shared().connect()) {
            assertEquals(1, connection.createStatement().executeUpdate(statement));
        }
    }

    @Test
    void tombstoneOfAnUnknownContactIsFine() {
        // Given
        UUID contact = UUID.randomUUID();
        UUID visit = anOrderedVisit(contact);

        // When
        topics.send("contact-events", "ContactChanged.v1", contact, 1, Tokens.XINGFU, null);

        // Then
        contactChanged(contact, Tokens.XINGFU, 2, "刘海燕", "13812341234", "上海市浦东新区世纪大道100号");
        awaitPhone(visit, "138****34");
    }

    @Test
    void poisonGoesToTheDeadLetters() {
        // Given
        UUID contact = UUID.randomUUID();
        UUID visit = anOrderedVisit(contact);
        topics.send("contact-events", "ContactChanged.v1", contact, 0, Tokens.XINGFU, "{poison " + contact);

        // When
        contactChanged(contact, Tokens.XINGFU, 1, "刘海燕", "13812341234", "上海市浦东新区世纪大道100号");

        // Then
        awaitPhone(visit, "138****34");
        topics.await("contact-events-dead-letter", event -> event.body().asText().contains("poison " + contact));
    }

    @Test
    void refusedEventIsParked() {
        // Given
        UUID contact = UUID.randomUUID();

        // When
        topics.send("contact-events", "ContactChanged.v1", contact, 0, Tokens.XINGFU, json(map("contactId", contact, "name", "无客户")));

        // Then
        await().until(() -> as(Tokens.admin()).get("/api/operations/dispatch-service/parked").jsonPath()
                .getList("key").contains(contact.toString()));
    }

    /** A visit whose contact is known was told of it after everything sent before on the same key, so send one more and wait for it. */
    private static UUID aContactFollowing(UUID contact) {
        UUID visit = anOrderedVisit(aContact(Tokens.XINGFU));
        awaitPhone(visit, "138****34");
        return UUID.randomUUID();
    }

    private static void awaitPhone(UUID visit, String masked) {
        await()
                .until(() -> java.util.Objects.equals(masked, read(visit, Tokens.agent()).getString("phone")));
    }
}
