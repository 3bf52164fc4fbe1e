package org.gongdan.dispatch;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import org.gongdan.testing.Tokens;
import org.gongdan.testing.Topics;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** Engineers and visits as tests need them: through the API, and by playing ticket-service. */
public final class VisitFixtures {

    private static final AtomicLong NUMBER = new AtomicLong(1);

    private VisitFixtures() {
    }

    public static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON).header("Accept-Language", "en");
    }

    /** An engineer nobody else plans. */
    public record AnEngineer(UUID id, String token) {
    }

    public static AnEngineer anEngineer() {
        UUID id = UUID.randomUUID();
        as(Tokens.supervisor()).body(Map.of("id", id, "name", "李工", "phone", "13900000102", "username", "engineer-" + id))
                .post("/api/engineers").then().statusCode(201);
        return new AnEngineer(id, Tokens.of(id, "engineer-" + id, List.of("engineer"), Map.of()));
    }

    public static UUID aContact(UUID customer) {
        UUID contact = UUID.randomUUID();
        contactChanged(contact, customer, 0, "刘海燕", "13812341234", "上海市浦东新区世纪大道100号");
        return contact;
    }

    public static UUID contactChanged(UUID contact, UUID customer, long sequence, String name, String phone, String address) {
        return Topics.shared().send("contact-events", "ContactChanged.v1", contact, sequence, customer,
                json(map("contactId", contact, "customerId", customer,
                        "name", name, "salutation", "刘店长", "phone", phone, "address", address)));
    }

    /** @return id of the event */
    public static UUID visitRequested(UUID ticket, UUID customer, UUID contact) {
        return Topics.shared().send("ticket-events", "VisitRequested.v1", ticket, 3, customer, visitRequest(ticket, customer, contact));
    }

    public static String visitRequest(UUID ticket, UUID customer, UUID contact) {
        return json(map("ticketId", ticket, "customerId", customer, "number", "2611-%04d".formatted(NUMBER.getAndIncrement()), "contactId",
                contact,
                "need", "现场检查读卡器", "preferredFrom", "2026-11-22T05:00:00Z", "at", Instant.now().toString(), "by", "agent"));
    }

    public static JsonPath visitOf(UUID ticket) {
        await().until(
                () -> as(Tokens.supervisor()).queryParam("ticketId", ticket).get("/api/visits").jsonPath().getList("items").size() == 1);
        return as(Tokens.supervisor()).queryParam("ticketId", ticket).get("/api/visits").jsonPath().setRootPath("items[0]");
    }

    public static JsonPath read(UUID visit, String token) {
        return as(token).get("/api/visits/" + visit).then().statusCode(200).extract().jsonPath();
    }

    /** A visit whose contact has been heard of, too: requests and contacts come by topics of their own, in any order. */
    public static UUID anOrderedVisit() {
        UUID visit = anOrderedVisit(aContact(Tokens.XINGFU));
        await().pollDelay(Duration.ZERO)
                .until(() -> read(visit, Tokens.supervisor()).getList("missing").isEmpty());
        return visit;
    }

    public static UUID anOrderedVisit(UUID contact) {
        UUID ticket = UUID.randomUUID();
        visitRequested(ticket, Tokens.XINGFU, contact);
        return visitOf(ticket).getUUID("id");
    }

    public static UUID aScheduledVisit(AnEngineer engineer, Instant start) {
        UUID visit = anOrderedVisit();
        schedule(visit, engineer.id(), start, start.plusSeconds(7200)).statusCode(200);
        return visit;
    }

    public static UUID anAcceptedVisit(AnEngineer engineer, Instant start) {
        UUID visit = aScheduledVisit(engineer, start);
        act(engineer.token(), visit, "accept", Map.of()).statusCode(200);
        return visit;
    }

    public static UUID aCompletedVisit(AnEngineer engineer) {
        UUID visit = anAcceptedVisit(engineer, inHours(1));
        act(engineer.token(), visit, "depart", ticks(true)).statusCode(200);
        act(engineer.token(), visit, "arrive", Map.of()).statusCode(200);
        act(engineer.token(), visit, "complete", completion()).statusCode(200);
        return visit;
    }

    public static ValidatableResponse schedule(UUID visit, UUID engineer, Instant start, Instant end) {
        return act(Tokens.supervisor(), visit, "schedule",
                Map.of("engineerId", engineer, "windowStart", start.toString(), "windowEnd", end.toString()));
    }

    public static ValidatableResponse act(String token, UUID visit, String verb, Object body) {
        return as(token).body(body).post("/api/visits/" + visit + "/" + verb).then();
    }

    public static Map<String, Object> ticks(boolean toolScanned) {
        return Map.of("appearanceOk", true, "identityCardOk", true, "badgeOk", true, "toolScanned", toolScanned);
    }

    public static Map<String, Object> completion() {
        return new HashMap<>(
                Map.of("checklist", new ArrayList<>(List.of(Map.of("item", "刷卡测试", "done", true), Map.of("item", "清理现场", "done", false))),
                        "work", "更换读卡器并测试积分卡", "outcome", "FIXED", "cause", "接口氧化", "fix", "更换读卡器"));
    }

    public static Instant inHours(int hours) {
        return Instant.now().plus(Duration.ofHours(hours)).truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
    }

    public static Map<String, Object> map(Object... pairs) {
        Map<String, Object> map = new HashMap<>();
        for (int at = 0; at < pairs.length; at += 2) {
            if (pairs[at + 1] != null) {
                map.put((String) pairs[at], pairs[at + 1]);
            }
        }
        return map;
    }

    public static String json(Object body) {
        return org.gongdan.platform.event.EventJson.write(body);
    }
}
