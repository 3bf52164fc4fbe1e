package org.gongdan.journeys;

import static org.gongdan.journeys.Refusal.assertRefused;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody who reported, agreed, was visited, was written to and signed wants to be forgotten: afterwards he is nowhere. */
@OnPlatform
class ErasureJourney {
    private static final String NAME = "公孙听雨";
    private static final String PHONE = "13611112233";
    private static final String MAIL = UUID.randomUUID() + "@forgotten.example";
    private static final List<String> PERSON = List.of(NAME, PHONE, MAIL);
    private static final Duration ON_TARGET = Duration.ofMinutes(8);

    @RegisterExtension
    final Browser browser = new Browser();

    private final Play play;
    private final Databases databases;

    ErasureJourney(Play play, Platform platform) {
        this.play = play;
        this.databases = new Databases(platform);
    }

    private Shop shopOfThePerson() {
        var file = play.agent.caller().post("/api/customers", Map.of("name", "听雨书店",
                "sites", List.of(Map.of("name", "总店", "address", "上海市静安区愚园路8号")),
                "contacts", List.of(Map.of("name", NAME, "salutation", NAME + "店长", "phone", PHONE, "email", MAIL, "siteIndex", 0)),
                "products", List.of(Map.of("name", "收银机", "siteIndex", 0))), Map.of("Idempotency-Key", UUID.randomUUID().toString()))
                .statusCode(201).extract().jsonPath();
        return new Shop(file.getString("id"), file.getString("sites[0].id"), file.getString("products[0].id"),
                file.getString("contacts[0].id"), MAIL);
    }

    /** A whole ticket, in which the person is named wherever somebody of the customer's can be named. */
    private Ticket closedTicketOf(Shop shop) {
        var consent = Map.of("givenBy", NAME, "at", Instant.now().minusSeconds(5).toString());
        var visit = play.scheduled(shop, play.li, Window.in(Duration.ofHours(3)));
        var ticket = visit.ticket();
        var desk = play.agent.caller();
        play.dispatcher.reschedule(visit, Window.in(ON_TARGET), "客户希望早些", NAME).statusCode(200);
        desk.post(ticket.path() + "/extend",
                Map.of("plan", "换新", "newTime", Instant.now().plusSeconds(20_000).toString(), "consent", consent))
                .statusCode(200);
        desk.post(ticket.path() + "/contact", Map.of("channel", "PHONE", "said", NAME + "要求打 " + PHONE, "answersCallback", false))
                .statusCode(200);
        play.li.accept(visit).statusCode(200);
        play.li.depart(visit, true).statusCode(200);
        play.li.arrive(visit).statusCode(200);
        play.li.complete(visit).statusCode(200);
        play.stranger.post(play.signatureLink(visit, play.li), Map.of("signerName", NAME, "strokes", "M 10 10 L 40 60")).statusCode(200);
        play.li.resolve(ticket, Reports.resolution("ON_SITE")).statusCode(200);
        play.agent.confirm(ticket, Map.of("confirmedBy", NAME)).statusCode(200);
        desk.post(ticket.path() + "/survey", Map.of("result", 5, "comment", NAME + "很满意")).statusCode(200);
        play.mailOf(ticket).await("【工单关闭】", ticket.number());
        play.mailOf(ticket).await("【已签字】", ticket.number());
        play.story.await(ticket, "VisitSigned");
        return ticket;
    }

    private Set<String> placesInDatabases() {
        return PERSON.stream().flatMap(text -> databases.holding(text).stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String erasing(Shop shop) {
        return "/api/customers/" + shop.customer() + "/contacts/" + shop.contact() + "/erase";
    }

    @Test
    void anErasedContactIsNowhere() {
        // Given
        var shop = shopOfThePerson();
        var ticket = closedTicketOf(shop);
        assertTrue(placesInDatabases().containsAll(Set.of("ticket.public.contact", "ticket.public.story", "dispatch.public.contact",
                "dispatch.public.visit", "dispatch.public.signature", "notification.public.contact", "notification.public.notification")),
                placesInDatabases()::toString);
        assertEquals(Set.of("contact-events"), play.events.topicsHolding(PERSON));
        var mails = play.mailOf(ticket).with("").size();

        // When
        play.manager.post(erasing(shop), Map.of("because", "ASKED_BY_PERSON")).statusCode(200).body("contacts[0].name", nullValue());

        // Then
        Patience.await("no database knows the person").untilAsserted(() -> assertEquals(Set.of(), placesInDatabases()));
        nobodyIsFound(shop, ticket);
        nobodyIsOnTheDisksOfKafka(shop);
        nobodyIsWrittenTo(shop, ticket, mails);
        assertEquals(Set.of(), placesInDatabases());
    }

    private void nobodyIsFound(Shop shop, Ticket ticket) {
        play.agent.caller().get("/api/customers", Map.of("query", PHONE)).body("items", hasSize(0));
        play.agent.caller().get("/api/tickets", Map.of("query", NAME)).body("items", hasSize(0));
        for (var path : List.of("/api/customers/" + shop.customer(), ticket.path(), ticket.path() + "/story",
                "/api/visits?ticketId=" + ticket.id(), "/api/notifications?ticketId=" + ticket.id())) {
            var answer = play.supervisor.get(path).statusCode(200).extract().asString();
            PERSON.forEach(text -> assertFalse(answer.contains(text), path + " says " + text));
        }
        play.agent.look(ticket).body("status", equalTo("CLOSED"));
        assertRefused(play.agent.reveal(shop, "回拨"), 422, "contact-erased");
        assertRefused(play.agent.open(Reports.call(shop)), 422, "contact-erased");
    }

    private void nobodyIsOnTheDisksOfKafka(Shop shop) {
        try (var compaction = new Compaction(play.platform, "contact-events")) {
            databases.fireNow("tombstone-again", shop.contact());
            Patience.await("Kafka has taken the person out of " + compaction.topic())
                    .untilAsserted(() -> assertEquals(Set.of(), play.events.topicsHolding(PERSON)));
        }
    }

    private void nobodyIsWrittenTo(Shop shop, Ticket ticket, int mails) {
        var next = play.reported(play.agent.addContact(shop.customer()));
        play.mailOf(next).await("已受理", next.number());
        assertEquals(mails, play.mailOf(ticket).with("").size());
        assertEquals(List.of(), play.mailOf(next).with(NAME));
        assertEquals(List.of(), play.supervisorsMail().with(NAME));
    }

    @Test
    void whoIsStillNeededIsNotErasedAndThePageSaysForWhichTicket() {
        // Given
        var ticket = play.reported(play.newShop());
        var supervisor = new Console(browser.phone("zh-CN"), play.platform.gateway());
        supervisor.open();
        supervisor.signIn("supervisor");
        supervisor.page().navigate(play.platform.gateway() + "/customers/" + ticket.shop().customer());
        supervisor.find("erase-contact").click();
        supervisor.choose("erase-because", "本人要求");
        supervisor.find("erase-sure").check();
        supervisor.find("erase-submit").click();
        supervisor.see(supervisor.find("problem"), ticket.number());
        Browser.picture(supervisor.page(), "erase-refused");

        // When
        play.agent.cancel(ticket, "客户撤回").statusCode(200);
        supervisor.find("erase-submit").click();

        // Then
        supervisor.see(supervisor.page().locator("[data-testid=part][data-kind=contacts]"), "个人信息已删除");
        Browser.picture(supervisor.page(), "erased");
        assertRefused(play.agent.caller().post(erasing(ticket.shop()), Map.of("because", "ASKED_BY_PERSON")), 403, "forbidden");
        assertRefused(play.agent.open(Reports.call(ticket.shop())), 422, "contact-erased");
    }
}
